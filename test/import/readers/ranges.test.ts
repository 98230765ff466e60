import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { dropRaw, readFile, rowRanges } from '../../../src/lib/import/readers/reader.ts';
import { inputFile } from './reading.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

it('the ranges of a large table hold each of its rows once, and none that is rejected; a small one is one range', async () => {
  const lines = Array.from({ length: 500_000 }, (_, row) => `${row},a${row % 7}`);
  lines[10] = '10,a,b,c,d,e';
  lines[400_000] = '400000,a,b,c,d,e';
  const [large] = await readFile(engine, inputFile(`id,agent\n${lines.join('\n')}\n`));
  const [small] = await readFile(engine, inputFile('id,agent\n1,a\n'));
  if (!large || !small) throw new Error('nothing was read');
  const ranges = rowRanges(large);
  const all = ranges.map((range) => `from ${range}`).join(' union all ');
  const counts = await engine.query(
    `select count(*)::integer, count(distinct source_row)::integer, count(*) filter (source_row = id::bigint + 1)::integer, (select count(*) from (from ${large.relation} except all (${all})))::integer from (${all})`,
  );
  expect([ranges.length, counts.columns.map((column) => column.at(0)), rowRanges(small)]).toEqual([
    2,
    [499_998, 499_998, 499_998, 0],
    [small.relation],
  ]);
  await dropRaw(engine, large);
  await dropRaw(engine, small);
});
