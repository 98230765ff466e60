import { gzipSync } from 'node:zlib';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { useEngine } from '../native.ts';
import { failureOf, inputFile, leftovers, tablesOf } from '../reading.ts';
import { workbookBytes } from '../xlsx/workbook-file.ts';

const engine = useEngine();
const csv = strToU8('id,name\n1,Ana\n2,Rui\n');
const json = strToU8('[{"id": 5}]');

function zipped(members: Zippable, name = 'export.zip') {
  return inputFile(new Uint8Array(zipSync(members)), name);
}

function gzipped(content: Uint8Array, name: string) {
  return inputFile(new Uint8Array(gzipSync(content)), name);
}

/** File, sheet and rows. */
async function grids(file: ReturnType<typeof inputFile>) {
  return (await tablesOf(engine(), file)).map(({ file: name, sheet, rows }) => [name, sheet, ...rows]);
}

describe('gzip', () => {
  test('is read as the file inside it, named without its ending', async () => {
    expect(await grids(gzipped(csv, 'agents.csv.gz'))).toEqual([
      ['agents.csv', null, ['1', 'Ana'], ['2', 'Rui']],
    ]);
    expect(await grids(gzipped(json, 'tickets'))).toEqual([['tickets', null, ['5']]]);
  });

  test('that is cut off says so', async () => {
    const bytes = gzipSync(strToU8('id,name\n'.repeat(1000)));
    expect(await failureOf(engine(), inputFile(bytes.slice(0, -12), 'a.csv.gz'))).toBe(
      'a.csv.gz cannot be unpacked: it is damaged or cut off. Make it again, or unpack it and open what is inside.',
    );
  });
});

describe('zip', () => {
  test('every table in it is read, whatever its kind and folder', async () => {
    const workbook = workbookBytes({
      sheets: {
        Agents: [
          ['id', 'team'],
          [7, 'A'],
          [8, 'B'],
        ],
      },
    });
    const file = zipped({
      'data/agents.csv': csv,
      'tickets.json': json,
      'book.xlsx': workbook,
      'more.csv.gz': gzipSync(csv),
      'inner.zip': zipSync({ 'deep.csv': csv }),
    });
    expect(await grids(file)).toEqual([
      ['export.zip/data/agents.csv', null, ['1', 'Ana'], ['2', 'Rui']],
      ['export.zip/tickets.json', null, ['5']],
      ['export.zip/book.xlsx', 'Agents', ['7', 'A'], ['8', 'B']],
      ['export.zip/more.csv', null, ['1', 'Ana'], ['2', 'Rui']],
      ['export.zip/inner.zip/deep.csv', null, ['1', 'Ana'], ['2', 'Rui']],
    ]);
  });

  test('what systems leave in archives is passed over, what is no table is told', async () => {
    const file = zipped({
      '__MACOSX/._agents.csv': strToU8('\0\0'),
      '.DS_Store': strToU8('\0\0'),
      'folder/.hidden.csv': csv,
      'folder/': new Uint8Array(),
      'logo.png': strToU8('\x89PNG'),
      'README.txt': strToU8('hello'),
      'broken.csv': new Uint8Array([1, 2, 0, 0, 0, 3]),
      'agents.csv': csv,
    });
    const tables = await tablesOf(engine(), file);
    expect(tables.map(({ file: name, notes }) => [name, notes])).toEqual([
      [
        'export.zip/agents.csv',
        [
          '3 files in export.zip could not be read as tables and were left out: logo.png, README.txt, broken.csv.',
        ],
      ],
    ]);
  });

  test('with nothing to read, or with one file that cannot be read, says why', async () => {
    const pictures = zipped({ 'a.png': strToU8('\x89PNG'), 'b.pdf': strToU8('%PDF-1.4') });
    const noFile =
      'export.zip holds no file that Deskbook reads. It should hold CSV, JSON, XLSX, Parquet or Arrow files.';
    expect(await failureOf(engine(), pictures)).toBe(noFile);
    expect(await failureOf(engine(), zipped({}))).toBe(noFile);
    expect(await failureOf(engine(), zipped({ 'a.csv': new Uint8Array() }))).toBe(
      'export.zip/a.csv is empty.',
    );
  });

  test('more than two archives in each other', async () => {
    const file = zipped({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'd.csv': csv }) }) }, 'a.zip');
    expect(await failureOf(engine(), file)).toBe(
      'a.zip/b.zip/c.zip lies in more than 2 archives. Unpack the outer ones and open this one.',
    );
  });

  test('with a password', async () => {
    const writer = new ZipWriter(new BlobWriter(), { password: 'secret', useWebWorkers: false });
    await writer.add('a.csv', new TextReader('id\n1\n'));
    expect(await failureOf(engine(), inputFile(await writer.close(), 'a.zip'))).toBe(
      'a.zip is protected by a password. Unpack it with the password and open what is inside.',
    );
  });

  test('a bomb is not unpacked, whatever it says of its size', async () => {
    const zeros = new Uint8Array(257 << 20);
    const bytes = zipSync({ 'zeros.csv': zeros });
    const sentence = (name: string) =>
      `${name} was not unpacked: it would grow to more than 4 GB, or to more than 250 times its size, as no export does. If you trust it, unpack it and open what is inside.`;
    expect(await failureOf(engine(), inputFile(bytes.slice(), 'a.zip'))).toBe(sentence('a.zip'));
    expect(await failureOf(engine(), gzipped(zeros, 'a.gz'))).toBe(sentence('a.gz'));
    // The size as the directory at the end has it, and as the member itself says.
    const lying = new DataView(bytes.buffer, bytes.byteOffset);
    lying.setUint32(bytes.length - 22 - 46 - 'zeros.csv'.length + 24, 1000, true);
    lying.setUint32(22, 1000, true);
    expect(await failureOf(engine(), inputFile(bytes.slice(), 'a.zip'))).toMatch(
      /^a\.zip(\/zeros\.csv was not unpacked|.* cannot be unpacked)/,
    );
  });

  test('that is cut off says so, and nothing stays behind', async () => {
    const before = await leftovers(engine());
    const bytes = zipSync({ 'agents.csv': csv, 'more.csv': strToU8('id,name\n1,x\n'.repeat(10_000)) });
    expect(await failureOf(engine(), inputFile(bytes.slice(0, -40), 'a.zip'))).toBe(
      'a.zip cannot be unpacked: it is damaged or cut off. Make it again, or unpack it and open what is inside.',
    );
    expect(await leftovers(engine())).toEqual(before);
  });
});
