import { text } from '#errors';
import { canonicalTables, type CanonicalColumn, type CanonicalTable } from '../../canonical/index.ts';
import type { Field, TableMapping } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import type { Recognition, Source } from '../source.ts';
import { ownColumns } from './mapping.ts';
import { plainField } from '../../assign.ts';

/** A file whose headers are the canonical columns of one table: what the sample is made of and Deskbook itself exports. */
export const canonical: Source = { vendor: 'canonical', title: null, recognise, tables };

function recognise(raw: RawTable): Recognition {
  const best = bestTable(raw);
  if (!best) return { score: 0, why: [] };
  const score = best.share >= 0.75 ? best.share : best.share / 2;
  return { score, why: [text('import.why.canonical', { table: best.table.name, found: best.found })] };
}

function tables(raw: RawTable): TableMapping[] {
  const best = bestTable(raw);
  if (!best) return [];
  const headers = new Set(raw.columns.map(({ header }) => header.trim()));
  const fields = best.table.columns.flatMap((column) => fieldOf(best.table, column, headers));
  const requires = best.table.key.filter((name) =>
    fields.some(([filled]) => filled === name || `${filled}_utc` === name),
  );
  return [
    {
      table: best.table.name,
      requires: requires.filter((name) => !nullableKeys.has(name)),
      columns: Object.fromEntries(fields),
    },
  ];
}

/** Keys with these may be empty: they then hold for all. */
const nullableKeys = new Set(['member', 'priority', 'channel', 'team', 'from_at_utc', 'policy']);

interface Fit {
  readonly table: CanonicalTable;
  readonly found: number;
  readonly share: number;
}

function bestTable(raw: RawTable): Fit | null {
  const headers = raw.columns.map(({ header }) => header.trim()).filter((header) => !ownColumns.has(header));
  const base = raw.file.name.replace(/\.[a-z]+$/i, '').toLowerCase();
  const fillable = canonicalTables.filter(({ isDerived }) => !isDerived);
  const fits = fillable.map((table): Fit => {
    const names = new Set(table.columns.map(({ name }) => name));
    const found = headers.filter((header) => names.has(header)).length;
    const complete = table.key.every(
      (key) => headers.includes(key) || headers.includes(key.replace(/_utc$/, '')) || nullableKeys.has(key),
    );
    return { table, found, share: headers.length < 2 || !complete ? 0 : found / headers.length };
  });
  const rank = ({ table, found, share }: Fit) =>
    share * 1000 + (base.includes(table.name) ? 100 : 0) + found - table.columns.length / 1000;
  const [best] = fits.sort((a, b) => rank(b) - rank(a));
  return best && best.share > 0 ? best : null;
}

function fieldOf(
  table: CanonicalTable,
  column: CanonicalColumn,
  headers: ReadonlySet<string>,
): (readonly [string, Field])[] {
  const { name, clock } = column;
  if (ownColumns.has(name) || clock === 'utc') return [];
  if (clock === 'wall' && headers.has(`${name}_utc`)) {
    return [[name, { kind: 'instant', column: `${name}_utc`, utc: true }]];
  }
  return headers.has(name) ? [[name, plainField(table.name, column, name)]] : [];
}
