import { describe, expect, test } from 'vitest';
import { tell } from '#messages';
import { ImportError } from '#errors';
import { detect } from '../../../src/lib/import/readers/detect.ts';
import { readFile } from '../../../src/lib/import/readers/reader.ts';
import { useEngine } from './native.ts';
import { inputFile } from './reading.ts';

const engine = useEngine();

const contents: [string, BlobPart, string][] = [
  ['text', 'a,b\n1,2\n', 'a.xlsx'],
  ['text', 'nome;descrição\n1;{"x": 1}\n', 'a.csv'],
  ['text', '[INTERNAL] report\na,b\n1,2\n', 'a.csv'],
  ['text', '<não informado>,b\n1,2\n', 'a.csv'],
  ['text', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0), 'a.csv'],
  ['empty', '', 'a.csv'],
  ['html', '<html><body><table><tr><td>1</td></tr></table></body></html>', 'a.xls'],
  ['html', '<?xml version="1.0"?>\n<!DOCTYPE html><html></html>', 'a.xls'],
  ['xml', '<?xml version="1.0"?><rows/>', 'a.csv'],
  ['json', '[{"id": 1}]', 'a.csv'],
  ['json', '\ufeff{"id": 1}\n{"id": 2}\n', 'a.ndjson'],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'a.csv'],
  ['parquet', 'PAR1....', 'a.csv'],
  ['xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'a.xlsx'],
  ['zip', 'PK\x03\x04 something else', 'a.xlsx'],
  ['arrow', 'ARROW1\0\0', 'a.csv'],
  ['arrow', Uint8Array.of(255, 255, 255, 255, 128, 0, 0, 0, 16, 0), 'a.csv'],
  ['xlsb', 'PK\x03\x04 xl/workbook.bin', 'a.xlsx'],
  ['image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a.csv'],
  ['json', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x22, 0, 0x61, 0), 'a.csv'],
  ['binary', Uint8Array.of(1, 2, 3, 0, 0, 0, 7), 'a.csv'],
];

describe('what a file is', () => {
  test.each(contents)('%s: %j called %s', async (format, content, name) => {
    expect(await detect(inputFile(content, name))).toBe(format);
  });

  test.each<[BlobPart, string]>([
    ['%PDF-1.7', 'x.csv is PDF, which Deskbook cannot read yet. Save it as CSV or XLSX and open that.'],
    [
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      'x.csv is a picture. Export the data behind it as CSV or XLSX and open that.',
    ],
    ['', 'x.csv is empty.'],
    ['\n\n', 'x.csv is empty.'],
  ])('what cannot be read says why and what to do: %j', async (content, sentence) => {
    const failure = await readFile(engine(), inputFile(content, 'x.csv')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect(failure instanceof ImportError && tell('en', failure.text)).toBe(sentence);
  });
});
