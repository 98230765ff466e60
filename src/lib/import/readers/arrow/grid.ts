import { DataType, type Data, type Field, type RecordBatch } from 'apache-arrow';
import type { GrowingTable } from '../growing-table.ts';
import { cellTextOf } from './cell-text.ts';

/** A column of cells; the fields of a struct are columns of their own. */
interface GridColumn {
  readonly name: string;
  readonly read: (batch: RecordBatch) => (string | null)[];
}

/** Record batches of one schema as rows of a table of text. */
export class Grid {
  readonly #columns: readonly GridColumn[];
  readonly #table: GrowingTable;

  constructor(table: GrowingTable, fields: readonly Field[]) {
    this.#table = table;
    this.#columns = fields.flatMap((field, index) =>
      columnsOf(field, '', (batch) => batch.data.children[index]),
    );
    for (const { name } of this.#columns) table.addColumn(name);
  }

  /** Writes a batch of rows. */
  async add(batch: RecordBatch, signal: AbortSignal | undefined): Promise<void> {
    if (batch.numRows === 0) return;
    if (!batch.data.children.every((data) => holds(data, batch.numRows)))
      throw new RangeError('more rows than the buffers hold');
    this.#table.addRows(
      batch.numRows,
      this.#columns.slice(0, this.#table.columns.length).map(({ read }) => read(batch)),
    );
    await this.#table.flush(signal);
  }
}

/** A damaged file may speak of any number of rows: what holds no values at all is no reason to believe it. */
function holds(data: Data, rows: number): boolean {
  const { type, values, valueOffsets, children } = data;
  if (rows <= plausibleRows) return true;
  if (DataType.isStruct(type) && children.length > 0) return children.every((child) => holds(child, rows));
  if (valueOffsets && valueOffsets.length > 0) return valueOffsets.length > rows;
  return ArrayBuffer.isView(values) && values.byteLength * 8 >= rows;
}

/** A batch may have as many without a reason: of some types it holds no values. */
const plausibleRows = 1_000_000;

type DataOf = (batch: RecordBatch) => Data | undefined;

function columnsOf(field: Field, prefix: string, dataOf: DataOf): GridColumn[] {
  const name = prefix + field.name;
  if (DataType.isStruct(field.type) && field.type.children.length > 0) {
    return field.type.children.flatMap((child, index) =>
      columnsOf(child, `${name}.`, (batch) => withParent(dataOf(batch)?.children[index], dataOf(batch))),
    );
  }
  const read = cellTextOf(field.type);
  return [
    {
      name,
      read: (batch) => {
        const data = dataOf(batch);
        return Array.from({ length: batch.numRows }, (_, row) =>
          data?.getValid(row) ? emptyToNull(read(data, row)) : null,
        );
      },
    },
  ];
}

/** A field of a struct that is unknown is unknown. */
function withParent(child: Data | undefined, parent: Data | undefined): Data | undefined {
  if (!child || !parent || parent.nullCount === 0) return child;
  const getValid = (row: number) => parent.getValid(row) && child.getValid(row);
  return Object.assign(child.clone(), { getValid });
}

function emptyToNull(text: string | null): string | null {
  return text === '' ? null : text;
}
