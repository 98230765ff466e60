import { text } from '#errors';
import type { TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { recogniseHeaders } from '../recognise.ts';
import { certain, type Recognition, type Source } from '../source.ts';
import { fit, headerIndex } from '../template.ts';
import { agents, customers, ratings, signature, tickets } from './mapping.ts';

/** Zendesk's ticket CSV. */
export const zendesk: Source = { vendor: 'zendesk', title: 'Zendesk', recognise, tables };

/** A view's export has few columns, and none that only Zendesk has. */
function recognise(raw: RawTable): Recognition {
  const found = recogniseHeaders(raw, 'Zendesk', signature);
  const headers = headerIndex(raw);
  const isView = ['id', 'requester', 'requested'].every((header) => headers.has(header));
  if (found.score > 0 || !isView) return found;
  return { score: certain, why: [text('import.why.headers', { found: 3, vendor: 'Zendesk' })] };
}

function tables(raw: RawTable): TableMapping[] {
  const all = [tickets, ratings, agents, customers].flatMap((template) => fit(template, raw) ?? []);
  const custom = raw.columns
    .filter(({ header }) => /\[(list|txt|dec|int|flg|date|rgx|multi)\]$/i.test(header))
    .map(({ name }) => name);
  return all.flatMap((table) => {
    if (table.table === 'ratings' && !('score' in table.columns)) return [];
    return [table.table === 'tickets' && custom.length > 0 ? { ...table, customFields: custom } : table];
  });
}
