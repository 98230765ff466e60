import { concat, type Bytes } from '../hostile/bytes.ts';
import { moreSeeds, seeds } from '../hostile/seeds.ts';

export interface Mutant {
  readonly file: string;
  readonly bytes: Bytes;
  /** What was done to which file, in order. */
  readonly history: readonly string[];
}

type Random = (limit: number) => number;

const names = [...Object.keys(seeds), ...Object.keys(moreSeeds)];
const made = new Map<string, Bytes>();

/** The file number `index` of a seed: always the same one. */
export function mutant(seed: number, index: number): Mutant {
  const random = randomOf(seed, index);
  const name = names[random(names.length)]!;
  const file = name.includes('.') ? name : `tickets.${name}`;
  let bytes = seedBytes(name);
  const history = [name];
  for (let step = 1 + random(4); step > 0; step--) {
    const { title, change } = changes[random(changes.length)]!;
    bytes = change(bytes, random);
    history.push(title);
  }
  return { file, bytes, history };
}

function seedBytes(name: string): Bytes {
  const known = made.get(name);
  if (known) return known;
  const bytes = (seeds[name] ?? moreSeeds[name])!();
  made.set(name, bytes);
  return bytes;
}

interface Change {
  readonly title: string;
  readonly change: (bytes: Bytes, random: Random) => Bytes;
}

const changes: readonly Change[] = [
  { title: 'bits flipped', change: flipBits },
  { title: 'cut off', change: (bytes, random) => bytes.slice(0, random(bytes.length + 1)) },
  { title: 'beginning lost', change: (bytes, random) => bytes.slice(random(Math.min(64, bytes.length + 1))) },
  { title: 'bytes removed', change: remove },
  { title: 'chunk repeated', change: repeat },
  { title: 'bytes put in', change: insert },
  { title: 'delimiters swapped', change: swapDelimiters },
  { title: 'spliced with another file', change: splice },
  { title: 'number overwritten', change: overwrite },
  { title: 'lines shuffled', change: shuffleLines },
];

function flipBits(bytes: Bytes, random: Random): Bytes {
  const changed = bytes.slice();
  for (let count = 1 + random(8); count > 0 && changed.length > 0; count--) {
    const at = random(changed.length);
    changed[at] = changed[at]! ^ (1 << random(8));
  }
  return changed;
}

function remove(bytes: Bytes, random: Random): Bytes {
  const at = random(bytes.length + 1);
  return concat(bytes.slice(0, at), bytes.slice(at + 1 + random(16)));
}

function repeat(bytes: Bytes, random: Random): Bytes {
  const at = random(bytes.length + 1);
  const chunk = bytes.slice(at, at + 1 + random(200));
  return concat(bytes.slice(0, at), ...Array.from({ length: 1 + random(50) }, () => chunk), bytes.slice(at));
}

/** What has broken readers before: quotes, ends of lines, zeros, marks, brackets, long digits. */
const nasty: readonly (readonly number[])[] = [
  [0],
  [0xff],
  [0x22],
  [0x0d],
  [0x0a],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0x5c],
  [0x7b],
  [0x5d],
  [0x3c],
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x41, 0x52, 0x31],
  Array.from('"; drop table x; --', (character) => character.charCodeAt(0)),
  Array.from('9'.repeat(40), (character) => character.charCodeAt(0)),
];

function insert(bytes: Bytes, random: Random): Bytes {
  const at = random(bytes.length + 1);
  const piece = Uint8Array.from(nasty[random(nasty.length)]!);
  return concat(bytes.slice(0, at), ...Array.from({ length: 1 + random(3) }, () => piece), bytes.slice(at));
}

function swapDelimiters(bytes: Bytes, random: Random): Bytes {
  const marks = [',', ';', '\t', '|', '"', '\n', '\r', ':', '[', '{'].map((mark) => mark.charCodeAt(0));
  const from = marks[random(marks.length)]!;
  const to = marks[random(marks.length)]!;
  const each = 1 + random(3);
  let seen = 0;
  return bytes.map((byte) => (byte === from && seen++ % each === 0 ? to : byte));
}

function splice(bytes: Bytes, random: Random): Bytes {
  const other = seedBytes(names[random(names.length)]!);
  return concat(bytes.slice(0, random(bytes.length + 1)), other.slice(random(other.length)));
}

function overwrite(bytes: Bytes, random: Random): Bytes {
  const changed = bytes.slice();
  const value = [0, 0xff, 0x7f, 0x80][random(4)]!;
  const at = random(changed.length + 1);
  changed.fill(value, at, at + [1, 2, 4, 8][random(4)]!);
  return changed;
}

function shuffleLines(bytes: Bytes, random: Random): Bytes {
  const ends = [...bytes.entries()].flatMap(([index, byte]) => (byte === 0x0a ? [index + 1] : []));
  const starts = [0, ...ends].filter((start) => start < bytes.length);
  const lines = starts.map((start, index) => bytes.slice(start, starts[index + 1] ?? bytes.length));
  for (let at = lines.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  }
  return concat(...lines);
}

/** Numbers below a limit, always the same for a seed and an index (splitmix32). */
function randomOf(seed: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  return (limit) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  };
}
