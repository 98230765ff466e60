import { describe, expect, it } from 'vitest';
import { dropRaw, readFile } from '../../../../src/lib/import/readers/reader.ts';
import { useEngine } from '../native.ts';
import { inputFile, leftovers, rejectsOf } from '../reading.ts';

const engine = useEngine();
const rows = 120_000;
const header = 'id,words,number\n';

/** Rows of some 50 bytes, one of them as told: together more than a file that is read in one piece. */
function content(odd: Readonly<Record<number, string>> = {}): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => odd[index + 1] ?? `T${index + 1},"words, ""quoted""\nover two lines",${index % 97}`,
  );
  return `${header}${lines.join('\n')}\n`;
}

/** What a raw table holds, in few numbers, and what was told of its file. */
async function summary(text: string) {
  const [raw] = await readFile(engine(), inputFile(text));
  if (!raw) throw new Error('a file gives a table');
  const result = await engine().query(
    `select count(*)::int, sum(source_row)::bigint::varchar, count(*) filter (id = 'T' || source_row)::int, count(distinct words)::int, sum(number::int)::int from ${raw.relation}`,
  );
  const rejects = await rejectsOf(engine(), raw);
  await dropRaw(engine(), raw);
  return {
    held: result.columns.map((column) => column.at(0)),
    read: raw.rowsRead,
    rejects,
    notes: raw.decisions.notes.map(({ code }) => code),
  };
}

const rowSum = String((rows * (rows + 1)) / 2);
const numbers = Array.from({ length: rows }, (_, index) => index % 97);
const numberSum = numbers.reduce((sum, number) => sum + number, 0);

describe('a large file is scanned while the walk over its bytes goes on', () => {
  it('counts if every record is like the others', async () => {
    expect(await summary(content())).toEqual({
      held: [rows, rowSum, rows, 1, numberSum],
      read: rows,
      rejects: [],
      notes: [],
    });
  });

  it('is done again if a record near the end is not', async () => {
    const cut = `T${rows - 1},cut off`;
    expect(await summary(content({ [rows - 1]: cut }))).toEqual({
      held: [
        rows - 1,
        String((rows * (rows + 1)) / 2 - rows + 1),
        rows - 1,
        1,
        numberSum - (numbers[rows - 2] ?? 0),
      ],
      read: rows,
      rejects: [[rows - 1, cut, '2 cells where the header has 3']],
      notes: [],
    });
  });

  it('is done again if a record with nothing in it stands among them', async () => {
    const { held, read, notes } = await summary(content({ 60_000: `T60000,a,1\nT, ,` }));
    expect({ rows: held[0], read, notes }).toEqual({ rows: rows + 1, read: rows + 1, notes: [] });
    const blank = await summary(content({ 60_000: `T60000,a,1\n , ,` }));
    expect({ rows: blank.held[0], read: blank.read, notes: blank.notes }).toEqual({
      rows,
      read: rows,
      notes: ['import.reader.note.blank'],
    });
  });

  it('is done again if the letters are of another encoding', async () => {
    const bytes = Uint8Array.from(content({ 119_999: 'T119999,Jo\xe3o,5' }), (char) => char.charCodeAt(0));
    const [raw] = await readFile(engine(), inputFile(bytes));
    if (!raw) throw new Error('a file gives a table');
    const result = await engine().query(`select words from ${raw.relation} where id = 'T119999'`);
    await dropRaw(engine(), raw);
    expect([raw.decisions.encoding, result.columns[0]?.at(0)]).toEqual(['windows-1252', 'João']);
  });

  it('is done again if a line ends in a carriage return alone', async () => {
    const { held } = await summary(content({ 60_000: 'T60000,a,1\rT60001,b,2', 60_001: 'T60002,c,3' }));
    expect(held[0]).toBe(rows + 1);
  });

  it('leaves nothing behind when it is cancelled, however far it came', async () => {
    for (const share of [0.05, 0.3, 0.6]) {
      const controller = new AbortController();
      const onProgress = (fraction: number) => fraction >= share && controller.abort();
      const reading = readFile(engine(), inputFile(content()), { signal: controller.signal, onProgress });
      await expect(reading).rejects.toThrow();
    }
    expect(await leftovers(engine())).toEqual([]);
  });

  it('tells rows as it finds them, and never goes back', async () => {
    const told: [number, number][] = [];
    const file = inputFile(content({ [rows - 1]: `T,cut off` }));
    const [raw] = await readFile(engine(), file, {
      onProgress: (fraction, found = 0) => told.push([fraction, found]),
    });
    if (raw) await dropRaw(engine(), raw);
    expect(told).toEqual(told.toSorted(([a, m], [b, n]) => a - b || m - n));
    expect([told.at(-1), new Set(told.map(([, found]) => found)).size > 1]).toEqual([[1, rows], true]);
  });
});
