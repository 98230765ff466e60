import { Int64, RecordBatchFileWriter, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { gzipSync, strToU8, zipSync } from 'fflate';
import * as parquet from 'parquet-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { failureOf, inputFile, leftovers, tablesOf } from './reading.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
});
afterAll(() => engine.close());

const rows = [
  ['9007199254740993', 'não'],
  ['2', null],
];

function sample(): Table {
  return new Table({
    id: vectorFromArray([9007199254740993n, 2n], new Int64()),
    note: vectorFromArray(['não', null], new Utf8()),
  });
}

async function parquetBytes(table: Table): Promise<Uint8Array<ArrayBuffer>> {
  await parquet.default();
  const bytes = parquet.writeParquet(parquet.Table.fromIPCStream(tableToIPC(table, 'stream')));
  return new Uint8Array(bytes);
}

async function read(content: BlobPart, name: string) {
  return (await tablesOf(engine, inputFile(content, name))).map((table) => [
    table.file,
    table.sheet,
    ...table.rows,
  ]);
}

describe('in the browser', () => {
  test('JSON with lists of its own, and NDJSON', async () => {
    const content = `{"tickets": [{"id": 9007199254740993, "via": {"channel": "web"}, "comments": [{"body": "ol\\ud800á"}]}]}`;
    expect(await read(content, 'a.json')).toEqual([
      ['a.json', 'tickets', ['9007199254740993', 'web']],
      ['a.json', 'tickets.comments', ['9007199254740993', 'web', 'ol\ufffdá']],
    ]);
    const lines = Array.from({ length: 30_000 }, (_, id) => JSON.stringify({ id, text: `text ${id}` }));
    const [table] = await read(lines.join('\n'), 'a.ndjson');
    expect(table?.slice(2)).toEqual(lines.map((_, id) => [String(id), `text ${id}`]));
  });

  test('Parquet', async () => {
    expect(await read(await parquetBytes(sample()), 'a.parquet')).toEqual([['a.parquet', null, ...rows]]);
  });

  test('Parquet of many rows, and one that is damaged inside', async () => {
    const before = await leftovers(engine);
    const texts = Array.from({ length: 50_000 }, (_, id) => `text ${id}`);
    const bytes = await parquetBytes(new Table({ text: vectorFromArray(texts, new Utf8()) }));
    const [table] = await read(bytes, 'a.parquet');
    expect(table?.slice(2)).toEqual(texts.map((text) => [text]));
    bytes.fill(0x5a, 20, bytes.length - 400);
    expect(await failureOf(engine, inputFile(bytes, 'a.parquet'))).toBe(
      'a.parquet (Parquet) is damaged or cut off. Export it again and open the new file.',
    );
    expect(await leftovers(engine)).toEqual(before);
  });

  test('Arrow', async () => {
    const bytes = RecordBatchFileWriter.writeAll(sample()).toUint8Array(true);
    for (const content of [bytes, tableToIPC(sample(), 'stream')]) {
      expect(await read(new Uint8Array(content), 'a.arrow')).toEqual([['a.arrow', null, ...rows]]);
    }
  });

  test('gzip and zip', async () => {
    const csv = strToU8('id,note\n1,x\n');
    const bytes = zipSync({ 'a.csv': csv, 'b.csv.gz': gzipSync(csv) });
    expect(await read(new Uint8Array(bytes), 'export.zip')).toEqual([
      ['export.zip/a.csv', null, ['1', 'x']],
      ['export.zip/b.csv', null, ['1', 'x']],
    ]);
    const [table] = await read(new Uint8Array(gzipSync(strToU8(`id\n${'7\n'.repeat(100_000)}`))), 'c.csv.gz');
    expect([table?.[0], table?.length]).toEqual(['c.csv', 100_002]);
  });
});
