import { text } from '#errors';
import type { Field, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { headers } from './headers.ts';
import { rawColumns } from '../../survey/survey.ts';
import * as templates from './mapping.ts';
import { asValuesSay } from './values.ts';

/** Anything else: columns are proposed by their headers, in English or Portuguese, and by what their values look like. */
export const generic: Source = { vendor: 'generic', title: null, recognise, tables };

function recognise(raw: RawTable): Recognition {
  const found = tables(raw).reduce((most, { columns }) => Math.max(most, Object.keys(columns).length), 0);
  return { score: Math.min(0.5, found / 10), why: [text('import.why.generic', { count: found })] };
}

function tables(raw: RawTable): TableMapping[] {
  const [primary, ...others] = chosen(raw);
  const fitted = [primary, ...others].flatMap((template) => (template ? (fit(template, raw) ?? []) : []));
  return fitted
    .map((table) => sane(table, raw))
    .filter((table, index) => index === 0 || fills(table))
    .map((table, index) => (index === 0 ? withRest(table, raw) : table));
}

/** What one row of the file stands for, and what else its rows tell. */
function chosen(raw: RawTable): templates.Templates {
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
  if (!ticketOfOther && has(headers.agentId) && has('name|nome') && !has(headers.created))
    return [templates.agentList];
  if (!ticketOfOther && has(headers.customerId) && has('name|nome') && !has(headers.status))
    return [templates.customerList];
  const withId = has(headers.ticket)
    ? templates.tickets
    : { ...templates.tickets, columns: { ...templates.tickets.columns, ticket_id: rowId } };
  return [
    withId,
    ...templates.ticketRatings.map((each) =>
      has(headers.ticket)
        ? each
        : { ...each, columns: { ...each.columns, ticket_id: rowId, rating_id: rowId } },
    ),
    templates.agents,
    templates.customers,
  ];
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
  const used = rawColumns(table);
  const rest = raw.columns.filter(
    ({ name, samples }) =>
      !used.has(name) && samples.length > 0 && samples.every((sample) => sample.length <= 60),
  );
  return rest.length === 0
    ? table
    : { ...table, customFields: rest.slice(0, mostCustomFields).map(({ name }) => name) };
}
