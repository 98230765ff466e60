import type { Condition, Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const text = (column: string): Field => ({ kind: 'text', column });
const id = (column: string): Field => ({ kind: 'id', column });
const word = (column: string, vocabulary: string): Field => ({ kind: 'word', column, vocabulary });
const instant = (column: string): Field => ({ kind: 'instant', column });
const constant = (value: string): Field => ({ kind: 'constant', value });

/** Zero stands for "none was measured". */
const never: Condition = { column: 'ticket_id', is: [''] };
const seconds = (column: string): Field => ({ kind: 'duration', column, unit: 'seconds' });
const measured = (column: string): Field => ({ kind: 'duration', column, unit: 'seconds', zero: never });

const requester = 'requerente requerente|requester requester|requerente|requester';
const technician =
  'atribuido tecnico|assigned to technician|atribuido para tecnico|tecnico atribuido|assigned technician';
const technicianGroup =
  'atribuido grupo tecnico|assigned to technician group|atribuido para grupo tecnico|grupo tecnico';
const satisfaction = 'pesquisa de satisfacao satisfacao|satisfaction survey satisfaction';

/** Of several technicians or groups, parted by `<br>`, the first is in charge; the cell stays whole in the custom fields. */
const firstOf = (column: string): Field => ({
  kind: 'extract',
  column,
  pattern: String.raw`^\s*(.*?)\s*(?:<br|$)`,
});

/** The list of tickets as a sheet: the columns anyone chooses, under the words of the screen. */
export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: text(requester),
    subject: text('titulo|title'),
    channel: word('origem da requisicao|request source|origem do chamado|fonte da requisicao', 'channel'),
    channel_raw: text('origem da requisicao|request source|origem do chamado|fonte da requisicao'),
    type: text('tipo|type'),
    intent: text('categoria|category'),
    priority: word('prioridade|priority', 'priority'),
    site: text('entidade|entity|localizacao|location'),
    team: firstOf(technicianGroup),
    agent_id: firstOf(technician),
    status: word('status|estado', 'status'),
    status_raw: text('status|estado'),
    status_reason: text('motivo de pendencia|pending reason'),
    created_at: instant('data de abertura|opening date'),
    updated_at: instant('ultima atualizacao|last update'),
    last_solved_at: instant('data da solucao|resolution date|data de solucao'),
    closed_at: instant('data de fechamento|closing date'),
    due_at: instant('tempo para solucao|time to resolve'),
    first_response_due_at: instant('tempo para atendimento|time to own|tempo interno para atendimento'),
    handle_seconds: measured('tarefas duracao|tasks duration|duracao total'),
    reported_wait_seconds: seconds(
      'estatisticas tempo de atribuicao|statistics take into account time|estatisticas tempo para atendimento',
    ),
    reported_hold_seconds: seconds('estatisticas tempo de espera|statistics waiting time'),
    reported_resolution_seconds: seconds('estatisticas tempo de solucao|statistics resolution time'),
    sla_resolution_met: {
      kind: 'boolean',
      column: 'tempo para resolver excedido|time to resolve exceeded',
      not: true,
    },
    sla_first_response_met: {
      kind: 'boolean',
      column: 'tempo para atendimento excedido|time to own exceeded',
      not: true,
    },
  },
};

export const ratings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: id('id'),
    ticket_id: id('id'),
    customer_id: text(requester),
    agent_id: firstOf(technician),
    kind: constant('csat'),
    rated_at: instant(
      'pesquisa de satisfacao data de resposta|satisfaction survey response date|pesquisa de satisfacao data da resposta',
    ),
    sent_at: instant('pesquisa de satisfacao data de criacao|satisfaction survey creation date'),
    score: { kind: 'score', column: satisfaction, scale: '1-5' },
    comment: text(
      'pesquisa de satisfacao comentarios|satisfaction survey comments|pesquisa de satisfacao comentario',
    ),
  },
};

export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: firstOf(technician), name: firstOf(technician) },
};

export const customers: Template = {
  table: 'customers',
  requires: ['customer_id'],
  distinct: true,
  columns: { customer_id: text(requester), name: text(requester) },
};

/** The database's own table, of whatever version: words once, numbers later. */
export const dumped: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: id('id'),
    customer_id: id('users id recipient'),
    subject: text('name'),
    channel: word('requesttypes id', 'glpi request type'),
    channel_raw: text('requesttypes id'),
    type: word('type', 'glpi type'),
    intent: id('itilcategories id'),
    priority: word('priority', 'glpi priority'),
    site: id('entities id'),
    status: word('status', 'status'),
    status_raw: text('status'),
    created_at: instant('date|date creation'),
    updated_at: instant('date mod'),
    last_solved_at: instant('solvedate'),
    closed_at: instant('closedate'),
    due_at: instant('time to resolve|due date'),
    first_response_due_at: instant('time to own'),
    handle_seconds: measured('actiontime'),
    reported_wait_seconds: measured('takeintoaccount delay stat'),
    reported_hold_seconds: measured('waiting duration'),
    reported_resolution_seconds: measured('solve delay stat'),
  },
};

export const splitColumns = { technician, technicianGroup };
