import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { quoteLiteral } from '#sql';
import { useEngine } from '../native.ts';
import { failureOf, inputFile, leftovers, tablesOf } from '../reading.ts';

const engine = useEngine();
const folder = mkdtempSync(join(tmpdir(), 'deskbook-parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A Parquet file of what a query gives, written by the engine itself. */
async function parquet(query: string, settings = 'compression zstd') {
  const path = join(folder, 'file.parquet');
  await engine().exec(`copy (${query}) to ${quoteLiteral(path)} (format parquet, ${settings})`);
  return new Uint8Array(readFileSync(path));
}

async function read(query: string, settings?: string) {
  const [table] = await tablesOf(engine(), inputFile(await parquet(query, settings), 'file.parquet'));
  return table;
}

async function cellsOf(...values: string[]) {
  const table = await read(`select ${values.map((value, index) => `${value} as c${index}`).join(', ')}`);
  return table?.rows[0];
}

describe('Parquet', () => {
  test('whole numbers and decimals keep their digits', async () => {
    expect(
      await cellsOf(
        '9007199254740993::bigint',
        '18446744073709551615::ubigint',
        '-12::tinyint',
        '12.50::decimal(9,2)',
        '-0.005::decimal(18,3)',
        '12345678901234567890123.4560::decimal(38,4)',
      ),
    ).toEqual([
      '9007199254740993',
      '18446744073709551615',
      '-12',
      '12.50',
      '-0.005',
      '12345678901234567890123.4560',
    ]);
  });

  test('floats that are whole are written whole, and not-a-number is empty', async () => {
    expect(
      await cellsOf('360001234567::double', '0.1::double', "'nan'::double", "'inf'::float", '1e21::double'),
    ).toEqual(['360001234567', '0.1', null, null, '1000000000000000000000']);
  });

  test('instants say whether they are UTC', async () => {
    expect(
      await cellsOf(
        "timestamp '2024-01-31 09:12:58.5'",
        "timestamptz '2024-01-31 09:12:58-03'",
        "date '1969-12-31'",
        "timestamp '1969-12-31 23:59:59.999999'",
        "timestamp_ns '2024-01-31 09:12:58.123456789'",
        "timestamp_s '2024-01-31 09:12:58'",
        "time '09:05:00'",
        'interval 26 hours',
      ),
    ).toEqual([
      '2024-01-31T09:12:58.5',
      '2024-01-31T12:12:58Z',
      '1969-12-31',
      '1969-12-31T23:59:59.999999',
      '2024-01-31T09:12:58.123456789',
      '2024-01-31T09:12:58',
      '09:05:00',
      '26:00:00',
    ]);
  });

  test('texts, truth values, words of a list, bytes', async () => {
    expect(
      await cellsOf(
        "'não'",
        "''",
        'true',
        "'open'::enum ('open', 'closed')",
        "'3f2504e0-4f89-11d3-9a0c-0305e82c3301'::uuid",
        "'abc'::blob",
        "'\\xff\\x00'::blob",
      ),
    ).toEqual(['não', null, 'true', 'open', '3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'abc', 'ff00']);
  });

  test('structs become columns, lists and maps JSON', async () => {
    const table = await read(`
      select {'channel': 'web', 'source': {'id': 7::bigint}} as via, ['vip', null, 'a"b'] as tags, [1, 2]::bigint[] as ids,
        map {'a': 1.50::decimal(4,2)} as m, [{'x': 1, 'y': date '2024-01-01'}] as parts, []::int[] as nothing, [1, 2]::int[2] as pair
      union all select null, null, null, null, null, null, null
      union all select {'channel': null, 'source': null}, ['z'], null, null, null, null, null`);
    expect([table?.names, ...(table?.rows ?? [])]).toEqual([
      ['via.channel', 'via.source.id', 'tags', 'ids', 'm', 'parts', 'nothing', 'pair'],
      [
        'web',
        '7',
        '["vip",null,"a\\"b"]',
        '[1,2]',
        '{"a":1.50}',
        '[{"x":1,"y":"2024-01-01"}]',
        null,
        '[1,2]',
      ],
      [null, null, null, null, null, null, null, null],
      [null, null, '["z"]', null, null, null, null, null],
    ]);
  });

  test('many rows in several groups, in their order, however they are packed', async () => {
    for (const packing of ['uncompressed', 'snappy', 'gzip', 'lz4_raw', 'brotli']) {
      const table = await read(
        `select i as id, if(i % 3 = 0, null, 'text ' || i) as t from range(20000) r(i) order by i`,
        `compression ${packing}, row_group_size 6000`,
      );
      expect(table?.rows).toEqual(
        Array.from({ length: 20_000 }, (_, i) => [String(i), i % 3 === 0 ? null : `text ${i}`]),
      );
    }
  });

  test('a file without rows has its columns', async () => {
    const table = await read('select 1 as id, 2 as n where false');
    expect([table?.names, table?.rows]).toEqual([['id', 'n'], []]);
  });

  test('a damaged file says so, and nothing stays behind', async () => {
    const before = await leftovers(engine());
    const bytes = await parquet(`select i, 'text ' || i as t from range(5000) r(i)`);
    const garbled = bytes.slice();
    garbled.fill(0x5a, 20, bytes.length - 400);
    for (const content of [bytes.slice(0, -100), garbled, new TextEncoder().encode('PAR1')]) {
      expect(await failureOf(engine(), inputFile(content, 'a.parquet'))).toBe(
        'a.parquet (Parquet) is damaged or cut off. Export it again and open the new file.',
      );
    }
    expect(await leftovers(engine())).toEqual(before);
  });
});
