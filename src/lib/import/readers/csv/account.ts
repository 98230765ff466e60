import { text, type Text } from '#errors';
import type { ReadDecisions } from '../raw-table.ts';
import type { Rejected } from '../store.ts';
import { decodeBytes } from './encoding.ts';
import { cellsOf } from './head.ts';
import type { Plan } from './plan.ts';
import { scanBlob } from './scan.ts';
import type { Shifted } from './shift.ts';
import { marksOf } from './sniff.ts';

const sampleCount = 8;

/** What is told about a file: everything that was decided, and every line that is no data. */
export async function decisionsOf(plan: Plan, notes: readonly Text[]): Promise<ReadDecisions> {
  const { head, beginning, encoding, blobEncoding } = plan;
  const { header, dataStart } = head.place;
  const above = head.spans.slice(0, header ?? dataStart);
  const below = plan.verdict.footer.filter(({ filled }) => filled > 0);
  const footer = await Promise.all(below.map((record) => readText(plan, record)));
  const { delimiter, quote } = head;
  return {
    ...{ encoding, delimiter, quote, headerRow: header === null ? null : header + 1 },
    preamble: above.map(({ start, end }) =>
      trimLine(decodeBytes(beginning.subarray(start, end), blobEncoding), delimiter),
    ),
    footer: footer.map((line) => trimLine(line, delimiter)),
    notes: [...notesOf(plan), ...notes],
  };
}

/** The rejected rows with their text. */
export function readRejected(plan: Plan): Promise<Rejected[]> {
  return Promise.all(
    plan.verdict.rejected.map(async ({ record, reason }) => ({
      row: record.row,
      raw: await readText(plan, record),
      reason,
    })),
  );
}

/** Rows whose values stand one column off, with their text; their place in the file has to be found again. */
export async function readShifted(plan: Plan, shifted: readonly Shifted[]): Promise<Rejected[]> {
  const cells = new Map(shifted.map((found) => [found.row, found.cells]));
  const spans: { readonly row: number; readonly start: number; readonly end: number }[] = [];
  let row = -plan.head.place.dataStart;
  const onRecord = (start: number, end: number, _cells: number, filled: number, broken: boolean) => {
    if (filled > 0 || broken) row++;
    if (cells.has(row) && filled > 0) spans.push({ row, start, end });
  };
  if (cells.size > 0) await scanBlob(plan.blob, marksOf(plan.head), onRecord, { start: plan.mark });
  return Promise.all(
    spans.map(async (span) => ({
      row: span.row,
      raw: await readText(plan, span),
      reason: text('import.reader.rejected.shifted', { count: cells.get(span.row) ?? 0 }),
    })),
  );
}

/** The first values of each column, from rows that have as many cells as most. */
export function samplesOf({ head, beginning, blobEncoding, survey, verdict }: Plan): string[][] {
  const spans = head.spans.slice(head.place.dataStart);
  const rows = cellsOf(beginning, spans, head, new TextDecoder(blobEncoding));
  const usual = rows.filter((row) => row.length === survey.width);
  return Array.from({ length: verdict.columns }, (_, index) => {
    const values = new Set(usual.map((row) => row[index] ?? '').filter((cell) => cell !== ''));
    return [...values].slice(0, sampleCount);
  });
}

async function readText(
  { blob, blobEncoding }: Plan,
  { start, end }: { start: number; end: number },
): Promise<string> {
  return decodeBytes(new Uint8Array(await blob.slice(start, end).arrayBuffer()), blobEncoding);
}

function trimLine(line: string, delimiter: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === delimiter || line[end - 1] === ' ')) end--;
  return line.slice(0, end);
}

function notesOf({ damaged, verdict, headers, survey }: Plan): Text[] {
  const { padded, blank } = verdict;
  return [
    ...(headers.length === 0 ? [text('import.reader.note.noHeader')] : []),
    ...(headers.length > 0 && verdict.columns > headers.length
      ? [text('import.reader.note.wider', { columns: headers.length, cells: survey.width })]
      : []),
    ...(damaged > 0 ? [text('import.reader.note.damaged', { count: damaged })] : []),
    ...(padded > 0 ? [text('import.reader.note.padded', { count: padded })] : []),
    ...(blank.length > 0 ? [text('import.reader.note.blank', { count: blank.length })] : []),
  ];
}
