import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { checkWidth } from '../growing-table.ts';
import { nameColumns } from '../header.ts';
import type { InputFile, RawTable, ReadOptions } from '../raw-table.ts';
import {
  addRejected,
  countRows,
  dropPlace,
  finishPlace,
  openPlace,
  type RawPlace,
  type Rejected,
} from '../store.ts';
import { decisionsOf, readRejected, readShifted, samplesOf } from './account.ts';
import { placeOf, scanEarly, type EarlyScan } from './early.ts';
import { loadCsv, loadPieces } from './load.ts';
import { beginCsv, walkCsv, type Beginning, type Plan } from './plan.ts';
import { rewrite, type Edit } from './rewrite.ts';
import { findShifted } from './shift.ts';
import type { OddRecord } from './survey.ts';

/** The share of the time that the walk over the bytes takes; the engine's scan takes the rest. */
const walkShare = 0.3;

/**
 * Reads a delimited text file: one walk over its bytes to know it exactly, one scan by the engine to load it. The scan of a file
 * that seems to need nothing goes on at the same time, and counts if the walk agrees.
 */
export async function readCsv(engine: Engine, file: InputFile, options: ReadOptions): Promise<RawTable> {
  const meter = meterOf(options.onProgress);
  const beginning = await beginCsv(file, options);
  const place = await openPlace(engine, beginning.blob.size);
  const { signal } = options;
  const early = await scanEarly(engine, place, beginning, { signal, onProgress: meter.scanned });
  const reading = { engine, file, place, early, meter, options };
  try {
    return await table(await walk(beginning, reading), reading);
  } catch (error) {
    await early?.drop();
    await dropPlace(engine, place);
    throw error;
  }
}

interface Reading {
  readonly engine: Engine;
  readonly file: InputFile;
  readonly place: RawPlace;
  readonly early: EarlyScan | null;
  readonly meter: Meter;
  readonly options: ReadOptions;
}

/** The first record that is not like the others ends the early scan: its table will not do. */
function walk(beginning: Beginning, { early, meter, options }: Reading): Promise<Plan> {
  const onWalked = (share: number, rows: number, isEven: boolean) => {
    meter.walked(share, rows);
    if (!isEven) early?.giveUp();
  };
  return walkCsv(beginning, { ...options, onWalked });
}

async function table(plan: Plan, reading: Reading): Promise<RawTable> {
  const { engine, file, place, meter, options } = reading;
  checkWidth(file, plan.verdict.columns);
  const { columns, notes } = nameColumns(
    Array.from({ length: plan.verdict.columns }, (_, index) => plan.headers[index] ?? ''),
  );
  const names = columns.map(({ name }) => name);
  const rejected = await readRejected(plan);
  const rowsRead = plan.survey.rows - plan.verdict.footer.filter(({ filled }) => filled > 0).length;
  await load(plan, { ...reading, names, rejected });
  const expected = rowsRead - rejected.length;
  const found = await countRows(engine, place);
  if (found !== expected)
    throw new ImportError('import.reader.mismatch', { file: file.name, expected, found });
  const late =
    rejected.length > 0 ? await readShifted(plan, await findShifted(engine, place.relation, names)) : [];
  await addRejected(engine, place, late);
  meter.finish(rowsRead);
  options.signal?.throwIfAborted();
  const samples = samplesOf(plan);
  const { id, relation, rejects } = place;
  return {
    ...{ id, relation, rejects, file, sheet: null, sheets: [], format: 'csv', rowsRead },
    columns: columns.map((column, index) => ({ ...column, samples: samples[index] ?? [] })),
    rejected: rejected.length + late.length,
    decisions: await decisionsOf(plan, notes),
  };
}

interface Loading extends Reading {
  readonly names: readonly string[];
  readonly rejected: readonly Rejected[];
}

async function load(
  plan: Plan,
  { engine, file, place, early, names, rejected, meter, options: { signal } }: Loading,
): Promise<void> {
  const { head, verdict, scanned } = plan;
  const { width, pads } = verdict;
  const { delimiter, quote } = head;
  const edits = editsOf(plan);
  const isClean = edits.length === 0 && isReadable(plan);
  const wanted = { delimiter, quote, skip: isClean && head.place.header === 0 ? 1 : 0, names, width, pads };
  const isThere = early !== null && (await early.keep(isClean ? wanted : null, scanned.longest));
  signal?.throwIfAborted();
  if (isClean && place.isPacked) {
    const csv = { ...wanted, longest: scanned.longest, pieces: piecesOf(plan) };
    await loadPieces(engine, place.cells, csv, { signal, onProgress: meter.scanned });
  } else if (!isThere) {
    const source = isClean ? placeOf(file) : await cleanCopy(plan, edits, signal);
    const registered = await engine.register(source, `${place.id}.csv`);
    try {
      const csv = { ...wanted, path: registered.path, longest: scanned.longest };
      await loadCsv(engine, place.cells, csv, { signal, onProgress: meter.scanned });
    } finally {
      await registered.release();
    }
  }
  await finishPlace(engine, place, rejected);
}

function piecesOf({ blob, cuts }: Plan): Blob[] {
  const ends = [...cuts, blob.size];
  return ends.map((end, index) => blob.slice(index === 0 ? 0 : ends[index - 1], end));
}

interface Meter {
  walked(share: number, rows: number): void;
  scanned(share: number): void;
  finish(rows: number): void;
}

/** Never goes back, though a scan may have to be begun again. */
function meterOf(onProgress: ReadOptions['onProgress']): Meter {
  let [walk, scan, rows, told] = [0, 0, 0, 0];
  const tell = () => {
    told = Math.max(told, walkShare * walk + (1 - walkShare) * scan);
    onProgress?.(told, rows);
  };
  return {
    walked: (share, found) => {
      [walk, rows] = [share, found];
      tell();
    },
    scanned: (share) => {
      scan = share;
      tell();
    },
    finish: (found) => {
      [walk, scan, rows] = [1, 1, found];
      tell();
    },
  };
}

/** The engine can read the file as it lies: UTF-8, and data right after the names or from the first byte on. */
function isReadable({ head, damaged, encoding, scanned }: Plan): boolean {
  const { header, dataStart } = head.place;
  const startsAtOnce =
    (header ?? 0) === 0 && dataStart === (header === null ? 0 : 1) && head.spans[0]?.start === 0;
  return startsAtOnce && damaged === 0 && encoding === 'utf-8' && scanned.loneReturns.length === 0;
}

function cleanCopy(plan: Plan, edits: readonly Edit[], signal: AbortSignal | undefined): Promise<Blob> {
  const { head, blob, mark, blobEncoding } = plan;
  const from = head.dataOffset === null ? blob.size : head.dataOffset + mark;
  return rewrite(blob, { from, edits, encoding: blobEncoding, signal });
}

/** Rejected rows leave an empty row behind, so that the engine's count of rows stays that of the file. */
function editsOf({ verdict, head, scanned, mark }: Plan): Edit[] {
  const from = (head.dataOffset ?? 0) + mark;
  const standIn = verdict.width === 1 ? '-' : head.delimiter.repeat(verdict.width - 1);
  const edit = ({ start, end }: OddRecord, text: string) => ({ start, end, text });
  const edits = [
    ...verdict.rejected.map(({ record }) => edit(record, standIn)),
    ...[...verdict.blank, ...verdict.footer].map((record) => edit(record, '')),
    ...scanned.loneReturns.filter((at) => at >= from).map((at) => ({ start: at, end: at + 1, text: '\n' })),
  ];
  return edits.toSorted((one, other) => one.start - other.start);
}
