import { expect, test } from 'vitest';
import { everything } from '#output';
import { rowsOf, type Table } from '#table';
import { relationSource } from '../../../src/lib/ui/outputs/grid-source.ts';
import { useEngine } from '../../import/readers/native.ts';

const engine = useEngine();

async function sourceOf(relation: string, storedAs: 'table' | 'view') {
  const firstPage = await engine().query(`select * from ${relation} limit 10`);
  const { columns } = firstPage;
  return relationSource(Promise.resolve(engine()), { relation, storedAs, columns, rowCount: 0, firstPage });
}

async function numbers(pages: AsyncIterable<Table>): Promise<number[]> {
  const found: number[] = [];
  for await (const page of pages) found.push(...rowsOf(page).map(({ n }) => Number(n)));
  return found;
}

test('a view of more rows than are asked for at once gives each of them once', async () => {
  await engine().exec('create temp table many as select range::integer as n from range(200000)');
  await engine().exec('create temp view seen as select * from many');
  const rows = await numbers((await sourceOf('seen', 'view')).everyRow(everything));
  expect(rows).toEqual(Array.from({ length: 200_000 }, (_, n) => n));
});

test('what is sorted and filtered is given so', async () => {
  await engine().exec('create temp table few as select unnest([3, 12, 2, 21, 10]) as n');
  const source = await sourceOf('few', 'table');
  expect(await numbers(source.everyRow(everything))).toEqual([3, 12, 2, 21, 10]);
  const sort = { column: 'n', direction: 'desc' } as const;
  expect(await numbers(source.everyRow({ ...everything, sort, search: '2' }))).toEqual([21, 12, 2]);
});
