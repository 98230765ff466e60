import { ImportError } from '#errors';
import { checkWidth } from '../growing-table.ts';
import type { Encoding, InputFile, ReadOptions } from '../raw-table.ts';
import { headEncoding, toUtf8, Utf8Check } from './encoding.ts';
import { cellsOf, readHead, type Head } from './head.ts';
import type { OnRecord } from './record-scanner.ts';
import { scanBlob, type Scanned } from './scan.ts';
import { marksOf } from './sniff.ts';
import { surveyor, type Survey } from './survey.ts';
import { judge, type Verdict } from './verdict.ts';

/** Everything known about a file before the engine sees it. */
export interface Plan {
  /** The file, in UTF-8 where it was UTF-16. */
  readonly blob: Blob;
  readonly head: Head;
  /** The beginning of `blob`, without the mark of its encoding; the spans of `head` lie in it. */
  readonly beginning: Uint8Array;
  /** Bytes of that mark. */
  readonly mark: number;
  readonly survey: Survey;
  readonly verdict: Verdict;
  readonly encoding: Encoding;
  readonly blobEncoding: Encoding;
  /** Characters that are not UTF-8 in a file that is. */
  readonly damaged: number;
  readonly scanned: Scanned;
  /** Where records begin, so many bytes after one another. */
  readonly cuts: readonly number[];
  /** As written; empty where the file has no names. */
  readonly headers: readonly string[];
}

const cutBytes = 48 << 20;
const firstBytes = 256 << 10;

/** What is known of a file after a look at its beginning. */
export interface Beginning {
  readonly file: InputFile;
  readonly blob: Blob;
  readonly bytes: Uint8Array;
  readonly mark: number;
  readonly head: Head;
  /** What the whole file was found to be encoded in by its first bytes; null: one byte a letter, or UTF-8. */
  readonly wide: 'utf-16le' | 'utf-16be' | null;
}

export async function beginCsv(
  file: InputFile,
  { dialect = {}, signal }: Pick<ReadOptions, 'dialect' | 'signal'>,
): Promise<Beginning> {
  const wide = wideEncoding(await beginningOf(file.blob, firstBytes), dialect.encoding);
  const blob = wide ? await toUtf8(file.blob, wide, signal) : file.blob;
  const { beginning, mark, head } = await findHead({ name: file.name, blob }, dialect);
  if (head.spans.length === 0) throw new ImportError('import.reader.empty', { file: file.name });
  checkWidth(file, head.width);
  return { file, blob, bytes: beginning, mark, head, wide };
}

export interface WalkOptions extends Pick<ReadOptions, 'dialect' | 'signal' | 'shortRows'> {
  /** The share of the bytes so far, the rows found in them, and whether each is like the others. */
  readonly onWalked?: ((share: number, rows: number, isEven: boolean) => void) | undefined;
}

/** Looks at every byte of a file once; nothing of it is kept but what is odd. */
export async function walkCsv(
  { blob, bytes: beginning, mark, head, wide }: Beginning,
  { dialect = {}, signal, onWalked, shortRows = 'auto' }: WalkOptions,
): Promise<Plan> {
  const check = new Utf8Check();
  const { onRecord, survey, progress } = surveyor(head.width, head.place.dataStart);
  let seen = 0;
  const onBytes = (bytes: Uint8Array) => {
    check.push(bytes);
    seen += bytes.length;
    const { rows, isEven } = progress();
    onWalked?.(seen / blob.size, rows, isEven);
  };
  const { onStart, cuts } = cutter(cutBytes);
  const onEach: OnRecord = (start, ...rest) => {
    onStart(start);
    onRecord(start, ...rest);
  };
  const scanned = await scanBlob(blob, marksOf(head), onEach, { start: mark, signal, onBytes });
  const found = check.finish();
  const blobEncoding = wide ? 'utf-8' : (dialect.encoding ?? found.encoding);
  const damaged = blobEncoding === 'utf-8' ? found.invalid : 0;
  const headers = headersOf(beginning, head, blobEncoding);
  const counted = survey();
  const verdict = judge(counted, headers, shortRows);
  const encoding = wide ?? blobEncoding;
  return {
    blob,
    head,
    beginning,
    mark,
    survey: counted,
    verdict,
    encoding,
    blobEncoding,
    damaged,
    scanned,
    cuts,
    headers,
  };
}

function cutter(distance: number): { onStart: (start: number) => void; cuts: readonly number[] } {
  const cuts: number[] = [];
  let next = distance;
  const onStart = (start: number) => {
    if (start < next) return;
    cuts.push(start);
    next = start + distance;
  };
  return { onStart, cuts };
}

/** Of a table the first record is no longer. */
const longestHead = 8 << 20;

/** Looks at more and more until there is a whole record in it. */
async function findHead(
  { name, blob }: Pick<InputFile, 'name' | 'blob'>,
  dialect: ReadOptions['dialect'] & object,
): Promise<{ beginning: Uint8Array; mark: number; head: Head }> {
  for (let size = firstBytes; ; size = Math.min(size * 4, longestHead)) {
    const bytes = await beginningOf(blob, size);
    const mark = hasMark(bytes) ? 3 : 0;
    const beginning = bytes.subarray(mark);
    const isWhole = bytes.length === blob.size;
    const head = readHead(beginning, isWhole, dialect);
    if (isWhole || head.dataOffset !== null) return { beginning, mark, head };
    if (size >= longestHead)
      throw new ImportError('import.reader.noLines', { file: name, megabytes: longestHead >> 20 });
  }
}

async function beginningOf(blob: Blob, size: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, size).arrayBuffer());
}

function wideEncoding(head: Uint8Array, given: Encoding | undefined): 'utf-16le' | 'utf-16be' | null {
  if (given) return given === 'utf-16le' || given === 'utf-16be' ? given : null;
  const found = headEncoding(head);
  return found === 'one-byte' ? null : found;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The names as written; none where the file has none. */
export function headersOf(beginning: Uint8Array, head: Head, encoding: Encoding): string[] {
  const { header } = head.place;
  const span = header === null ? undefined : head.spans[header];
  return span ? (cellsOf(beginning, [span], head, new TextDecoder(encoding))[0] ?? []) : [];
}
