import { attributeOf, type CellContent } from '#notebook';
import type { Table } from '#table';
import { columnFormats, isNumeric, type ColumnUnits } from '../table/columns.ts';
import { changeFrom, numberIn, smallest, type Headline } from './build.ts';

/** A headline of a cell's own SQL, by the name of its column. */
export interface TitledHeadline {
  readonly title: string;
  readonly headline: Headline;
}

/** `show=headlines` on a cell: each number of its one row is a headline. */
export const headlinesAttribute = { key: 'show', value: 'headlines' } as const;

/** What tells, behind a column's name, of it: its value in the period before, and the rows that it rests on. */
const companions = { before: '_before', n: '_n' } as const;

/** The headlines of a row of several numbers; null for a cell that does not ask for them, or has no such row. */
export function headlinesOf(
  cell: Pick<CellContent, 'attributes'>,
  table: Table,
  units: ColumnUnits,
): readonly TitledHeadline[] | null {
  const { key, value } = headlinesAttribute;
  return attributeOf(cell, key) === value && canBeHeadlines(table) ? titled(table, units) : null;
}

/** Whether a table reads as headlines in a row: one row, of two numbers or more. */
export function canBeHeadlines(table: Table): boolean {
  return table.rowCount === 1 && valueColumns(table).length > 1;
}

function titled(table: Table, units: ColumnUnits): TitledHeadline[] {
  const formats = new Map(columnFormats(table.columns, units).map(({ name, unit }) => [name, unit]));
  return valueColumns(table).map(({ name }) => {
    const [value, before, n] = [name, name + companions.before, name + companions.n].map((each) =>
      numberIn(table, each),
    );
    const unit = formats.get(name) ?? 'number';
    const isMoved = typeof value === 'number' && typeof before === 'number';
    return {
      title: titleOf(name),
      headline: {
        value: value ?? null,
        unit,
        n: n ?? null,
        interval: null,
        small: typeof n === 'number' && n < smallest,
        change: isMoved ? changeFrom({ value, previous: before, unit, better: 'neither' }) : null,
        beside: [],
      },
    };
  });
}

function valueColumns({ columns }: Table): Table['columns'] {
  const names = columns.map(({ name }) => name);
  const isCompanion = (name: string) =>
    Object.values(companions).some((end) => name.endsWith(end) && names.includes(name.slice(0, -end.length)));
  return columns.filter(({ name, kind }) => isNumeric(kind) && !isCompanion(name));
}

function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
