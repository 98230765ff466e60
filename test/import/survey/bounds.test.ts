import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { quoteLiteral } from '#sql';
import { columnBounds } from '../../../src/lib/import/survey/bounds.ts';
import { surveyCells } from '../../../src/lib/import/survey/cells.ts';
import { dropRaw, readFile } from '../../../src/lib/import/readers/reader.ts';
import { inputFile } from '../readers/reading.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

async function boundsOf(cells: readonly (string | null)[]) {
  const rows = cells.map((cell) => `(${cell === null ? 'null' : quoteLiteral(cell)})`).join(', ');
  await engine.exec(
    `create or replace table told (x varchar); insert into told values ${rows}; create or replace view seen as select rowid as source_row, * from told`,
  );
  return (await columnBounds(engine, 'seen', ['x']))['x'];
}

it('the engine’s statistics say what holds of every cell', async () => {
  expect([
    await boundsOf(['1', '22', '303']),
    await boundsOf(['2024-01-01 00:00', null]),
    await boundsOf(['1', '-']),
    await boundsOf([' 1', '2']),
    await boundsOf(['1é', '2']),
  ]).toEqual([
    { filled: true, digitsFirst: true, ascii: true, longest: 3 },
    { filled: false, digitsFirst: true, ascii: true, longest: 16 },
    { filled: true, digitsFirst: false, ascii: true, longest: 1 },
    { filled: true, digitsFirst: false, ascii: true, longest: 2 },
    { filled: true, digitsFirst: true, ascii: false, longest: 3 },
  ]);
});

it('texts that look like the statistics themselves prove nothing', async () => {
  for (const text of [', Max: 3', 'x, Max: 9', 'x, Max: ', '][Has Null: false', ', Max: , Max: 5'])
    expect([(await boundsOf(['1', text]))?.digitsFirst, (await boundsOf([text]))?.digitsFirst]).toEqual([
      false,
      false,
    ]);
});

it('a column whose every word is known needs no scan to be surveyed', async () => {
  const cells = ['-', 'a ', 'N/A', 'é', '"1,5"', '1E+3', 'a b', '', '"-"', 'a b'];
  const [raw] = await readFile(
    engine,
    inputFile(`id,x\n${cells.map((cell, i) => `${i},${cell}`).join('\n')}`),
  );
  if (!raw) throw new Error('a file gives a table');
  const counted = await engine.query(
    `select x, count(*)::int as n from ${raw.relation} where x is not null group by x`,
  );
  const words = Array.from({ length: counted.rowCount }, (_, row) => ({
    text: String(counted.columns[0]?.at(row)),
    rows: Number(counted.columns[1]?.at(row)),
  }));
  const ask = { engine, raw, signal: undefined };
  const asked = { columns: ['x'], numbers: ['x'], ids: ['x'] };
  const scanned = await surveyCells(ask, { ...asked, words: {} });
  expect(await surveyCells(ask, { ...asked, words: { x: words } })).toEqual(scanned);
  expect(scanned).toEqual({
    x: { padded: true, filled: 9, unknown: 3, commas: true, exponents: true, parted: true },
  });
  await dropRaw(engine, raw);
});
