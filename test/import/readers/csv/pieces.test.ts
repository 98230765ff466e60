import { expect, it } from 'vitest';
import { loadPieces } from '../../../../src/lib/import/readers/csv/load.ts';
import { beginCsv, walkCsv } from '../../../../src/lib/import/readers/csv/plan.ts';
import { useEngine } from '../native.ts';
import { inputFile } from '../reading.ts';

const engine = useEngine();

it('a file in pieces gives its rows in their order, the names left out once', async () => {
  const texts = ['id,words\n1,"a, b"\n2,', '\n3,"over\ntwo lines"\n', '4,d\n5,e'];
  const told: number[] = [];
  await loadPieces(
    engine(),
    'pieced',
    {
      ...{ pieces: texts.map((text) => new Blob([text])), delimiter: ',', quote: '"', skip: 1 },
      ...{ names: ['id', 'words'], width: 2, pads: false, longest: 20 },
    },
    { signal: undefined, onProgress: (share) => told.push(share) },
  );
  const table = await engine().query('select rowid::int, id, words from pieced order by rowid');
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.columns.map(({ at }) => at(row)));
  expect(rows).toEqual([
    [0, '1', 'a, b'],
    [1, '2', null],
    [2, '3', 'over\ntwo lines'],
    [3, '4', 'd'],
    [4, '5', 'e'],
  ]);
  expect(told).toEqual([1 / 3, 2 / 3, 1]);
});

it('the walk over a large file notes where it can be cut: at the beginning of a record', async () => {
  const line = `T,"a line\nof two",${'x'.repeat(1000)}\n`;
  const text = `id,words,more\n${line.repeat(100_000)}`;
  const plan = await walkCsv(await beginCsv(inputFile(text), {}), {});
  const starts = plan.cuts.map((cut) => [
    (cut - 'id,words,more\n'.length) % line.length,
    text.slice(cut, cut + 3),
  ]);
  expect(starts).toEqual([
    [0, 'T,"'],
    [0, 'T,"'],
  ]);
});
