import type { TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import type { Recognition, Source } from '../source.ts';
import { recogniseHeaders } from '../recognise.ts';
import { fit } from '../template.ts';
import { agents, customers, ratings, signature, tickets } from './mapping.ts';

/** Freshdesk's ticket CSV. */
export const freshdesk: Source = { vendor: 'freshdesk', title: 'Freshdesk', recognise, tables };

function recognise(raw: RawTable): Recognition {
  return recogniseHeaders(raw, 'Freshdesk', signature, { base: 0.1, own: 0.18, shared: 0.05 });
}

function tables(raw: RawTable): TableMapping[] {
  const all = [tickets, ratings, agents, customers].flatMap((template) => fit(template, raw) ?? []);
  return all.filter((table) => table.table !== 'ratings' || 'score' in table.columns);
}
