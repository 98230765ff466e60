import { text } from '#errors';
import type { Mapping, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { metricsOf, periodFacts } from '../period-facts.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex, type Template } from '../template.ts';
import * as templates from './mapping.ts';
import { ownMetrics, statistics } from './statistics.ts';

const vocabularies: Mapping['vocabularies'] = {
  status: {
    chat_accepted: 'in_progress',
    chat_assigned: 'in_progress',
    chat_updated: 'in_progress',
    chat_finished: 'closed',
    offline_message: 'new',
  },
  channel: {
    chat_accepted: 'chat',
    chat_assigned: 'chat',
    chat_updated: 'chat',
    chat_finished: 'chat',
    client_updated: 'chat',
    offline_message: 'web_form',
    call_event: 'phone',
  },
  'jivochat offline': {
    chat_accepted: 'false',
    chat_assigned: 'false',
    chat_updated: 'false',
    chat_finished: 'false',
    client_updated: 'false',
    call_event: 'false',
    offline_message: 'true',
  },
  author: { visitor: 'customer', agent: 'agent', client: 'customer', bot: 'bot', system: 'system' },
  direction: { visitor: 'in', client: 'in', agent: 'out', bot: 'out', system: 'out' },
  boolean: { si: 'true' },
};

/** JivoChat: its statistics as sheets of sums, its archive of chats, and the notifications that it sends elsewhere. */
export const jivochat: Source = { vendor: 'jivochat', title: 'JivoChat', recognise, tables, vocabularies };

type Kind = 'notifications' | 'messages' | 'agents' | 'statistics' | 'archive';

function recognise(raw: RawTable, among: readonly RawTable[]): Recognition {
  const found = kindOf(raw, among);
  if (found === null) return { score: 0, why: [] };
  return {
    score: found.score,
    why: [text('import.why.headers', { found: found.headers, vendor: 'JivoChat' })],
  };
}

function tables(raw: RawTable, among: readonly RawTable[]): TableMapping[] {
  const fitted = (...wanted: readonly Template[]) =>
    wanted
      .flatMap((template) => fit(template, raw) ?? [])
      .filter(({ table, columns }) => table !== 'ratings' || 'score' in columns);
  switch (kindOf(raw, among)?.kind) {
    case 'notifications':
      return fitted(templates.chats, templates.chatRatings, templates.visitors);
    case 'messages':
      return fitted(templates.chatMessages, templates.chatBegins, templates.chatEnds);
    case 'agents':
      return fitted(templates.chatAgents, templates.chatAgent);
    case 'archive':
      return fitted(
        templates.archive,
        templates.archiveRatings,
        templates.archiveAgents,
        templates.archiveInvitations,
      );
    default:
      return periodFacts(raw, statistics);
  }
}

interface Found {
  readonly kind: Kind;
  readonly score: number;
  readonly headers: number;
}

function kindOf(raw: RawTable, among: readonly RawTable[]): Found | null {
  const headers = headerIndex(raw);
  const count = (...words: readonly string[]) =>
    words.filter((each) => columnUnder(headers, each) !== null).length;
  const notes = notificationHeaders(raw);
  if (notes >= 2) return { kind: 'notifications', score: 0.9, headers: notes };
  if (isPartOfNotifications(raw, among)) {
    const messages = count('chat id', 'timestamp', 'type', 'message');
    if (messages >= 3) return { kind: 'messages', score: 0.9, headers: messages };
    return { kind: 'agents', score: 0.9, headers: count('chat id', 'id', 'name', 'email') };
  }
  const { archived, begun, rating, agent, customer } = templates.archiveTraits;
  const traits = count(begun, rating, agent, customer);
  if (count(archived) === 1 && traits >= 3)
    return { kind: 'archive', score: 0.4 + traits * 0.1, headers: traits + 1 };
  return statisticsFound(raw);
}

function statisticsFound(raw: RawTable): Found | null {
  const metrics = [...metricsOf(raw, statistics).keys()];
  const own = metrics.filter((name) => ownMetrics.includes(name)).length;
  const score = own < 2 || metrics.length < 3 ? 0 : Math.min(0.95, 0.2 + own * 0.15 + metrics.length * 0.04);
  return score === 0 ? null : { kind: 'statistics', score, headers: metrics.length };
}

function notificationHeaders(raw: RawTable): number {
  const headers = headerIndex(raw);
  const has = (words: string) => columnUnder(headers, words) !== null;
  if (!has('event name') || raw.sheet !== null) return 0;
  return [
    'event name',
    'widget id',
    'visitor number|visitor name|visitor email',
    'chat rate|chat plain messages|offline message id|agent id',
  ].filter(has).length;
}

/** The lists in a notification become tables of their own, known by the file that they stand in. */
function isPartOfNotifications(raw: RawTable, among: readonly RawTable[]): boolean {
  if (raw.sheet !== 'chat.messages' && raw.sheet !== 'agents') return false;
  return among.some((other) => other.file.name === raw.file.name && notificationHeaders(other) >= 2);
}
