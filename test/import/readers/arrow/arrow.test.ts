import {
  Bool,
  CompressionType,
  compressionRegistry,
  DateMillisecond,
  Decimal,
  Dictionary,
  DurationMillisecond,
  Float16,
  Float64,
  Int32,
  Int64,
  LargeUtf8,
  List,
  Field,
  makeData,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Struct,
  Table,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
  type Vector,
} from 'apache-arrow';
import { compress, decompress } from 'lz4js';
import { describe, expect, test } from 'vitest';
import { mutant } from '../../../fuzz/mutant.ts';
import { useEngine } from '../native.ts';
import { failureOf, inputFile, leftovers, tablesOf } from '../reading.ts';

const engine = useEngine();

/** Zstandard that packs nothing: a frame of raw blocks. */
function zstdFrame(bytes: Uint8Array): Uint8Array {
  const blocks: number[] = [];
  const size = 100_000;
  for (let from = 0; from === 0 || from < bytes.length; from += size) {
    const block = bytes.subarray(from, from + size);
    const head = (block.length << 3) | (from + size >= bytes.length ? 1 : 0);
    blocks.push(head & 255, (head >> 8) & 255, head >> 16, ...block);
  }
  const length = new Uint8Array(new Uint32Array([bytes.length]).buffer);
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...length, ...blocks]);
}

async function read(bytes: Uint8Array) {
  const [table] = await tablesOf(engine(), inputFile(new Uint8Array(bytes), 'file.arrow'));
  return table;
}

function fileOf(columns: Readonly<Record<string, Vector>>): Uint8Array {
  return RecordBatchFileWriter.writeAll(new Table(columns)).toUint8Array(true);
}

function streamOf(columns: Readonly<Record<string, Vector>>): Uint8Array {
  return RecordBatchStreamWriter.writeAll(new Table(columns)).toUint8Array(true);
}

function sample() {
  return {
    id: vectorFromArray([1n, 9007199254740993n, null], new Int64()),
    status: vectorFromArray(['open', null, 'não'], new Dictionary(new Utf8(), new Int32())),
    note: vectorFromArray(['', 'x', null], new Utf8()),
  };
}

const sampleRows = [
  ['1', 'open', null],
  ['9007199254740993', null, 'x'],
  [null, 'não', null],
];

describe('Arrow', () => {
  test('files (Feather) and streams', async () => {
    for (const bytes of [fileOf(sample()), streamOf(sample())]) {
      const table = await read(bytes);
      expect([table?.format, table?.names, table?.rows]).toEqual([
        'arrow',
        ['id', 'status', 'note'],
        sampleRows,
      ]);
    }
  });

  test('packed with LZ4 and Zstandard', async () => {
    for (const compressionType of [CompressionType.LZ4_FRAME, CompressionType.ZSTD]) {
      // Reading sets codecs of its own, which cannot pack.
      compressionRegistry.set(CompressionType.LZ4_FRAME, { encode: compress, decode: decompress });
      compressionRegistry.set(CompressionType.ZSTD, { encode: zstdFrame, decode: decompress });
      const writer = new RecordBatchFileWriter({ compressionType });
      const values = Array.from({ length: 3000 }, (_, index) => `the same words, number ${index % 7}`);
      writer.writeAll(new Table({ text: vectorFromArray(values, new Utf8()) }));
      const table = await read(await writer.toUint8Array());
      expect(table?.rows).toEqual(values.map((value) => [value]));
    }
  });

  test('every kind of value', async () => {
    const fraction = makeData({ type: new Float16(), length: 1, data: Uint16Array.of(0x3e00) });
    const decimal = makeData({
      type: new Decimal(3, 20),
      length: 1,
      data: Uint32Array.of(-1500, -1, -1, -1),
    });
    const large = makeData({
      type: new LargeUtf8(),
      length: 1,
      valueOffsets: BigInt64Array.of(0n, 3n),
      data: new TextEncoder().encode('abc'),
    });
    const table = await read(
      fileOf({
        half: new Table({ c: fraction }).getChildAt(0)!,
        decimal: new Table({ c: decimal }).getChildAt(0)!,
        large: new Table({ c: large }).getChildAt(0)!,
        yes: vectorFromArray([false], new Bool()),
        date: vectorFromArray([new Date('2024-02-29')], new DateMillisecond()),
        at: vectorFromArray([Date.UTC(2024, 0, 31, 9, 12, 58, 250)], new TimestampMillisecond()),
        at_utc: vectorFromArray([Date.UTC(2024, 0, 31)], new TimestampMillisecond('America/Sao_Paulo')),
        took: vectorFromArray([95_000_500n], new DurationMillisecond()),
        nan: vectorFromArray([Number.NaN], new Float64()),
        list: vectorFromArray([[1, 2]], new List(new Field('item', new Int32()))),
        via: vectorFromArray([{ channel: 'web' }], new Struct([new Field('channel', new Utf8())])),
      }),
    );
    expect(
      Object.fromEntries((table?.names ?? []).map((name, index) => [name, table?.rows[0]?.[index]])),
    ).toEqual({
      half: '1.5',
      decimal: '-1.500',
      large: 'abc',
      yes: 'false',
      date: '2024-02-29',
      at: '2024-01-31T09:12:58.25',
      at_utc: '2024-01-31T00:00:00Z',
      took: '26:23:20.5',
      nan: null,
      list: '[1,2]',
      'via.channel': 'web',
    });
  });

  test('a file that is cut off says so, and nothing stays behind', async () => {
    const before = await leftovers(engine());
    const values = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
    const columns = { text: vectorFromArray(values, new Utf8()) };
    for (const bytes of [fileOf(columns).slice(0, -300), streamOf(columns).slice(0, 20_000)]) {
      expect(await failureOf(engine(), inputFile(bytes.slice(), 'a.feather'))).toBe(
        'a.feather (Arrow) is damaged or cut off. Export it again and open the new file.',
      );
    }
    expect(await leftovers(engine())).toEqual(before);
  });
});

test('a table of contents that points at the schema in a batch’s place is refused at once', async () => {
  const { bytes } = mutant(101, 1603);
  expect(await failureOf(engine(), inputFile(bytes, 'a.feather'))).toBe(
    'a.feather (Arrow) is damaged or cut off. Export it again and open the new file.',
  );
});
