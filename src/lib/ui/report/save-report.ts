import { text, type Text } from '#errors';
import type { Developer, FinishedRun, Progress } from '#report';
import type { NotebookSession, Workspace } from '#workspace';
import { saveBlob } from '../outputs/save.ts';
import { workbookType } from '../outputs/save-workbook.ts';
import { finishRun } from './finish-run.ts';

/** What a notebook can be saved as for readers who have no Deskbook. */
export const reportKinds = ['html', 'xlsx', 'md', 'zip'] as const;
export type ReportKind = (typeof reportKinds)[number];

interface Made {
  readonly blob: Blob;
  readonly notes?: readonly Text[];
}

type Maker = (run: FinishedRun, progress: Progress) => Promise<Made>;

const makers: Readonly<Record<ReportKind, Maker>> = {
  html: makePage,
  xlsx: makeWorkbook,
  md: makeText,
  zip: makePictures,
};

/** Runs what has no current result, makes the file and hands it to the reader's downloads; returns what is to be told of it. */
export async function saveReport(
  workspace: Workspace,
  session: NotebookSession,
  { kind, name, signal, onProgress }: Progress & { readonly kind: ReportKind; readonly name: string },
): Promise<readonly Text[]> {
  const [running, making] = inTurn(onProgress, { signal });
  const run = await finishRun(workspace, session, running);
  const { blob, notes = [] } = await makers[kind](run, making);
  signal?.throwIfAborted();
  saveBlob(blob, name);
  const failed = run.results.filter(({ state }) => state.status === 'failed').length;
  return [
    text('output.grid.saved', { file: name }),
    ...(failed > 0 ? [text('reporting.failed', { count: failed })] : []),
    ...notes,
  ];
}

/** Two pieces of work that take about as long as each other, as one. */
function inTurn(
  onProgress: Progress['onProgress'],
  options: Pick<Progress, 'signal'>,
): readonly [Progress, Progress] {
  return [
    { ...options, onProgress: (share) => onProgress?.(share / 2) },
    { ...options, onProgress: (share) => onProgress?.(0.5 + share / 2) },
  ];
}

async function makePage(run: FinishedRun, { signal, onProgress }: Progress): Promise<Made> {
  const { buildReport, drawCharts, toHtml } = await import('#report');
  const [building, drawing] = inTurn(onProgress, { signal });
  const report = await drawCharts(await buildReport(run, building), drawing);
  return { blob: new Blob([toHtml(report)], { type: 'text/html' }) };
}

async function makeWorkbook(run: FinishedRun, { signal, onProgress }: Progress): Promise<Made> {
  const { writeWorkbook, notesOf } = await import('#export/xlsx');
  const { notebookSheets } = await import('#report');
  const sheets = await notebookSheets(run);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const write = (chunk: Uint8Array<ArrayBuffer>): void => {
    signal?.throwIfAborted();
    chunks.push(chunk);
  };
  const written = await writeWorkbook(sheets, { locale: run.locale, write });
  onProgress?.(1);
  return { blob: new Blob(chunks, { type: workbookType }), notes: notesOf(written) };
}

async function makeText(run: FinishedRun, progress: Progress): Promise<Made> {
  const { buildReport, toText } = await import('#report');
  const report = await buildReport(run, progress);
  return { blob: new Blob([toText(report)], { type: 'text/markdown' }) };
}

async function makePictures(run: FinishedRun, { signal, onProgress }: Progress): Promise<Made> {
  const { archiveOf, buildReport, chartPictures } = await import('#report');
  const [building, drawing] = inTurn(onProgress, { signal });
  const pictures = await chartPictures(await buildReport(run, building), { ...drawing, develop });
  const notes = pictures.length === 0 ? [text('reporting.noCharts')] : [];
  return { blob: new Blob([archiveOf(pictures)], { type: 'application/zip' }), notes };
}

/** For slides, which want points, and for print, which wants lines. */
const develop: Developer = async (view) => {
  const { svgFile } = await import('#report');
  const canvas = await view.toCanvas(2);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const bytes = png && new Uint8Array(await png.arrayBuffer());
  return [...(await svgFile(view)), ...(bytes ? [{ ending: 'png', bytes }] : [])];
};
