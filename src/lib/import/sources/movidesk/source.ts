import type { Mapping } from '../../mapping.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import * as templates from './mapping.ts';

const vocabularies: Mapping['vocabularies'] = {
  status: {
    New: 'new',
    InAttendance: 'in_progress',
    Stopped: 'pending',
    Canceled: 'cancelled',
    Resolved: 'solved',
    Closed: 'closed',
    novo: 'new',
    parado: 'pending',
  },
  channel: {
    '1': 'portal',
    '2': 'portal',
    '3': 'email',
    '4': 'api',
    '5': 'chat',
    '7': 'email',
    '8': 'web_form',
    '9': 'api',
    '10': 'other',
    '11': 'api',
    '12': 'api',
    '13': 'phone',
    '14': 'phone',
    '15': 'phone',
    '16': 'phone',
    'web pelo cliente': 'portal',
    'web pelo agente': 'portal',
    'e mail enviado': 'email',
    'e mail recebido': 'email',
    'ligacao perdida': 'phone',
    'ligacao desistencia': 'phone',
    'ligacao com desistencia': 'phone',
    agendamento: 'other',
    jira: 'api',
    redmine: 'api',
  },
  'movidesk profile': { '1': 'agent', '2': 'customer', '3': 'agent' },
  'movidesk direction': { '1': 'out', '2': 'in', '3': 'out' },
  'movidesk public': { '1': 'false', '2': 'true' },
};

const parent = 'parent id|ticket id';

const shapes: readonly Shape[] = [
  {
    name: 'tickets',
    needs: ['id', 'base status', 'origin', 'created date'],
    tables: [templates.tickets, templates.owners],
    custom: /^customFieldValues\[/,
  },
  {
    name: 'actions',
    needs: [parent, 'id', 'origin', 'created date', 'created by profile type|description'],
    lacks: 'base status',
    tables: [templates.actions],
  },
  {
    name: 'status histories',
    needs: [parent, 'status', 'changed date'],
    lacks: 'owner team',
    tables: [
      {
        ...templates.statusHistories,
        columns: { ...templates.statusHistories.columns, from_value: templates.statusBefore },
      },
    ],
  },
  {
    name: 'owner histories',
    needs: [parent, 'owner team', 'changed date'],
    tables: [templates.ownerHistories],
  },
  {
    name: 'answers',
    needs: [
      parent,
      'id',
      'response date',
      'satisfaction survey model|satisfaction survey net promoter score response|satisfaction survey smiley faces response|satisfaction survey positive negative response',
    ],
    tables: [...templates.answers],
  },
  {
    name: 'clients',
    needs: [parent, 'id', 'business name', 'profile type|person type'],
    called: 'clients',
    tables: [templates.clients, templates.clientOfTicket],
  },
  {
    name: 'sheet',
    signature: {
      own: [
        'aberto via',
        'cliente pessoa',
        'cliente organizacao',
        'sla 1 resposta',
        'tempo de vida horas uteis|tempo de vida util',
        'status base|base status',
        'servico completo|servico 1 nivel',
        'ultima acao em|ultima acao',
      ],
      shared: [
        'numero|n|numero do ticket',
        'protocolo',
        'assunto',
        'categoria',
        'urgencia',
        'status',
        'justificativa',
        'responsavel',
        'equipe|equipe responsavel',
        'aberto em',
        'resolvido em',
        'fechado em',
      ],
    },
    weights: { base: 0.15, own: 0.15, shared: 0.04 },
    tables: [templates.sheet, templates.sheetRatings, templates.sheetAgents, templates.sheetCustomers],
  },
];

/** Movidesk, now Zenvia: tickets of the API with what lies inside them, and the Portuguese sheets of its lists. */
export const movidesk = sourceOf({ vendor: 'movidesk', title: 'Movidesk', shapes, vocabularies });
