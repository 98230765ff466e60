import {
  columnFormats,
  isRearranged,
  moveColumn,
  resizeColumn,
  shownColumns,
  type ColumnFilter,
  type ColumnFormat,
  type ColumnProfile,
  type FilteredColumn,
  type RowQuery,
  type Sort,
} from '#output';
import { formatValue, type Table } from '#table';
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { GridSource } from './grid-source.ts';
import { GridView } from './GridView.svelte.ts';

export interface GridPlace {
  readonly row: number;
  /** Among the columns that are shown. */
  readonly column: number;
}

/** A column that is shown. */
export interface GridColumn extends ColumnFormat, FilteredColumn {
  /** Its place in the rows. */
  readonly index: number;
  readonly width: number;
  readonly isPinned: boolean;
}

const pageSize = 200;
/** Pages that are held at once; those farthest from sight go first. */
const mostPages = 24;

/**
 * One grid on the screen: the rows it has of those that its view asks for, and where the reader is in them. Invariants:
 * - a page of an older version of the question is never put among the pages;
 * - a page is null while it is on its way, and then has a controller in `#loading`; one that leaves sight before it is here is not waited for.
 */
export class GridModel {
  rowCount = $state(0);
  problem = $state.raw<unknown>(null);
  active = $state.raw<GridPlace>({ row: 0, column: 0 });
  anchor = $state.raw<GridPlace>({ row: 0, column: 0 });
  readonly source: GridSource;
  readonly view: GridView;
  readonly names: readonly string[];
  readonly columns = $derived.by((): readonly GridColumn[] => this.#shown());
  readonly query = $derived.by((): RowQuery => this.view.queryOf(this.names));
  readonly isRearranged = $derived.by(() => isRearranged(this.names, this.view.layout));

  readonly #formats: readonly ColumnFormat[];
  readonly #widths: readonly number[];
  readonly #pages = new SvelteMap<number, Table | null>();
  readonly #loading = new SvelteMap<number, AbortController>();
  readonly #profiles: Record<string, Promise<ColumnProfile>> = {};
  #sight = { first: 0, end: 0 };
  #version = 0;

  constructor(source: GridSource, view = new GridView()) {
    this.source = source;
    this.view = view;
    this.names = source.columns.map(({ name }) => name);
    this.#formats = columnFormats(source.columns, source.units);
    this.#widths = this.#formats.map((format, index) => startWidth(source, format, index));
    this.rowCount = source.rowCount;
    void this.#restart();
  }

  /** The table that holds a row, and the row's place in it; null while it is on its way. */
  at(row: number): { readonly table: Table; readonly row: number } | null {
    const table = this.#pages.get(Math.floor(row / pageSize));
    const place = row % pageSize;
    return table && place < table.rowCount ? { table, row: place } : null;
  }

  /** Asks for the pages of these rows that are not here yet, and lets go of those that nobody looks at. */
  want(first: number, end: number): void {
    this.#sight = { first, end };
    untrack(() => {
      const [from, to] = [Math.floor(first / pageSize), Math.ceil(end / pageSize)];
      for (const [page, controller] of this.#loading) if (page < from || page >= to) controller.abort();
      for (let page = from; page < to; page++) {
        if (this.#pages.has(page)) continue;
        this.#pages.set(page, null);
        void this.#load(page, this.#version);
      }
      this.#forget((from + to) / 2);
    });
  }

  sortBy(sort: Sort | null): void {
    this.view.sort = sort;
    void this.#restart();
  }

  search(text: string): void {
    this.view.search = text;
    void this.#restart();
  }

  /** Puts a condition on a column, or takes it away. */
  filterColumn(name: string, filter: ColumnFilter | null): void {
    const others = this.view.filters.filter(({ column }) => column.name !== name);
    this.view.filters = filter ? [...others, filter] : others;
    void this.#restart();
  }

  filterOf(name: string): ColumnFilter | null {
    return this.view.filters.find(({ column }) => column.name === name) ?? null;
  }

  profile(column: FilteredColumn): Promise<ColumnProfile> | null {
    const known = this.#profiles[column.name] ?? this.source.looks?.profile(column) ?? null;
    if (known) this.#profiles[column.name] = known;
    return known;
  }

  moveTo(place: GridPlace, extend: boolean): void {
    this.active = {
      row: Math.max(0, Math.min(this.rowCount - 1, place.row)),
      column: Math.max(0, Math.min(this.columns.length - 1, place.column)),
    };
    if (!extend) this.anchor = this.active;
  }

  selectAll(): void {
    this.moveTo({ row: 0, column: 0 }, false);
    this.moveTo({ row: this.rowCount - 1, column: this.columns.length - 1 }, true);
  }

  resize(name: string, width: number): void {
    this.view.layout = resizeColumn(this.view.layout, name, width);
  }

  /** Takes a column to another place among those shown; the selection goes with it. */
  move(name: string, to: number): void {
    this.view.layout = moveColumn(this.names, this.view.layout, { name, to });
    this.moveTo(
      { row: this.active.row, column: this.columns.findIndex((each) => each.name === name) },
      false,
    );
  }

  get selection(): { top: number; bottom: number; left: number; right: number } {
    return {
      top: Math.min(this.anchor.row, this.active.row),
      bottom: Math.max(this.anchor.row, this.active.row),
      left: Math.min(this.anchor.column, this.active.column),
      right: Math.max(this.anchor.column, this.active.column),
    };
  }

  /** Rows as they are sorted and filtered, with the columns that are shown. */
  async rows(offset: number, limit: number): Promise<Table> {
    return this.#arranged(await this.source.page({ ...this.query, offset, limit }));
  }

  async *everyRow(): AsyncGenerator<Table> {
    for await (const table of this.source.everyRow(this.query)) yield this.#arranged(table);
  }

  /** The rows at hand, for whoever measures them. */
  *heldRows(): Generator<Table> {
    for (const table of this.#pages.values()) if (table) yield table;
  }

  #arranged({ rowCount, columns }: Table): Table {
    return { rowCount, columns: this.columns.flatMap(({ index }) => columns[index] ?? []) };
  }

  #shown(): readonly GridColumn[] {
    const { layout } = this.view;
    return shownColumns(this.names, layout).flatMap((name) => {
      const index = this.names.indexOf(name);
      const [column, format] = [this.source.columns[index], this.#formats[index]];
      if (!column || !format) return [];
      const width = layout.widths[name] ?? this.#widths[index] ?? 100;
      const { type, kind } = column;
      return [{ ...format, type, kind, index, width, isPinned: layout.pinned.includes(name) }];
    });
  }

  async #load(page: number, version: number): Promise<void> {
    const controller = new AbortController();
    this.#loading.set(page, controller);
    const { signal } = controller;
    try {
      const query = { ...this.query, offset: page * pageSize, limit: pageSize };
      const table = await this.source.page(query, signal);
      if (version === this.#version) this.#pages.set(page, table);
    } catch (error) {
      if (version !== this.#version) return;
      if (signal.aborted) this.#pages.delete(page);
      else this.problem = error;
    } finally {
      if (this.#loading.get(page) === controller) this.#loading.delete(page);
    }
  }

  #forget(middle: number): void {
    const held = [...this.#pages.keys()].filter((page) => !this.#loading.has(page));
    const far = held.sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of far.slice(0, Math.max(0, held.length - mostPages))) this.#pages.delete(page);
  }

  async #restart(): Promise<void> {
    const version = ++this.#version;
    const { source, query } = this;
    const isFiltered = query.search.trim() !== '' || query.filters.length > 0;
    this.problem = null;
    for (const controller of this.#loading.values()) controller.abort();
    this.#loading.clear();
    this.#pages.clear();
    const isWhole = source.firstPage.rowCount >= Math.min(pageSize, source.rowCount);
    if (!isFiltered && query.sort === null && isWhole) this.#pages.set(0, source.firstPage);
    if (!isFiltered) this.rowCount = source.rowCount;
    this.want(this.#sight.first, this.#sight.end);
    if (!isFiltered) return;
    try {
      const count = await source.count(query);
      if (version !== this.#version) return;
      this.rowCount = count;
      this.moveTo({ row: 0, column: this.active.column }, false);
    } catch (error) {
      if (version === this.#version) this.problem = error;
    }
  }
}

const mostRead = 4_000;

/** A width that shows the name and the first values whole, within reason. */
function startWidth({ firstPage }: GridSource, { name, unit }: ColumnFormat, index: number): number {
  const column = firstPage.columns[index];
  const rows = Math.min(40, firstPage.rowCount, Math.ceil(mostRead / firstPage.columns.length));
  let longest = name.length + 4;
  for (let row = 0; column && row < rows; row++) {
    const written = formatValue(column.at(row), column, {
      locale: 'en',
      unit: unit ?? undefined,
      aligned: true,
    });
    longest = Math.max(longest, written.length);
  }
  return Math.round(Math.max(64, Math.min(320, 22 + longest * 7.4)));
}
