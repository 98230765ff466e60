import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { readFile } from '../../../src/lib/import/readers/reader.ts';
import { inputFile, leftovers, outcome } from './reading.ts';
import { workbookBytes } from './xlsx/workbook-file.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
});
afterAll(() => engine.close());

describe('in the browser', () => {
  test('a Windows-1252 file with fields of several lines and rows that are off', async () => {
    const letters = 'id;text;n\r\n1;"não\r\n“sim”";3\r\n2;é\r\n3;"x ""y""";4\r\n4;"a"b;5\r\n5;;6\r\n';
    const special = new Map([
      ['“', 0x93],
      ['”', 0x94],
    ]);
    const bytes = Uint8Array.from(letters, (letter) => special.get(letter) ?? letter.charCodeAt(0));
    const { rows, rejects, counts, written } = await outcome(engine, inputFile(bytes));
    expect({ rows, rejects, counts, written }).toEqual({
      rows: [
        [1, '1', 'não\r\n“sim”', '3'],
        [3, '3', 'x "y"', '4'],
        [5, '5', null, '6'],
      ],
      rejects: [
        [2, '2;é', '2 cells where the header has 3'],
        [4, '4;"a"b;5', 'A quotation mark is not closed, or is followed by more text'],
      ],
      counts: { read: 5, rejected: 2 },
      written: { encoding: 'windows-1252', delimiter: ';', quote: '"', headerRow: 1 },
    });
  });

  test('a clean file is streamed by its handle, in order', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `${index + 1},"text, ${index}",${index % 7}`);
    const told: number[] = [];
    const [raw] = await readFile(engine, inputFile(`id,text,n\n${lines.join('\n')}\n`), {
      onProgress: (fraction) => told.push(fraction),
    });
    const checked = await engine.query(
      `select count(*), count(*) filter (source_row <> id::bigint) from ${raw?.relation}`,
    );
    expect({ found: checked.columns.map((column) => Number(column.at(0))), last: told.at(-1) }).toEqual({
      found: [200_000, 0],
      last: 1,
    });
  });

  test('rows that end early are filled up, and lines may end in LF and CRLF', async () => {
    const { rows } = await outcome(
      engine,
      inputFile(`id,name,note,tag\n${'1,Ana,,\r\n1,Rui,,\n'.repeat(15)}2,"Eva\n"\n`),
    );
    expect(rows.at(-1)).toEqual([31, '2', 'Eva\n', null, null]);
  });

  test('a workbook', async () => {
    const bytes = workbookBytes({
      sheets: {
        Calls: [
          ['Monthly report'],
          ['Call', 'Date', 'Talk', 'Answered'],
          ['0012', { serial: 44227, format: 'dd/mm/yyyy' }, { serial: 1.05, format: '[h]:mm:ss' }, true],
          [13, { serial: 44227.5, format: 'm/d/yy h:mm' }, { error: '#N/A' }, false],
        ],
      },
    });
    const { names, rows, around } = await outcome(engine, inputFile(bytes, 'calls.xlsx'));
    expect({ names, rows, around }).toEqual({
      names: ['Call', 'Date', 'Talk', 'Answered'],
      rows: [
        [1, '0012', '2021-01-31 00:00:00', '25:12:00', 'TRUE'],
        [2, '13', '2021-01-31 12:00:00', null, 'FALSE'],
      ],
      around: { preamble: ['Monthly report'], footer: [] },
    });
  });

  test('a cancel leaves nothing behind', async () => {
    const before = await leftovers(engine);
    const content = `id,text\n${'1,some words to fill the file\n'.repeat(400_000)}`;
    for (const share of [0, 0.3]) {
      const controller = new AbortController();
      const onProgress = (fraction: number) => fraction >= share && controller.abort();
      const reading = readFile(engine, inputFile(content), { signal: controller.signal, onProgress });
      await expect(reading).rejects.toThrow();
      expect(await leftovers(engine)).toEqual(before);
    }
  });
});
