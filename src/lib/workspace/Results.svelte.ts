import type { TableOutput } from '#cells';
import type { Cell } from '#notebook';
import type { ColumnUnits } from '#output';
import type { Table } from '#table';

/** The rows that a run gave, as many of them as are kept. */
export interface KeptResult {
  readonly id: number;
  readonly at: number;
  readonly ms: number;
  /** The title of its notebook. */
  readonly notebook: string;
  readonly cell: Pick<Cell, 'id' | 'name' | 'source'>;
  readonly rowCount: number;
  readonly table: Table;
  readonly units: ColumnUnits;
}

/** A run that has just ended. */
export interface EndedRun extends Omit<KeptResult, 'id' | 'at' | 'table' | 'rowCount'> {
  readonly output: TableOutput;
  /** Its first rows; asked for at once, before another run puts others in their place. */
  readonly rows: (limit: number) => Promise<Table>;
}

const mostResults = 60;
/** More rows of a result are not kept, nor more values of it. */
const mostRows = 5_000;
const mostValues = 100_000;

/** The results of the runs in this window, the latest first. */
export class Results {
  entries = $state.raw<readonly KeptResult[]>([]);
  #next = 1;

  async add({ output, rows, ...run }: EndedRun): Promise<void> {
    const { rowCount, firstPage, columns, storedAs } = output;
    const id = this.#next++;
    const at = Date.now();
    const limit = Math.min(mostRows, Math.floor(mostValues / Math.max(1, columns.length)));
    const isMore = storedAs === 'table' && rowCount > firstPage.rowCount && limit > firstPage.rowCount;
    // A result whose other rows cannot be read any more is kept as far as it was shown.
    const table = isMore ? await rows(limit).catch(() => firstPage) : firstPage;
    const entry = { ...run, id, at, rowCount, table };
    const entries = [entry, ...this.entries].sort((a, b) => b.id - a.id);
    this.entries = entries.slice(0, mostResults);
  }

  clear(): void {
    this.entries = [];
  }
}
