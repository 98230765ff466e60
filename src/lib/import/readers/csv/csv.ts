import { ImportError } from '#errors';
import type { Engine } from '#engine';
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
import { loadCsv } from './load.ts';
import { planCsv, type Plan } from './plan.ts';
import { rewrite, type Edit } from './rewrite.ts';
import { findShifted } from './shift.ts';
import type { OddRecord } from './survey.ts';

/** The share of the time that the walk over the bytes takes; the engine's scan takes the rest. */
const walkShare = 0.3;

/** Reads a delimited text file: one walk over its bytes to know it exactly, one scan by the engine to load it. */
export async function readCsv(engine: Engine, file: InputFile, options: ReadOptions): Promise<RawTable> {
  const { onProgress } = options;
  const plan = await planCsv(file, { ...options, onProgress: (share) => onProgress?.(walkShare * share) });
  const { columns, notes } = nameColumns(
    Array.from({ length: plan.verdict.columns }, (_, index) => plan.headers[index] ?? ''),
  );
  const early = await readRejected(plan);
  const rowsRead = plan.survey.rows - plan.verdict.footer.filter(({ filled }) => filled > 0).length;
  const decisions = await decisionsOf(plan, notes);
  const samples = samplesOf(plan);
  const place = await openPlace(engine);
  const names = columns.map(({ name }) => name);
  const late: Rejected[] = [];
  try {
    await load(engine, file, place, plan, { names, rejected: early, options });
    const expected = rowsRead - early.length;
    const found = await countRows(engine, place);
    if (found !== expected)
      throw new ImportError('import.reader.mismatch', { file: file.name, expected, found });
    if (early.length > 0)
      late.push(...(await readShifted(plan, await findShifted(engine, place.relation, names))));
    await addRejected(engine, place, late);
  } catch (error) {
    await dropPlace(engine, place);
    throw error;
  }
  onProgress?.(1);
  const { id, relation, rejects } = place;
  const withSamples = columns.map((column, index) => ({ ...column, samples: samples[index] ?? [] }));
  return {
    ...{ id, relation, rejects, file, sheet: null, sheets: [], format: 'csv', columns: withSamples },
    ...{ rowsRead, rejected: early.length + late.length, decisions },
  };
}

interface Loading {
  readonly names: readonly string[];
  readonly rejected: readonly Rejected[];
  readonly options: ReadOptions;
}

async function load(
  engine: Engine,
  file: InputFile,
  place: RawPlace,
  plan: Plan,
  { names, rejected, options: { signal, onProgress } }: Loading,
): Promise<void> {
  const { head, verdict, scanned } = plan;
  const edits = editsOf(plan);
  const isClean = edits.length === 0 && isReadable(plan);
  const cleaned = isClean ? file.blob : await cleanCopy(plan, edits, signal);
  const source = isClean && file.path !== undefined ? { path: file.path } : cleaned;
  const registered = await engine.register(source, `${place.id}.csv`);
  try {
    signal?.throwIfAborted();
    const skip = isClean && head.place.header === 0 ? 1 : 0;
    const { delimiter, quote } = head;
    const { width, pads } = verdict;
    const csv = {
      path: registered.path,
      delimiter,
      quote,
      skip,
      names,
      width,
      pads,
      longest: scanned.longest,
    };
    const onLoaded = (share: number) => onProgress?.(walkShare + (1 - walkShare) * share);
    await loadCsv(engine, place.cells, csv, { signal, onProgress: onLoaded });
    await finishPlace(engine, place, rejected);
  } finally {
    await registered.release();
  }
}

/** The engine can read the file as it lies: UTF-8, and data right after the names or from the first byte on. */
function isReadable({ head, damaged, encoding, scanned }: Plan): boolean {
  const startsAtOnce =
    (head.place.header ?? 0) === 0 && head.place.dataStart <= 1 && head.spans[0]?.start === 0;
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
