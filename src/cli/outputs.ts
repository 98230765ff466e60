import { rename, rm, writeFile } from 'node:fs/promises';
import { AppError, type Text } from '#errors';
import { notesOf, writeWorkbook } from '#export/xlsx';
import {
  archiveOf,
  buildReport,
  chartPictures,
  drawCharts,
  notebookSheets,
  toHtml,
  toText,
  type FinishedRun,
} from '#report';
import { UsageError } from './usage-error.ts';

interface Written {
  readonly contents: string | Uint8Array | readonly Uint8Array[];
  /** What is to be told of it. */
  readonly notes?: readonly Text[];
}

/** What a file is to be goes by its ending. */
const writers: Readonly<Record<string, (run: FinishedRun) => Promise<Written>>> = {
  html: async (run) => ({ contents: toHtml(await drawCharts(await buildReport(run))) }),
  md: async (run) => ({ contents: toText(await buildReport(run)) }),
  zip: async (run) => ({ contents: archiveOf(await chartPictures(await buildReport(run))) }),
  xlsx: excel,
};

/** Refuses what no file can be, before anything is read. */
export function checkOutputs(files: readonly string[]): void {
  for (const file of files) if (!writers[endingOf(file)]) throw new UsageError('cli.usage.out', { file });
}

/** Writes what can be written, says of the others why they cannot, and gives those that were. */
export async function writeOutputs(
  files: readonly string[],
  run: FinishedRun,
  told: (said: Text) => void,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const file of files) {
    try {
      for (const note of await writeOutput(file, run)) told(note);
      written.push(file);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      told(error.text);
    }
  }
  return written;
}

/** Writes a file whole or not at all: what stood there stays until the new one is ready. */
async function writeOutput(file: string, run: FinishedRun): Promise<readonly Text[]> {
  const written = await writers[endingOf(file)]?.(run);
  const part = `${file}.part`;
  try {
    await writeFile(part, written?.contents ?? '');
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw new AppError('cli.data.notWritten', { file }, { cause });
  }
  return written?.notes ?? [];
}

async function excel(run: FinishedRun): Promise<Written> {
  const chunks: Uint8Array[] = [];
  const { locale } = run;
  const sheets = await notebookSheets(run);
  const written = await writeWorkbook(sheets, { locale, write: (chunk) => void chunks.push(chunk) });
  return { contents: chunks, notes: notesOf(written) };
}

function endingOf(file: string): string {
  return /\.([^.\\/]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}
