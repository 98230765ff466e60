import type { Column, Table, Unit } from '#table';
import { toCell } from './cell.ts';
import type { Sheet } from './workbook.ts';

interface TableSheet {
  readonly name: string;
  readonly columns: readonly Pick<Column, 'name'>[];
  /** What columns measure, as the grid shows them. */
  readonly units: Readonly<Record<string, Unit>>;
  /** The rows, in order, a table at a time. */
  readonly pages: AsyncIterable<Table> | Iterable<Table>;
}

/** A result as a sheet: its columns, typed, in the formats of their units. */
export function tableSheet({ name, columns, units, pages }: TableSheet): Sheet {
  return { name, header: columns.map((column) => column.name), pages: cellsOf(pages, units) };
}

async function* cellsOf(pages: TableSheet['pages'], units: TableSheet['units']) {
  for await (const { columns, rowCount } of pages) {
    yield Array.from({ length: rowCount }, (_, row) =>
      columns.map((column) => toCell(column.at(row), column, units[column.name] ?? null)),
    );
  }
}
