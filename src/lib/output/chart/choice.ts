import type { Column } from '#table';
import { isNumeric, isTemporal } from '../table/columns.ts';

/** How rows are drawn; the last three are put together of several marks. */
export const marks = [
  'line',
  'area',
  'bar',
  'point',
  'arc',
  'rect',
  'control',
  'waterfall',
  'timeline',
] as const;
export type Mark = (typeof marks)[number];
/** How the rows of one mark become one number. */
export const aggregates = ['count', 'sum', 'mean', 'median', 'min', 'max'] as const;
export type Aggregate = (typeof aggregates)[number];
/** How many bins numbers are put into, at most. */
export const binCounts = [5, 10, 20, 50] as const;
export type Bins = 'some' | number;
/** The order of names along their axis: by what is measured, by themselves, or as the rows come. */
export const sorts = ['largest', 'smallest', 'name', 'nameDown', 'rows'] as const;
export type Sort = (typeof sorts)[number];
export type ChartColumn = Pick<Column, 'name' | 'kind'>;

/** What the chart builder asks; it is a whole Vega-Lite spec and can be read back from one. */
export interface ChartChoice {
  readonly mark: Mark;
  readonly x: string | null;
  readonly y: string | null;
  readonly colour: string | null;
  /** Whether lines and bars of a KPI have their 95 % interval, and its target, about them. */
  readonly interval?: boolean;
  /** The column with a small chart for each of its values. */
  readonly facet?: string | null;
  readonly aggregate?: Aggregate | null;
  readonly bins?: Bins | null;
  /** Null for the usual one: of bars the largest first, else by name. */
  readonly sort?: Sort | null;
  /** The columns that a mark tells of on hover; none for what it shows and rests on. */
  readonly tooltip?: readonly string[];
  /** Where what a timeline shows ends. */
  readonly end?: string | null;
}

/** The chart to begin with, from the columns alone; null when nothing in it can be drawn. */
export function chooseChart(columns: readonly ChartColumn[]): ChartChoice | null {
  const time = columns.find(({ kind }) => isTemporal(kind));
  const words = columns.filter(isName);
  const number = measureOf(columns);
  if (!number) return null;
  const colour = words[0]?.name ?? null;
  if (time) return { mark: 'line', x: time.name, y: number.name, colour };
  if (colour) return { mark: 'bar', x: number.name, y: colour, colour: words[1]?.name ?? null };
  const other = columns.find(({ name, kind }) => isNumeric(kind) && name !== number.name);
  return other ? { mark: 'point', x: number.name, y: other.name, colour: null } : null;
}

/** The same chart drawn in another way: columns that do not go with that give way to the first that do. */
export function chooseMark(choice: ChartChoice, mark: Mark, columns: readonly ChartColumn[]): ChartChoice {
  const first = (names: readonly (string | null)[], suits: (column: ChartColumn) => boolean) => {
    const kept = columns.find((column) => names.includes(column.name) && suits(column));
    return (kept ?? columns.find(suits))?.name ?? null;
  };
  const { x, y, colour, facet, tooltip } = choice;
  const plain = { mark, colour: null };
  const measure = columns.find(({ name, kind }) => (name === y || name === x) && isNumeric(kind));
  const value = (measure ?? measureOf(columns))?.name ?? null;
  const isTime = ({ kind }: ChartColumn) => isTemporal(kind);
  switch (mark) {
    case 'control':
      return { ...plain, x: first([x], isTime) ?? x, y: value };
    case 'waterfall':
      return { ...plain, x: first([x, y], (column) => isName(column) || isTime(column)), y: value };
    case 'timeline': {
      const from = first([x], isTime);
      const end = columns.find((column) => isTime(column) && column.name !== from)?.name ?? null;
      return { ...plain, x: from, end, y: first([y, x], isName), colour };
    }
    case 'rect': {
      const across = first([x], isKey);
      const down = first([y, colour], (column) => isKey(column) && column.name !== across);
      return { ...plain, x: across, y: down, colour: value, ...(facet ? { facet } : {}) };
    }
    default:
      if (choice.mark !== 'rect') return withoutEnd({ ...choice, mark });
      return { mark, x, y: value, colour: y, ...(facet ? { facet } : {}), ...(tooltip ? { tooltip } : {}) };
  }
}

function withoutEnd({ end: _end, ...choice }: ChartChoice): ChartChoice {
  return choice;
}

export function isName({ kind }: ChartColumn): boolean {
  return kind === 'text' || kind === 'boolean';
}

/** What a row can be found by, rather than what was measured of it. */
function isKey({ kind }: ChartColumn): boolean {
  return kind !== 'float' && kind !== 'decimal';
}

function measureOf(columns: readonly ChartColumn[]): ChartColumn | undefined {
  const isOwn = ({ name, kind }: ChartColumn) => name === 'value' && isNumeric(kind);
  return columns.find(isOwn) ?? columns.find(({ kind }) => isNumeric(kind));
}
