import { text } from '#errors';
import type { TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { plainWord } from '../../vocabulary/index.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { agents, changes, customers, others, tickets, traits } from './mapping.ts';

/** A log of a service desk: one row per update of a ticket, as ServiceNow's audit gives it. */
export const eventLog: Source = { vendor: 'eventlog', title: null, recognise, tables };

/** Headers by which ServiceNow's tables are known even without a count of updates. */
const own =
  /^(sys (updated|created) (at|on|by)|sys mod count|incident state|reassignment count|made sla|assignment group|cmdb ci)$/;
const leastOwn = 4;

/** Every list of tickets has numbers, states and times; that it counts the updates of a ticket makes it a log. */
function recognise(raw: RawTable): Recognition {
  const headers = headerIndex(raw);
  const has = (words: string) => columnUnder(headers, words) !== null;
  const ofOne = [...headers.keys()].filter((header) => own.test(header)).length;
  const isLog = has(traits.number) && has(traits.state) && has(traits.updated);
  if (!isLog || (!has(traits.count) && ofOne < leastOwn)) return { score: 0, why: [] };
  const found = Object.values(traits).filter(has).length;
  return { score: Math.min(1, 0.4 + found * 0.05), why: [text('import.why.log', { found })] };
}

function tables(raw: RawTable): TableMapping[] {
  return [tickets, ...changes, agents, customers].flatMap((template) => {
    const fitted = fit(template, raw);
    if (fitted?.table === 'ticket_events' && !('at' in fitted.columns)) return [];
    return fitted ? [fitted.table === 'tickets' ? withOthers(fitted, raw) : fitted] : [];
  });
}

function withOthers(table: TableMapping, raw: RawTable): TableMapping {
  const kept = raw.columns.filter(({ name, header }) =>
    others.test(plainWord(header === '' ? name : header)),
  );
  return kept.length === 0 ? table : { ...table, customFields: kept.map(({ name }) => name) };
}
