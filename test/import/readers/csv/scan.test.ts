import { describe, expect, test } from 'vitest';
import { scanBlob, scanBytes } from '../../../../src/lib/import/readers/csv/scan.ts';

const comma = { delimiter: 0x2c, quote: 0x22 };

/** Each record as `text|cells|filled`, `!` before a broken one. */
async function records(content: string, marks: { delimiter: number; quote: number | null } = comma) {
  const bytes = new TextEncoder().encode(content);
  const found: string[] = [];
  const collect = (start: number, end: number, cells: number, filled: number, broken: boolean) => {
    const record = new TextDecoder().decode(bytes.subarray(start, end));
    found.push(broken ? `!${record}` : `${record}|${cells}|${filled}`);
  };
  await scanBlob(new Blob([content]), marks, collect);
  const inMemory = found.splice(0);
  scanBytes(bytes, marks, collect, true);
  expect(found).toEqual(inMemory);
  return found;
}

describe('the walk over the records', () => {
  test('a record ends at LF, CRLF or CR, and empty lines are none', async () => {
    expect(await records('a,b\n1,2\r\n\r\n3,4\r5,6\n\n\n7,8')).toEqual(
      ['a,b', '1,2', '3,4', '5,6', '7,8'].map((record) => `${record}|2|2`),
    );
  });

  test('line ends, delimiters and doubled quotes inside quotes belong to the cell', async () => {
    expect(await records('1,"a\r\nb, ""c""\n",3\n4,"",\n')).toEqual([
      '1,"a\r\nb, ""c""\n",3|3|3',
      '4,"",|3|1',
    ]);
  });

  test('a quote inside a bare cell is a character; one after spaces opens a cell', async () => {
    expect(await records('1,5" tv,3\n1, "a,b" ,3\n')).toEqual(['1,5" tv,3|3|3', '1, "a,b" ,3|3|3']);
  });

  test('cells of spaces count as empty', async () => {
    expect(await records('a, ,\n , ,\n')).toEqual(['a, ,|3|1', ' , ,|3|0']);
  });

  test('text after a closed quote breaks the line, not the file', async () => {
    expect(await records('1,"a"b,3\n4,5,6\n')).toEqual(['!1,"a"b,3', '4,5,6|3|3']);
  });

  test('a quote that is never closed breaks its line, not the file', async () => {
    expect(await records('1,"a,3\r\n4,5,6\r\n7,8,9')).toEqual(['!1,"a,3', '4,5,6|3|3', '7,8,9|3|3']);
    expect(await records('1,2,3\n4,"5,6')).toEqual(['1,2,3|3|3', '!4,"5,6']);
  });

  test('a broken line that crosses the stretches it is read in is given up once', async () => {
    const long = 'x'.repeat(5 << 20);
    const found = await records(`1,"${long}\n2,3\n4,"5"\n6,7`);
    expect(found.map((record) => record.slice(0, 8))).toEqual(['!1,"xxxx', '2,3|2|2', '4,"5"|2|', '6,7|2|2']);
  });

  test('CRLF that falls between two stretches is one line end', async () => {
    const first = `1,${'x'.repeat((4 << 20) - 3)}`;
    const found = await records(`${first}\r\n\r\n2,3\r\n`);
    expect(found.map((record) => record.slice(-6))).toEqual(['xx|2|2', ',3|2|2'.padStart(6)]);
  });

  test('without a quote character every quote is text', async () => {
    expect(await records('1,"a,3\n', { delimiter: 0x2c, quote: null })).toEqual(['1,"a,3|3|3']);
  });
});
