import { text } from '#errors';
import type { RawTable } from '../../readers/reader.ts';
import type { Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { shops, type Shop } from './mapping.ts';

/** Orders as shop systems export them: several lines of one order are one order. */
export const orders: Source = {
  vendor: 'orders',
  title: null,
  recognise: (raw) => {
    const shop = shopOf(raw);
    if (!shop) return { score: 0, why: [] };
    return { score: 0.9, why: [text('import.why.orders', { shop: shop.title })] };
  },
  tables: (raw) => {
    const shop = shopOf(raw);
    if (!shop) return [];
    return [shop.orders, ...(shop.cancelled ? [shop.cancelled] : [])].flatMap(
      (template) => fit(template, raw) ?? [],
    );
  },
};

function shopOf(raw: RawTable): Shop | undefined {
  const headers = headerIndex(raw);
  return shops.find(({ needs }) => needs.every((words) => columnUnder(headers, words) !== null));
}
