import { text, type Text } from '#errors';
import type { ReadDecisions } from '../raw-table.ts';
import type { Rejected } from '../store.ts';
import { decodeBytes } from './encoding.ts';
import { cellsOf, type Span } from './head.ts';
import type { Plan } from './plan.ts';
import { scanBlob } from './scan.ts';
import type { Shifted } from './shift.ts';
import { marksOf } from './sniff.ts';

const sampleCount = 8;
const windowBytes = 1 << 20;

/** What is told about a file: everything that was decided, and every line that is no data. */
export async function decisionsOf(plan: Plan, notes: readonly Text[]): Promise<ReadDecisions> {
  const { head, beginning, encoding, blobEncoding } = plan;
  const { header, dataStart } = head.place;
  const above = head.spans.slice(0, header ?? dataStart);
  const below = plan.verdict.footer.filter(({ filled }) => filled > 0);
  const footer = await readTexts(plan, below);
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
export async function readRejected(plan: Plan): Promise<Rejected[]> {
  const { rejected } = plan.verdict;
  const texts = await readTexts(
    plan,
    rejected.map(({ record }) => record),
  );
  return rejected.map(({ record, reason }, index) => ({ row: record.row, raw: texts[index] ?? '', reason }));
}

/** Rows whose values stand one column off, with their text; their place in the file has to be found again. */
export async function readShifted(plan: Plan, shifted: readonly Shifted[]): Promise<Rejected[]> {
  const cells = new Map(shifted.map((found) => [found.row, found.cells]));
  const spans: (Span & { readonly row: number })[] = [];
  let row = -plan.head.place.dataStart;
  const onRecord = (start: number, end: number, _cells: number, filled: number, broken: boolean) => {
    if (filled > 0 || broken) row++;
    if (cells.has(row) && filled > 0) spans.push({ row, start, end });
  };
  if (cells.size > 0) await scanBlob(plan.blob, marksOf(plan.head), onRecord, { start: plan.mark });
  const texts = await readTexts(plan, spans);
  return spans.map(({ row: number }, index) => ({
    row: number,
    raw: texts[index] ?? '',
    reason: text('import.reader.rejected.shifted', { count: cells.get(number) ?? 0 }),
  }));
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

/** The texts of spans in the order of the file, a few MB of it at a time. */
async function readTexts({ blob, blobEncoding }: Plan, spans: readonly Span[]): Promise<string[]> {
  const texts: string[] = [];
  let from = 0;
  let bytes = new Uint8Array();
  for (const { start, end } of spans) {
    if (end > from + bytes.length) {
      from = start;
      bytes = new Uint8Array(await blob.slice(start, Math.max(end, start + windowBytes)).arrayBuffer());
    }
    texts.push(decodeBytes(bytes.subarray(start - from, end - from), blobEncoding));
  }
  return texts;
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
