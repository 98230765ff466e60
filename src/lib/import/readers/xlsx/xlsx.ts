import { ImportError, text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { checkWidth } from '../growing-table.ts';
import type { InputFile, RawTable, ReadOptions, SheetInfo } from '../raw-table.ts';
import { countRows, dropPlace, dropRaw, finishPlace, openPlace } from '../store.ts';
import { SheetReader } from './sheet.ts';
import { ownTables, surveySheets } from './sheet-survey.ts';
import { openWorkbook } from './workbook.ts';

/** A row of a packed workbook takes about so many bytes a column; only the progress bar rests on it. */
const bytesPerCell = 6;

/**
 * Reads a workbook: the sheet asked for, or each visible one that holds a table of its own. Of sheets that hold the same rows the
 * biggest is read (the first of equals). The others are listed, and told.
 */
export async function readXlsx(engine: Engine, file: InputFile, options: ReadOptions): Promise<RawTable[]> {
  const workbook = await openWorkbook(file);
  const surveyed = await surveySheets(workbook, options.signal);
  const sheets = surveyed.map(({ name, isHidden, rows }) => ({ name, isHidden, rows }));
  const chosen =
    options.sheet === undefined ? ownTables(surveyed) : sheets.filter(({ name }) => name === options.sheet);
  if (options.sheet !== undefined && chosen.length === 0)
    throw new ImportError('import.reader.noSheet', { file: file.name, sheet: options.sheet });
  const raws: RawTable[] = [];
  try {
    for (const [index, sheet] of chosen.entries()) {
      const reader = await SheetReader.open(workbook, sheet.name);
      const onProgress = (fraction: number, rows?: number) =>
        options.onProgress?.((index + fraction) / chosen.length, rows);
      if (reader)
        raws.push(
          await readSheet(engine, file, { reader, chosen: sheet, sheets }, { ...options, onProgress }),
        );
    }
  } catch (error) {
    for (const raw of raws) await dropRaw(engine, raw);
    throw error;
  }
  const [first, ...others] = raws;
  if (!first) throw new ImportError('import.reader.empty', { file: file.name });
  if (options.sheet !== undefined) return raws;
  return [
    withNote(
      first,
      sheets.filter(({ name }) => !raws.some(({ sheet }) => sheet === name)),
    ),
    ...others,
  ];
}

/** Tells of the sheets that hold something and were not read. */
function withNote(raw: RawTable, sheets: readonly SheetInfo[]): RawTable {
  const names = sheets.filter(({ rows }) => rows !== 0).map(({ name }) => name);
  if (names.length === 0) return raw;
  const note = text('import.reader.note.sheets', { count: names.length, sheets: names.join(', ') });
  return { ...raw, decisions: { ...raw.decisions, notes: [...raw.decisions.notes, note] } };
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
  checkWidth(file, reader.columns.length);
  const place = await openPlace(engine);
  try {
    const columns = reader.columns.map(({ name }) => `${quoteIdentifier(name)} varchar`);
    await engine.exec(`create table ${place.cells} (${columns.join(', ')})`);
    const expected = chosen.rows ?? file.size / (bytesPerCell * columns.length);
    await engine.insert(
      place.cells,
      tell(reader, signal, (rows) => onProgress?.(Math.min(0.99, rows / expected), rows)),
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
  onProgress?.(1, reader.rows);
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
