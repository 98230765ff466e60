import { expect, test } from 'vitest';
import { useEngine } from '../native.ts';
import { inputFile, outcome } from '../reading.ts';

const engine = useEngine();

const pieces = [
  'a',
  'é',
  '1',
  ' ',
  '  ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  "'",
  '=',
  '#',
  '\\',
  '日本',
  '😀',
  'N/A',
  '-',
  '.',
];
const delimiters = [',', ';', '\t', '|'];
const lineEnds = ['\n', '\r\n', '\r'];

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function write(cell: string, delimiter: string, quoteAll: boolean): string {
  const needsQuotes =
    quoteAll || /["\n\r]/.test(cell) || cell.includes(delimiter) || /^ +$/.test(cell) || cell.startsWith(' ');
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function randomFile(seed: number) {
  const random = randomFrom(seed);
  const width = 2 + random(5);
  const delimiter = delimiters[random(delimiters.length)] ?? ',';
  const quoteAll = random(3) === 0;
  const ends = random(4) === 0 ? lineEnds : [lineEnds[random(3)] ?? '\n'];
  const cell = () => Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join('');
  const rows = Array.from({ length: 1 + random(40) }, () => [
    `r${random(1000)}`,
    ...Array.from({ length: width - 1 }, cell),
  ]);
  const names = Array.from({ length: width }, (_, index) => `c${index}`);
  const lines = [names, ...rows].map((row) =>
    row.map((value) => write(value, delimiter, quoteAll)).join(delimiter),
  );
  const content = lines
    .map((line, index) => line + (index === lines.length - 1 && random(2) ? '' : ends[index % ends.length]))
    .join('');
  return { content, rows, delimiter };
}

test('whatever is in the cells, what was written is what is read', async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const { content, rows, delimiter } = randomFile(seed);
    const found = await outcome(engine(), inputFile(content), {
      dialect: { delimiter, quote: '"', headerRow: 1 },
    });
    const expected = rows.map((row, index) => [index + 1, ...row.map((cell) => (cell === '' ? null : cell))]);
    expect({ seed, rows: found.rows, rejects: found.rejects }).toEqual({ seed, rows: expected, rejects: [] });
  }
});

test('a damaged file is accounted for to the last row', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { content, delimiter } = randomFile(seed);
    const random = randomFrom(-seed);
    const letters = [...content];
    for (let hit = 0; hit < 3; hit++) {
      letters.splice(
        letters.indexOf('r') + random(letters.length),
        random(2),
        ['"', delimiter, '\n'][random(3)] ?? '',
      );
    }
    const found = await outcome(engine(), inputFile(letters.join('')), {
      dialect: { delimiter, quote: '"', headerRow: 1 },
    });
    const numbers = [...found.rows, ...found.rejects]
      .map(([row]) => Number(row))
      .toSorted((one, other) => one - other);
    expect({ seed, numbers, counts: found.counts }).toEqual({
      seed,
      numbers: Array.from({ length: found.counts.read }, (_, index) => index + 1),
      counts: { read: found.rows.length + found.rejects.length, rejected: found.rejects.length },
    });
  }
});
