import {
  columnFormats,
  type ColumnFormat,
  type ColumnProfile,
  type ColumnUnits,
  type PageQuery,
  type Sort,
} from '#output';
import { formatValue, type Column, type Table } from '#table';
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

/** Where a grid's rows come from: the engine, a page at a time, or a table at hand. */
export interface GridSource {
  readonly columns: readonly Pick<Column, 'name' | 'type' | 'kind'>[];
  readonly rowCount: number;
  readonly firstPage: Table;
  readonly units: ColumnUnits;
  page(query: PageQuery): Promise<Table>;
  /** All that is sorted and filtered so, each row once, a few thousand at a time. */
  everyRow(query: Pick<PageQuery, 'sort' | 'filter'>): AsyncIterable<Table>;
  count(filter: string): Promise<number>;
  /** Null where the rows are kept nowhere. */
  profile: ((column: Pick<Column, 'name' | 'kind'>) => Promise<ColumnProfile>) | null;
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const pageSize = 200;

/** One grid on the screen: what it is sorted and filtered by, the pages it has, where the reader is in it. */
export class GridModel {
  sort = $state.raw<Sort | null>(null);
  filter = $state('');
  rowCount = $state(0);
  problem = $state.raw<unknown>(null);
  active = $state.raw<GridPlace>({ row: 0, column: 0 });
  anchor = $state.raw<GridPlace>({ row: 0, column: 0 });
  widths = $state.raw<readonly number[]>([]);
  readonly formats: readonly ColumnFormat[];
  readonly source: GridSource;

  /** Pages by their number, null while on the way; a page of an older version of the question is never put here. */
  readonly #pages = new SvelteMap<number, Table | null>();
  readonly #profiles = new WeakMap<object, Promise<ColumnProfile>>();
  #sight = { first: 0, end: 0 };
  #version = 0;

  constructor(source: GridSource) {
    this.source = source;
    this.formats = columnFormats(source.columns, source.units);
    this.rowCount = source.rowCount;
    this.widths = source.columns.map((column, index) =>
      startWidth(source, this.formats[index] ?? { ...column, unit: null }, index),
    );
    this.#restart();
  }

  /** The table that holds a row, and the row's place in it; null while it is on its way. */
  at(row: number): { readonly table: Table; readonly row: number } | null {
    const table = this.#pages.get(Math.floor(row / pageSize));
    const place = row % pageSize;
    return table && place < table.rowCount ? { table, row: place } : null;
  }

  /** Asks for the pages of these rows that are not here yet. */
  want(first: number, end: number): void {
    this.#sight = { first, end };
    untrack(() => {
      for (let page = Math.floor(first / pageSize); page * pageSize < end; page++) {
        if (this.#pages.has(page)) continue;
        this.#pages.set(page, null);
        void this.#load(page, this.#version);
      }
    });
  }

  sortBy(sort: Sort | null): void {
    this.sort = sort;
    this.#restart();
  }

  async filterBy(filter: string): Promise<void> {
    this.filter = filter;
    const version = this.#restart();
    try {
      const count = filter.trim() === '' ? this.source.rowCount : await this.source.count(filter);
      if (version !== this.#version) return;
      this.rowCount = count;
      this.moveTo({ row: 0, column: this.active.column }, false);
    } catch (error) {
      if (version === this.#version) this.problem = error;
    }
  }

  profile(column: Pick<Column, 'name' | 'kind'>): Promise<ColumnProfile> | null {
    const known = this.#profiles.get(column) ?? this.source.profile?.(column) ?? null;
    if (known) this.#profiles.set(column, known);
    return known;
  }

  moveTo(place: GridPlace, extend: boolean): void {
    this.active = {
      row: Math.max(0, Math.min(this.rowCount - 1, place.row)),
      column: Math.max(0, Math.min(this.source.columns.length - 1, place.column)),
    };
    if (!extend) this.anchor = this.active;
  }

  resize(column: number, width: number): void {
    this.widths = this.widths.map((old, index) => (index === column ? Math.max(48, Math.round(width)) : old));
  }

  get selection(): { top: number; bottom: number; left: number; right: number } {
    return {
      top: Math.min(this.anchor.row, this.active.row),
      bottom: Math.max(this.anchor.row, this.active.row),
      left: Math.min(this.anchor.column, this.active.column),
      right: Math.max(this.anchor.column, this.active.column),
    };
  }

  rows(offset: number, limit: number): Promise<Table> {
    return this.source.page({ offset, limit, sort: this.sort, filter: this.filter });
  }

  everyRow(): AsyncIterable<Table> {
    return this.source.everyRow({ sort: this.sort, filter: this.filter });
  }

  async #load(page: number, version: number): Promise<void> {
    try {
      const table = await this.rows(page * pageSize, pageSize);
      if (version === this.#version) this.#pages.set(page, table);
    } catch (error) {
      if (version === this.#version) this.problem = error;
    }
  }

  #restart(): number {
    this.problem = null;
    this.#pages.clear();
    const plain = this.sort === null && this.filter.trim() === '';
    const whole = this.source.firstPage.rowCount >= Math.min(pageSize, this.source.rowCount);
    if (plain && whole) this.#pages.set(0, this.source.firstPage);
    if (plain) this.rowCount = this.source.rowCount;
    const version = ++this.#version;
    this.want(this.#sight.first, this.#sight.end);
    return version;
  }
}

/** A width that shows the name and the first values whole, within reason. */
function startWidth(
  { firstPage }: GridSource,
  { name, unit }: Pick<ColumnFormat, 'name' | 'unit'>,
  index: number,
): number {
  const column = firstPage.columns[index];
  let longest = name.length + 4;
  for (let row = 0; column && row < Math.min(40, firstPage.rowCount); row++) {
    const written = formatValue(column.at(row), column, {
      locale: 'en',
      unit: unit ?? undefined,
      aligned: true,
    });
    longest = Math.max(longest, written.length);
  }
  return Math.round(Math.max(64, Math.min(320, 18 + longest * 7.2)));
}
