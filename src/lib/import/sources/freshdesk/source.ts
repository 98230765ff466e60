import { text } from '#errors';
import type { TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { agents, customers, ratings, signature, tickets } from './mapping.ts';

/** Freshdesk's ticket CSV. */
export const freshdesk: Source = { vendor: 'freshdesk', recognise, tables };

function recognise(raw: RawTable): Recognition {
  const headers = headerIndex(raw);
  const own = signature.own.filter((words) => columnUnder(headers, words) !== null).length;
  const shared = signature.shared.filter((words) => columnUnder(headers, words) !== null).length;
  const score = own === 0 ? 0 : Math.min(1, 0.1 + own * 0.18 + shared * 0.05);
  return {
    score,
    why: score === 0 ? [] : [text('import.why.headers', { found: own + shared, vendor: 'Freshdesk' })],
  };
}

function tables(raw: RawTable): TableMapping[] {
  const all = [tickets, ratings, agents, customers].flatMap((template) => fit(template, raw) ?? []);
  return all.filter((table) => table.table !== 'ratings' || 'score' in table.columns);
}
