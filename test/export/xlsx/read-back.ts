import type { Engine } from '#engine';
import { readFile } from '../../../src/lib/import/readers/reader.ts';
import { inputFile, rowsOf } from '../../import/readers/reading.ts';

/** Every sheet as our own reader takes it, its header first, without the number that a row has in its file. */
export async function readBack(engine: Engine, bytes: Uint8Array<ArrayBuffer>, names: readonly string[]) {
  const sheets: Record<string, (string | number | null | undefined)[][]> = {};
  for (const sheet of names) {
    const [raw] = await readFile(engine, inputFile(bytes, 'report.xlsx'), { sheet });
    if (!raw) throw new Error(`there is no sheet ${sheet}`);
    const rows = await rowsOf(engine, raw);
    sheets[sheet] = [raw.columns.map(({ name }) => name), ...rows.map((row) => row.slice(1))];
  }
  return sheets;
}
