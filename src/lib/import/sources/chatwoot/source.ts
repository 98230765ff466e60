import { text } from '#errors';
import type { Mapping, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { metricsOf, periodFacts, type PeriodSheet } from '../period-facts.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Recognition, Source } from '../source.ts';
import * as templates from './mapping.ts';
import { reports, unnamedCells } from './reports.ts';

const vocabularies: Mapping['vocabularies'] = {
  status: {
    '0': 'open',
    '1': 'solved',
    '2': 'new',
    '3': 'hold',
    open: 'open',
    resolved: 'solved',
    pending: 'new',
    snoozed: 'hold',
  },
  priority: { '0': 'low', '1': 'normal', '2': 'high', '3': 'urgent' },
  author: {
    user: 'agent',
    contact: 'customer',
    'agent bot': 'bot',
    'captain assistant': 'bot',
    '0': 'customer',
    '1': 'agent',
    '2': 'system',
    '3': 'system',
    incoming: 'customer',
    outgoing: 'agent',
    activity: 'system',
    template: 'system',
  },
  'chatwoot unnamed': {
    '0': 'customer',
    '1': 'system',
    '2': 'system',
    '3': 'system',
    incoming: 'customer',
    outgoing: 'system',
    activity: 'system',
    template: 'system',
  },
  'chatwoot automated': {
    '0': 'false',
    '1': 'false',
    '2': 'true',
    '3': 'true',
    incoming: 'false',
    outgoing: 'false',
    activity: 'true',
    template: 'true',
  },
  direction: {
    '0': 'in',
    '1': 'out',
    '2': 'out',
    '3': 'out',
    incoming: 'in',
    outgoing: 'out',
    activity: 'out',
    template: 'out',
  },
};

const { link, agentName, recorded, rating } = templates.satisfactionHeaders;

const shapes: readonly Shape[] = [
  {
    name: 'exported messages',
    needs: ['conversation id', 'message type', 'message private', 'message created at'],
    tables: [templates.exportedMessages, templates.exportedConversations],
  },
  {
    name: 'messages',
    needs: ['id', 'conversation id', 'message type', 'private', 'sender type'],
    tables: [templates.messages],
  },
  {
    name: 'messages without sender',
    needs: ['id', 'conversation id', 'message type', 'private'],
    lacks: 'sender type',
    tables: [templates.messagesWithoutSender],
  },
  {
    name: 'conversations',
    needs: ['inbox id', 'status', 'created at', 'meta sender id|contact id', 'meta channel|display id|uuid'],
    lacks: 'message type',
    tables: [templates.conversations, templates.contactsOfConversations, templates.agentsOfConversations],
  },
  {
    name: 'reporting events',
    needs: ['name', 'value', 'value in business hours', 'conversation id'],
    tables: [
      templates.resolves,
      templates.handoffs,
      templates.reportedFirstResponse,
      templates.reportedResolution,
      templates.openings,
      templates.reopenings,
    ],
  },
  {
    name: 'answers',
    needs: ['rating', 'feedback message', 'conversation id'],
    tables: [templates.answers],
  },
  {
    name: 'satisfaction',
    needs: [link, agentName, recorded, rating],
    tables: [templates.satisfaction, templates.satisfactionAgents],
  },
  {
    name: 'inboxes',
    needs: ['id', 'name', 'channel type', 'channel id|working hours enabled|greeting enabled|account id'],
    tables: [templates.inboxChannels, templates.inboxNames],
  },
  {
    name: 'users',
    needs: ['id', 'name', 'email', 'availability|availability status|auto offline'],
    tables: [templates.users],
  },
  {
    name: 'teams',
    needs: ['id', 'name'],
    lacks: 'email',
    called: 'teams|team',
    inCompany: true,
    tables: [templates.teams],
  },
  {
    name: 'contacts',
    needs: ['id', 'name', 'email', 'phone number'],
    called: 'contacts|contact|payload',
    inCompany: true,
    tables: [templates.contacts],
  },
];

const base = sourceOf({ vendor: 'chatwoot', title: 'Chatwoot', shapes, vocabularies });

/** Chatwoot: its API, dumps of its database, its reports and satisfaction downloads, and exports of those who resell it. */
export const chatwoot: Source = {
  ...base,
  recognise: (raw, among) => {
    const [report, other] = [recogniseReport(raw), base.recognise(raw, among)];
    return report.score > other.score ? report : other;
  },
  tables: (raw, among) => {
    const isReport = recogniseReport(raw).score > base.recognise(raw, among).score;
    return isReport ? reportTables(raw) : base.tables(raw, among);
  },
};

function recogniseReport(raw: RawTable): Recognition {
  const found = metricsOf(raw, reports);
  const isReport =
    found.has('conversations') && found.has('first_response_time') && found.has('resolution_time');
  if (!isReport) return { score: 0, why: [] };
  return {
    score: Math.min(0.95, 0.5 + found.size * 0.1),
    why: [text('import.why.headers', { found: found.size, vendor: 'Chatwoot' })],
  };
}

function reportTables(raw: RawTable): TableMapping[] {
  const unnamed = raw.columns.filter(({ header }) => header === '').map(({ name }) => name.toLowerCase());
  const isShort = unnamed.length === unnamedCells.length;
  const metrics = isShort
    ? { ...reports.metrics, ...Object.fromEntries(unnamedCells.map((name, at) => [name, unnamed[at]!])) }
    : reports.metrics;
  const sheet: PeriodSheet = { ...reports, metrics };
  return periodFacts(raw, sheet);
}
