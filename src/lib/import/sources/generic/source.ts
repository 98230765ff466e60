import { text } from '#errors';
import type { Field, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex, type Template } from '../template.ts';
import { headers } from './headers.ts';
import { rawColumns } from '../../survey/survey.ts';
import * as templates from './mapping.ts';
import { meaning, plainWord, unsolvedWords, vocabulary } from '../../vocabulary/index.ts';
import { asValuesSay } from './values.ts';

/** Anything else: columns are proposed by their headers, in English or Portuguese, and by what their values look like. */
export const generic: Source = { vendor: 'generic', title: null, recognise, tables };

function recognise(raw: RawTable): Recognition {
  const found = tables(raw).reduce((most, { columns }) => Math.max(most, Object.keys(columns).length), 0);
  if (found === 0) return { score: 0, why: [text('import.why.unmapped')] };
  return { score: Math.min(0.5, found / 10), why: [text('import.why.generic', { count: found })] };
}

function tables(raw: RawTable): TableMapping[] {
  return fitted(chosen(raw), raw);
}

/** A list of cases, whatever else its headers may look like. */
export function caseTables(raw: RawTable): TableMapping[] {
  return fitted(ticketTemplates(raw), raw);
}

function fitted(templatesOfFile: readonly Template[], raw: RawTable): TableMapping[] {
  const [primary, ...others] = templatesOfFile.flatMap((template) => fit(template, raw) ?? []);
  if (!primary) return [];
  const first = sane(primary, raw);
  const rest = others.map((table) => sane(table, raw)).filter(fills);
  const isAnswered = rest.some(({ table }) => table === 'ratings');
  if (first.table === 'tickets' && !isAnswered && !speaksOfRequests(first)) return [];
  return [withRest(withEndedStatus(first, raw), raw), ...rest];
}

/** What one row of the file stands for, and what else its rows tell. */
function chosen(raw: RawTable): readonly Template[] {
  const index = headerIndex(raw);
  const has = (words: string) => columnUnder(index, words) !== null;
  const ticketOfOther = has(headers.ticket.replace(/\|id$/, ''));
  if (has(headers.orderId) && has(headers.amount)) return [templates.orders];
  if (ticketOfOther && has(headers.body) && (has(headers.author) || has('message id|id mensagem')))
    return [templates.messages];
  if (has(headers.nps) && !has(headers.status) && !has(headers.csat)) return [templates.npsRatings];
  const isFeedback =
    has('id feedback|feedback id|rating id|survey id|id avaliacao|id da avaliacao|response id') ||
    (ticketOfOther && !has(headers.status) && !has(headers.created));
  if (isFeedback && has(headers.csat)) return [templates.ratings];
  return peopleTemplates(raw, ticketOfOther) ?? ticketTemplates(raw);
}

const agentFiles =
  ' agent agents agente agentes atendente atendentes user users operadores tecnicos analistas ';
const customerFiles = ' customer customers cliente clientes contact contacts contatos consumidores ';

/** A list of agents or customers, by an id of theirs or by the file's name beside names and addresses. */
function peopleTemplates(raw: RawTable, ticketOfOther: boolean): readonly Template[] | null {
  const index = headerIndex(raw);
  const has = (words: string) => columnUnder(index, words) !== null;
  if (ticketOfOther || !has('name|nome|full name|nome completo')) return null;
  if (has(headers.agentId) && !has(headers.created)) return [templates.agentList];
  if (has(headers.customerId) && !has(headers.status)) return [templates.customerList];
  const words = plainWord(raw.file.name.replace(/\.[a-z0-9]+$/i, '')).split(' ');
  const isAbout = (names: string) => words.some((word) => names.includes(` ${word} `));
  if (!has('id') || has(headers.created.replace('created at|', ''))) return null;
  if (isAbout(agentFiles)) return [templates.agentList];
  return isAbout(customerFiles) ? [templates.customerList] : null;
}

function ticketTemplates(raw: RawTable): readonly Template[] {
  const index = headerIndex(raw);
  const isAnswered = columnUnder(index, headers.csat) !== null || columnUnder(index, headers.nps) !== null;
  const primary = isAnswered ? templates.tickets : templates.remarks;
  const others = [templates.agents, templates.customers];
  if (hasTicketIds(raw)) return [primary, ...templates.ticketRatings, ...others];
  const numbered = { ...primary, columns: { ...primary.columns, ticket_id: rowId } };
  const answers = templates.ticketRatings.map((each) => ({
    ...each,
    columns: { ...each.columns, ticket_id: rowId, rating_id: rowId },
  }));
  return [numbered, ...answers, ...others];
}

/** Ids have a digit, all but a stray one such as a total's; what looks like text is what the ticket is about. */
function hasTicketIds(raw: RawTable): boolean {
  const column = columnUnder(headerIndex(raw), headers.ticket);
  const samples = raw.columns.find(({ name }) => name === column)?.samples;
  const ids = samples?.filter((sample) => sample.length <= 60 && /\d/.test(sample)) ?? [];
  return samples !== undefined && ids.length >= samples.length * 0.8;
}

const whenOrHow = [
  'created_at',
  'updated_at',
  'last_solved_at',
  'closed_at',
  'status',
  'first_human_reply_at',
];
const whatOrWho = [
  'subject',
  'type',
  'channel',
  'priority',
  'customer_id',
  'agent_id',
  'team',
  'due_at',
  'reported_resolution_seconds',
  'reported_first_response_seconds',
  'wait_seconds',
  'handle_seconds',
];

/**
 * A table of links or of names is not one of requests: these have a time or a state and something more, or at least a text and
 * what it is about.
 */
function speaksOfRequests({ columns }: TableMapping): boolean {
  const { subject } = columns;
  const isName = subject?.kind === 'text' && /^(name|nome)$/i.test(subject.column);
  const count = (names: readonly string[]) => names.filter((name) => name in columns).length;
  const states = count(whenOrHow);
  const traits = count(whatOrWho) - (isName ? 1 : 0);
  if (states > 0) return traits > 0 || ('status' in columns && states > 1);
  return subject !== undefined && !isName && traits >= 2;
}

/** "Not resolved" beside "open" is the end of a ticket that found no solution: it was closed, and never solved. */
function withEndedStatus(table: TableMapping, raw: RawTable): TableMapping {
  const { status: field, closed_at: closed } = table.columns;
  if (field?.kind !== 'word' || closed?.kind !== 'instant') return table;
  const words = raw.columns.find(({ name }) => name === field.column)?.samples ?? [];
  const unsolved = words.filter((word) => unsolvedWords.includes(plainWord(word)));
  const open = words.filter((word) => meaning(vocabulary('status')!, word) === 'open');
  if (unsolved.length === 0 || open.length === unsolved.length) return table;
  const last_solved_at: Field = table.columns['last_solved_at'] ?? {
    ...closed,
    unless: { column: 'status_raw', is: unsolved },
  };
  const status: Field = { ...field, vocabulary: 'ended_status' };
  return { ...table, columns: { ...table.columns, status, last_solved_at } };
}

/** A file without ids: its rows are its tickets. */
const rowId: Field = { kind: 'row', prefix: 'row ' };

function sane(table: TableMapping, raw: RawTable): TableMapping {
  const columns = Object.entries(table.columns).flatMap(([name, field]) => {
    const usable = asValuesSay(field, raw);
    return usable ? [[name, usable] as const] : [];
  });
  return { ...table, columns: Object.fromEntries(columns) };
}

function fills({ table, columns, requires }: TableMapping): boolean {
  return table === 'ratings' ? 'score' in columns : requires.every((name) => name in columns);
}

const mostCustomFields = 40;

/** What is left of a ticket's columns is kept by name, so that one can still break down by it. */
function withRest(table: TableMapping, raw: RawTable): TableMapping {
  if (table.table !== 'tickets') return table;
  const conditional = Object.values(table.columns).filter(({ unless }) => unless !== undefined);
  const used = rawColumns({
    ...table,
    columns: Object.fromEntries(
      Object.entries(table.columns).filter(([, field]) => !conditional.includes(field)),
    ),
  });
  const rest = raw.columns.filter(
    ({ name, samples }) =>
      !used.has(name) && samples.length > 0 && samples.every((sample) => sample.length <= 60),
  );
  return rest.length === 0
    ? table
    : { ...table, customFields: rest.slice(0, mostCustomFields).map(({ name }) => name) };
}
