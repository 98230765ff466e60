import type { Engine } from '#engine';
import { asOfUtc, createBook, dropBook, readableTables, scopeViews } from '#import';
import { catalogue, type Kpi } from '#kpi';
import type { Locale } from '#messages';
import type { Cell, Notebook } from '#notebook';
import type { Unit } from '#table';
import type { WallClock, WeekStart } from '#time';
import type { BookOptions } from './book.ts';

/** The book is made by '#import' unless told otherwise. */
export interface RuntimeOptions extends Partial<BookOptions> {
  /** The name of the notebook's own database; no two runtimes of an engine share one. */
  readonly book: string;
  readonly notebook: Notebook;
  /** The latest instant in the data, wall clock. A notebook's `as_of:` goes before it. */
  readonly asOf?: WallClock | null;
  readonly locale?: Locale;
  /** The same instant in UTC; asked for when a cell reads it. */
  readonly asOfUtc?: (asOf: WallClock | null) => Promise<WallClock | null>;
  /** The day that a week begins with; Monday unless given. */
  readonly weekStart?: WeekStart;
  /** Names that cells may not take. */
  readonly reserved?: readonly string[];
  readonly unitOf?: (cell: Cell, column: string) => Unit | undefined;
  /** The catalogue unless given: the reader's own KPIs come and go. */
  readonly kpis?: () => readonly Kpi[];
  /** Results with more rows are views. */
  readonly maxRows?: number;
  readonly now?: () => number;
}

const tableNames = readableTables.map(({ name }) => name);

export function withDefaults(engine: Engine, options: RuntimeOptions): Required<RuntimeOptions> {
  return {
    asOf: null,
    asOfUtc: (instant) => asOfUtc(engine, instant),
    locale: 'en',
    weekStart: 1,
    reserved: tableNames,
    prepareBook: (book, scope, isNew) =>
      isNew ? createBook(engine, book, scope) : scopeViews(engine, book, scope),
    dropBook: (book) => dropBook(engine, book),
    unitOf: () => undefined,
    kpis: () => catalogue,
    maxRows: 1_000_000,
    now: () => performance.now(),
    ...options,
  };
}
