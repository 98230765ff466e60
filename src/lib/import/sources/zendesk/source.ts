import { text } from '#errors';
import type { TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { agents, customers, ratings, signature, tickets } from './mapping.ts';

/** Zendesk's ticket CSV. */
export const zendesk: Source = { vendor: 'zendesk', recognise, tables };

function recognise(raw: RawTable): Recognition {
  const headers = headerIndex(raw);
  const own = signature.own.filter((words) => columnUnder(headers, words) !== null).length;
  const shared = signature.shared.filter((words) => columnUnder(headers, words) !== null).length;
  const view = headers.has('requester') && headers.has('requested') && headers.has('id') ? 0.6 : 0;
  const score = own === 0 ? view : Math.min(1, 0.2 + own * 0.2 + shared * 0.04);
  return {
    score,
    why: score === 0 ? [] : [text('import.why.headers', { found: own + shared, vendor: 'Zendesk' })],
  };
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
