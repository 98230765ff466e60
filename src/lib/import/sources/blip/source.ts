import type { Mapping } from '../../mapping.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import { agents, customers, ratings, tickets } from './mapping.ts';

const vocabularies: Mapping['vocabularies'] = {
  status: {
    Waiting: 'new',
    Open: 'in_progress',
    Assigned: 'in_progress',
    ClosedAttendant: 'closed',
    ClosedClient: 'closed',
    ClosedClientInactivity: 'closed',
    ClosedAttendantInactivity: 'closed',
    ClosedBySystem: 'closed',
    Closed: 'closed',
    'fechado pelo atendente': 'closed',
    'fechado pelo cliente': 'closed',
    'fechado por inatividade': 'closed',
    'fechado por inatividade do cliente': 'closed',
    aguardando: 'new',
    aberto: 'in_progress',
  },
  channel: {
    'wa.gw.msging.net': 'whatsapp',
    'messenger.gw.msging.net': 'facebook',
    'instagram.gw.msging.net': 'instagram',
    'telegram.gw.msging.net': 'messaging',
    'mailgun.gw.msging.net': 'email',
    'abs.gw.msging.net': 'messaging',
    'businessmessages.gw.msging.net': 'messaging',
    '0mn.io': 'chat',
    'blip chat': 'chat',
  },
};

const shapes: readonly Shape[] = [
  {
    name: 'tickets',
    needs: ['ticket id|id', 'storage date', 'open date', 'close date', 'customer identity|sequential id'],
    tables: [tickets, ratings, agents, customers],
  },
];

/** Blip Desk: a ticket has its `TicketId`; the sequential one is used again. */
export const blip = sourceOf({ vendor: 'blip', title: 'Blip', shapes, vocabularies });
