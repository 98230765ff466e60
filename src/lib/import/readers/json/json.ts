import { ImportError, text, type Text } from '#errors';
import type { Engine } from '#engine';
import { GrowingTable } from '../growing-table.ts';
import { Pace } from '../pace.ts';
import type { InputFile, RawTable, ReadDecisions, ReadOptions } from '../raw-table.ts';
import { TextChunks } from '../text-chunks.ts';
import { ElementScanner, type Element } from './element-scanner.ts';
import { parseExact } from './exact.ts';
import { FlatTable } from './flat-table.ts';
import { layoutOf, unwrap, type Layout } from './layout.ts';
import { LineScanner } from './line-scanner.ts';
import { isRecord } from './value.ts';

/** One row, or one line, may take so many characters. */
const longestElement = 64 << 20;
const megabyte = 1 << 20;
const mostTables = 40;

/**
 * Reads JSON and NDJSON: the rows are the elements of the list that the file is, of each list in the object that it is, or one
 * value after the other. Objects inside rows become columns (`via.channel`), lists of objects tables of their own, whose rows
 * carry what tells their row from others (`../id`).
 */
export async function readJson(engine: Engine, file: InputFile, options: ReadOptions): Promise<RawTable[]> {
  const chunks = await TextChunks.open(file.blob, options.dialect?.encoding);
  const reading = new JsonReading(engine, file, layoutOf(chunks.beginning, chunks.isWhole));
  try {
    const onProgress = (fraction: number) => options.onProgress?.(fraction, reading.rows);
    for await (const chunk of chunks.chunks({ ...options, onProgress }))
      await reading.read(chunk, options.signal);
    return await reading.finish(chunks, options);
  } catch (error) {
    await reading.drop();
    throw error;
  }
}

/** One file on its way into its tables. */
class JsonReading {
  readonly #engine: Engine;
  readonly #file: InputFile;
  readonly #layout: Layout;
  readonly #scanner: ElementScanner | LineScanner;
  readonly #tables = new Map<string | null, FlatTable>();
  readonly #pace = new Pace();
  /** Broken pieces that came before their table. */
  readonly #homeless: { readonly raw: string; readonly reason: Text }[] = [];
  #isCutOff = false;

  constructor(engine: Engine, file: InputFile, layout: Layout) {
    this.#engine = engine;
    this.#file = file;
    this.#layout = layout;
    this.#scanner =
      layout.framing === 'lines'
        ? new LineScanner(longestElement)
        : new ElementScanner(layout.place, longestElement);
  }

  /** The rows of all tables so far. */
  get rows(): number {
    return [...this.#tables.values()].reduce((sum, { table }) => sum + table.rows, 0);
  }

  async read(chunk: string, signal: AbortSignal | undefined): Promise<void> {
    for (const element of this.#scanner.push(chunk)) {
      this.#add(element);
      for (const { table } of this.#tables.values()) if (table.isFull) await table.flush(signal);
      await this.#pace.rest(signal);
    }
  }

  async finish(chunks: TextChunks, { signal, onProgress }: ReadOptions): Promise<RawTable[]> {
    this.#readRest();
    for (const flat of this.#tables.values()) flat.finish();
    const tables = [...this.#tables.values()]
      .map(({ table }) => table)
      .filter(({ columns }) => columns.length > 0);
    const [first] = tables;
    if (!first) throw this.#nothing();
    for (const { raw, reason } of this.#homeless) first.reject(raw, reason);
    const decisions = this.#decisions(chunks);
    const raws: RawTable[] = [];
    for (const table of tables)
      raws.push(await table.finish(table === first ? decisions : { ...decisions, notes: [] }, signal));
    onProgress?.(1, this.rows);
    return raws;
  }

  async drop(): Promise<void> {
    for (const { table } of this.#tables.values()) await table.drop();
  }

  #add({ list, text: raw, isTooLong }: Element): void {
    if (isTooLong)
      return this.#reject(
        list,
        raw,
        text('import.reader.rejected.long', { megabytes: longestElement / megabyte }),
      );
    const parsed = parseExact(raw);
    if (!parsed) this.#reject(list, raw, text('import.reader.rejected.json'));
    else if (this.#layout.framing === 'lines') this.#addLine(parsed.value, raw);
    else if (this.#layout.place.kind !== 'lists' || isRecord(parsed.value) || this.#tables.has(list))
      this.#tableOf(list).add(unwrap(parsed.value, this.#layout.wrappers), raw);
  }

  /** A line of NDJSON may be a row, or a page of rows. */
  #addLine(value: unknown, raw: string): void {
    const { place } = this.#layout;
    if (place.kind === 'list' && Array.isArray(value) && value.some(isRecord)) {
      for (const item of value) this.#tableOf(null).add(unwrap(item, this.#layout.wrappers), raw);
      return;
    }
    const lists = place.kind === 'lists' ? listsIn(value, place.within) : null;
    if (lists === null) this.#tableOf(null).add(unwrap(value, this.#layout.wrappers), raw);
    for (const [name, items] of lists ?? []) for (const item of items) this.#tableOf(name).add(item, raw);
  }

  /** The file may end inside a row, or before its brackets are closed. */
  #readRest(): void {
    const rest = this.#scanner.rest();
    this.#isCutOff = this.#scanner instanceof ElementScanner && this.#scanner.isOpen;
    if (rest === null) return;
    if (!rest.isTooLong && parseExact(rest.text)) return this.#add(rest);
    this.#isCutOff = true;
    this.#reject(rest.list, rest.text, text('import.reader.rejected.cutOff'));
  }

  #reject(list: string | null, raw: string, reason: Text): void {
    const table = this.#tables.get(list)?.table;
    if (table) table.reject(raw, reason);
    else this.#homeless.push({ raw, reason });
  }

  #tableOf(sheet: string | null): FlatTable {
    const known = this.#tables.get(sheet);
    if (known) return known;
    const table = new GrowingTable(this.#engine, { file: this.#file, sheet, format: 'json' });
    const opened = new FlatTable(table, (path) => {
      if (this.#tables.size >= mostTables) return null;
      return this.#tableOf(sheet === null ? path : `${sheet}.${path}`);
    });
    this.#tables.set(sheet, opened);
    return opened;
  }

  #decisions(chunks: TextChunks): ReadDecisions {
    const { encoding, damaged } = chunks;
    const hasMore = this.#scanner instanceof ElementScanner && this.#scanner.hasMore;
    const notes = [
      ...(this.#isCutOff ? [text('import.reader.note.cutOff')] : []),
      ...(hasMore ? [text('import.reader.note.more')] : []),
      ...(damaged > 0 ? [text('import.reader.note.damaged', { count: damaged })] : []),
    ];
    return { encoding, delimiter: null, quote: null, headerRow: 1, preamble: [], footer: [], notes };
  }

  #nothing(): ImportError {
    const isBroken =
      this.#homeless.length > 0 || [...this.#tables.values()].some(({ table }) => table.rejected > 0);
    const code = isBroken || this.#isCutOff ? 'import.reader.json.broken' : 'import.reader.json.noRows';
    return new ImportError(code, { file: this.#file.name });
  }
}

/** The lists of objects in a page; null for a value that is none. */
function listsIn(page: unknown, within: readonly string[]): [string, readonly unknown[]][] | null {
  let fields = page;
  for (const name of within) fields = isRecord(fields) ? fields[name] : undefined;
  if (!isRecord(fields)) return null;
  const lists = Object.entries(fields).flatMap(([name, items]): [string, readonly unknown[]][] =>
    Array.isArray(items) ? [[name, items]] : [],
  );
  return lists.length === 0 ? null : lists.filter(([, items]) => items.some(isRecord));
}
