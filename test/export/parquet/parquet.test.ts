import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { toParquet } from '#export/parquet';
import { rowsOf, type Table } from '#table';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  [engine, folder] = [await openNodeEngine({}), await mkdtemp(join(tmpdir(), 'deskbook-parquet-'))];
  return async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  };
});

/** Writes pages as a Parquet file, and reads the file with DuckDB. */
async function readBack(...pages: readonly [Table, ...Table[]]): Promise<Table> {
  const chunks: Uint8Array[] = [];
  await toParquet(pages[0].columns, pages, (chunk) => void chunks.push(chunk));
  const path = join(folder, `${Math.random()}.parquet`);
  await writeFile(path, Buffer.concat(chunks));
  return engine.query(`select * from read_parquet('${path}')`);
}

const typesOf = ({ columns }: Table) => Object.fromEntries(columns.map(({ name, type }) => [name, type]));

const every = `
  select true as yes, (-128)::tinyint as i8, (-32768)::smallint as i16, (-5)::integer as i32, 9007199254740993 as i64,
    255::utinyint as u8, 65535::usmallint as u16, 4294967295::uinteger as u32, 18446744073709551615::ubigint as u64,
    1.5::float as f32, 0.1::double as f64, 12.340::decimal(18,3) as money, -12345678901234567890123456789.01::decimal(38,2) as wide,
    'São “Paulo”' as words, ''::varchar as nothing, date '1969-12-31' as day, time '14:30:00.000001' as clock,
    timestamp '2026-01-05 14:30:00.123456' as "at", timestamptz '2026-01-05 14:30:00+00' as zoned,
    '\\x00\\xFF'::blob as bytes, [1, null, 3] as list, {a: 1, b: ['x', null]} as nested, map {'k': 1, 'l': null} as pairs,
    [{'at': date '2026-01-01'}] as deep
`;

test('every type that Parquet has comes back as it was, with its value and as NULL', async () => {
  const written = await engine.query(every);
  const names = written.columns.map(({ name, type }) => `null::${type} as "${name}"`);
  const nulls = await engine.query(`select ${names.join(', ')}`);
  const read = await readBack(written, nulls);
  expect(typesOf(read)).toEqual(typesOf(written));
  expect(rowsOf(read)).toEqual([...rowsOf(written), ...rowsOf(nulls)]);
});

test('what Parquet has no type for is kept exactly in another', async () => {
  const written = await engine.query(
    `select -170141183460469231731::hugeint as huge, '6f1c2b1e-0000-4000-8000-000000000001'::uuid as id,
      'b'::enum('a', 'b') as letter, interval 1 month as span, timestamp_s '2026-01-05 14:30:00' as seconds`,
  );
  const read = await readBack(written);
  expect(typesOf(read)).toEqual({
    huge: 'DECIMAL(38,0)',
    id: 'VARCHAR',
    letter: 'VARCHAR',
    span: 'VARCHAR',
    seconds: 'TIMESTAMP',
  });
  expect(rowsOf(read)).toEqual([
    {
      huge: '-170141183460469231731',
      id: '6f1c2b1e-0000-4000-8000-000000000001',
      letter: 'b',
      span: '1 mo',
      // Micros from 1970-01-01 to 2026-01-05 14:30: 20,458 days and 14.5 hours.
      seconds: (20_458n * 86_400n + 52_200n) * 1_000_000n,
    },
  ]);
});

test('a result without rows keeps its columns', async () => {
  const read = await readBack(await engine.query('select 1 as n, current_date as day where false'));
  expect([read.rowCount, typesOf(read)]).toEqual([0, { n: 'INTEGER', day: 'DATE' }]);
});

test('many pages are one file, in their order', async () => {
  const all = await engine.query(`select range as n, 'w' || range as word from range(5000)`);
  const page = async (from: number) =>
    engine.query(`select range as n, 'w' || range as word from range(${from}, ${from + 1000})`);
  const [first, ...others] = await Promise.all([0, 1000, 2000, 3000, 4000].map(page));
  expect(rowsOf(await readBack(first!, ...others))).toEqual(rowsOf(all));
});
