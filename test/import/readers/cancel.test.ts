import { RecordBatchStreamWriter, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/lib/import/readers/reader.ts';
import { useEngine } from './native.ts';
import { inputFile, leftovers } from './reading.ts';
import { workbookBytes } from './xlsx/workbook-file.ts';

const engine = useEngine();

const texts = Array.from({ length: 40_000 }, (_, id) => `some words and ${id}`);
const lines = texts.map((text, id) => JSON.stringify({ id, text, parts: [{ id }] })).join('\n');
const sheet = [['id', 'text'], ...texts.slice(0, 12_000).map((text, id) => [id, text])];

const files: Readonly<Record<string, () => Uint8Array>> = {
  json: () => strToU8(lines),
  gzip: () => gzipSync(strToU8(lines)),
  zip: () => zipSync({ 'a.csv': strToU8('id,text\n1,x\n'), 'b.json': strToU8(lines) }),
  arrow: () =>
    RecordBatchStreamWriter.writeAll(
      new Table({ text: vectorFromArray([...texts, ...texts, ...texts], new Utf8()) }),
    ).toUint8Array(true),
  xlsx: () => workbookBytes({ sheets: { A: sheet, B: [['other', 'names'], ...sheet.slice(1)] } }),
};

describe('a cancel leaves nothing behind', () => {
  test.each(Object.entries(files))('%s', async (_format, bytes) => {
    const before = await leftovers(engine());
    const content = new Uint8Array(bytes());
    for (const share of [0, 0.4]) {
      const controller = new AbortController();
      const onProgress = (fraction: number) => fraction >= share && controller.abort();
      const reading = readFile(engine(), inputFile(content, 'file'), {
        signal: controller.signal,
        onProgress,
      });
      await expect(reading).rejects.toThrow();
      expect(await leftovers(engine())).toEqual(before);
    }
  });
});
