import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import type { InputFile, RawTable, ReadOptions, SheetInfo } from '../raw-table.ts';
import { countRows, dropPlace, finishPlace, openPlace } from '../store.ts';
import { SheetReader } from './sheet.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** A row of a packed workbook takes about so many bytes a column; only the progress bar rests on it. */
const bytesPerCell = 6;

/**
 * Reads one sheet of a workbook: the one asked for, or the visible one with the most rows (the first of equals), because several
 * sheets often hold the same rows twice. The others are listed.
 */
export async function readXlsx(engine: Engine, file: InputFile, options: ReadOptions): Promise<RawTable[]> {
  const workbook = await openWorkbook(file);
  const sheets = await listSheets(workbook, options.signal);
  const chosen =
    options.sheet === undefined ? biggest(sheets) : sheets.find(({ name }) => name === options.sheet);
  if (options.sheet !== undefined && !chosen) {
    throw new ImportError('import.reader.noSheet', { file: file.name, sheet: options.sheet });
  }
  const reader = chosen && (await SheetReader.open(workbook, chosen.name));
  if (!chosen || !reader) throw new ImportError('import.reader.empty', { file: file.name });
  return [await readSheet(engine, file, { reader, chosen, sheets }, options)];
}

interface Opened {
  readonly reader: SheetReader;
  readonly chosen: SheetInfo;
  readonly sheets: readonly SheetInfo[];
}

async function readSheet(
  engine: Engine,
  file: InputFile,
  { reader, chosen, sheets }: Opened,
  { signal, onProgress }: ReadOptions,
): Promise<RawTable> {
  const place = await openPlace(engine);
  try {
    const columns = reader.columns.map(({ name }) => `${quoteIdentifier(name)} varchar`);
    await engine.exec(`create table ${place.cells} (${columns.join(', ')})`);
    const expected = chosen.rows ?? file.size / (bytesPerCell * columns.length);
    await engine.insert(
      place.cells,
      tell(reader, signal, (rows) => onProgress?.(Math.min(0.99, rows / expected))),
      {
        signal,
      },
    );
    await finishPlace(engine, place, []);
    const rows = await countRows(engine, place);
    if (rows !== reader.rows) {
      throw new ImportError('import.reader.mismatch', {
        file: file.name,
        expected: reader.rows,
        found: rows,
      });
    }
  } catch (error) {
    await reader.close();
    await dropPlace(engine, place);
    throw error;
  }
  onProgress?.(1);
  const { id, relation, rejects } = place;
  return {
    ...{ id, relation, rejects, file, sheet: chosen.name, sheets, format: 'xlsx', columns: reader.columns },
    ...{ rowsRead: reader.rows, rejected: 0, decisions: reader.decisions() },
  };
}

async function* tell(reader: SheetReader, signal: AbortSignal | undefined, onRows: (rows: number) => void) {
  for await (const batch of reader.batches(signal)) {
    yield batch;
    onRows(reader.rows);
  }
}

/** Rows are only counted where there is a choice: it takes a walk over each sheet. */
async function listSheets(workbook: Workbook, signal: AbortSignal | undefined): Promise<SheetInfo[]> {
  const isChoice = workbook.sheets.filter(({ isHidden }) => !isHidden).length > 1;
  const sheets: SheetInfo[] = [];
  for (const { name, isHidden } of workbook.sheets) {
    sheets.push({ name, isHidden, rows: isChoice ? await countSheetRows(workbook, name, signal) : null });
  }
  return sheets;
}

/** A sheet that is no grid, such as one that is all chart, has no rows. */
async function countSheetRows(
  workbook: Workbook,
  sheet: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  let rows = 0;
  try {
    for await (const row of workbook.rows(sheet)) {
      if (rows % 1000 === 0) signal?.throwIfAborted();
      if (row.some((cell) => cell !== null && cell !== '')) rows++;
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
  return rows;
}

function biggest(sheets: readonly SheetInfo[]): SheetInfo | undefined {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const candidates = visible.length > 0 ? visible : sheets;
  return candidates.reduce<SheetInfo | undefined>(
    (best, sheet) => (!best || (sheet.rows ?? 0) > (best.rows ?? 0) ? sheet : best),
    undefined,
  );
}
