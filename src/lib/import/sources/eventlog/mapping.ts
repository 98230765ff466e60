import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

/** What a log with one row per update has, each by its spellings. */
export const traits = {
  number:
    'number|sys id|incident number|incident id|ticket number|ticket id|case number|case id|task number|request number|numero|numero do chamado|chamado|id do chamado',
  count:
    'sys mod count|mod count|update count|updates|update number|modification count|revision|quantidade de atualizacoes|numero de atualizacoes|contagem de atualizacoes',
  updated:
    'sys updated at|sys updated on|updated|updated at|updated on|last updated|update time|atualizado|atualizado em|data de atualizacao|ultima atualizacao',
  state: 'incident state|state|incident status|status|estado|situacao|estado do incidente',
  opened:
    'opened at|opened|sys created at|sys created on|created at|created|aberto em|data de abertura|abertura',
  group: 'assignment group|grupo de atribuicao|grupo designado|group|grupo|equipe',
  assignee: 'assigned to|assignee|atribuido a|responsavel|tecnico',
  priority: 'priority|prioridade',
  resolved: 'resolved at|resolved|resolved on|solved at|resolvido em|data de resolucao|solucionado em',
  closed: 'closed at|closed|closed on|fechado em|encerrado em|data de fechamento|data de encerramento',
  reopens: 'reopen count|reopens|reopened count|reaberturas|contagem de reaberturas',
  reassignments: 'reassignment count|reassignments|reatribuicoes|contagem de reatribuicoes',
  sla: 'made sla|sla met|within sla|cumpriu sla|dentro do sla|sla cumprido',
} as const;

const order = [traits.count, traits.updated];
const text = (column: string): Field => ({ kind: 'text', column });
const id = (column: string): Field => ({ kind: 'id', column });
const instant = (column: string): Field => ({ kind: 'instant', column });
const caller = 'caller id|caller|opened for|requested for|solicitante|aberto para';
const contact = 'contact type|channel|canal|tipo de contato';

/** The last row of each; what the vendor counts stands beside what the history of states tells, never in its place. */
export const tickets: Template = {
  table: 'tickets',
  columns: {
    ticket_id: id(traits.number),
    subject: text('short description|subject|title|descricao resumida|assunto|titulo'),
    customer_id: text(caller),
    channel: { kind: 'word', column: contact, vocabulary: 'channel' },
    channel_raw: text(contact),
    type: text('category|type|categoria|tipo'),
    site: text('location|site|localizacao|unidade'),
    team: text(traits.group),
    agent_id: text(traits.assignee),
    priority: { kind: 'word', column: traits.priority, vocabulary: 'priority' },
    status: { kind: 'word', column: traits.state, vocabulary: 'status' },
    status_raw: text(traits.state),
    status_reason: text('closed code|close code|resolution code|codigo de fechamento|codigo de resolucao'),
    created_at: instant(traits.opened),
    updated_at: instant(traits.updated),
    closed_at: instant(traits.closed),
    reported_solved_at: instant(`${traits.resolved}|${traits.closed}`),
    reported_reopens: { kind: 'integer', column: traits.reopens },
    sla_resolution_met: { kind: 'boolean', column: traits.sla },
  },
  requires: ['ticket_id'],
  latest: { of: traits.number, by: order },
};

/** Kept by their own names. */
export const others =
  /^(u .*|subcategory|subcategoria|impact|impacto|urgency|urgencia|reassignment count|reatribuicoes|knowledge|cmdb ci|problem id|rfc|caused by|notify|opened by|resolved by)$/;

/** The same update has the same id in the next export of the log. */
function eventId(kind: string, of: string): Field {
  const known = (column: string): Field => ({
    kind: 'first',
    of: [text(column), { kind: 'constant', value: '-' }],
  });
  return {
    kind: 'join',
    of: [
      { kind: 'constant', value: kind },
      text(traits.number),
      known(traits.count),
      known(traits.updated),
      known(of),
    ],
    separator: ' ',
  };
}

function changesOf(kind: string, of: string, vocabulary: string | null): Template {
  return {
    table: 'ticket_events',
    columns: {
      event_id: eventId(kind, of),
      ticket_id: id(traits.number),
      at: instant(traits.updated),
      kind: { kind: 'constant', value: kind },
      from_value: { kind: 'before', column: of, vocabulary },
      to_value: vocabulary === null ? text(of) : { kind: 'word', column: of, vocabulary },
      actor_id: text('sys updated by|updated by|atualizado por'),
    },
    requires: ['ticket_id', 'at'],
    changes: { of, per: traits.number, by: order },
  };
}

/** What changes from one row of a ticket to the next. */
export const changes: readonly Template[] = [
  changesOf('status', traits.state, 'status'),
  changesOf('assignee', traits.assignee, null),
  changesOf('team', traits.group, null),
  changesOf('priority', traits.priority, 'priority'),
];

export const agents: Template = {
  table: 'agents',
  columns: { agent_id: text(traits.assignee), name: text(traits.assignee) },
  requires: ['agent_id'],
  distinct: true,
};

export const customers: Template = {
  table: 'customers',
  columns: { customer_id: text(caller), name: text(caller) },
  requires: ['customer_id'],
  distinct: true,
};
