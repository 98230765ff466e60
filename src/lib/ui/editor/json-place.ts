import type { Span } from '#sql';

/** Where in a JSON text something is written, and what can stand there; `from` and `to` are what it takes the place of. */
export interface JsonPlace extends Span {
  /** The names and numbers that lead to the value, or to the object whose name is written. */
  readonly path: readonly (string | number)[];
  readonly expects: 'key' | 'value';
  /** What is written up to the place, without its quotation mark. */
  readonly written: string;
  readonly isQuoted: boolean;
  /** Whether a colon stands behind it. */
  readonly isNamed: boolean;
  /** The other names of the object whose name is written. */
  readonly others: readonly string[];
}

interface Word extends Span {
  readonly text: string;
}

const marks = /^[{}[\]:,]$/;

/** The place in a text that need not be whole; null where only a mark can come. */
export function jsonPlace(text: string, at: number): JsonPlace | null {
  const words = wordsOf(text);
  const isHere = (word: Word) =>
    !marks.test(word.text) &&
    word.from < at &&
    (isOpenAt(word, at) || (at === word.to && word.text[0] !== '"'));
  const index = words.findIndex(isHere);
  const word = words[index] ?? { text: '', from: at, to: at };
  const next = index < 0 ? words.findIndex(({ from }) => from >= at) : index;
  const before = words.slice(0, next < 0 ? words.length : next);
  const around = surroundings(before);
  if (around.expects === 'nothing') return null;
  const isQuoted = word.text.startsWith('"');
  const behind = next < 0 ? [] : words.slice(index < 0 ? next : next + 1);
  return {
    path: around.path,
    expects: around.expects,
    from: word.from,
    to: word.to,
    written: text.slice(word.from + (isQuoted ? 1 : 0), at),
    isQuoted,
    isNamed: behind[0]?.text === ':',
    others: around.expects === 'key' ? [...around.keys, ...keysBehind(behind)] : [],
  };
}

function wordsOf(text: string): Word[] {
  const found = text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\]:,]|[^\s{}[\]:,"]+/g);
  return [...found].map(({ 0: word, index }) => ({ text: word, from: index, to: index + word.length }));
}

function isOpenAt({ text, to }: Word, at: number): boolean {
  return at < to || (at === to && !/^".*"$/s.test(text));
}

interface Frame {
  readonly isObject: boolean;
  readonly keys: readonly string[];
  /** The name whose value is being read. */
  readonly key: string | null;
  readonly index: number;
  readonly expects: 'key' | 'value' | 'nothing';
}

interface Surroundings {
  readonly path: readonly (string | number)[];
  readonly expects: Frame['expects'];
  readonly keys: readonly string[];
}

/** What can come behind some words. */
function surroundings(words: readonly Word[]): Surroundings {
  const top: Frame = { isObject: false, keys: [], key: null, index: 0, expects: 'value' };
  const frames = words.reduce<readonly Frame[]>((open, word) => after(open, word), [top]);
  const last = frames.at(-1) ?? top;
  const path = frames.slice(1).map((frame) => (frame.isObject ? (frame.key ?? '') : frame.index));
  const isKey = last.expects === 'key';
  return { path: isKey ? path.slice(0, -1) : path, expects: last.expects, keys: last.keys };
}

function after(open: readonly Frame[], { text }: Word): readonly Frame[] {
  const frame = open.at(-1);
  if (!frame) return open;
  const outer = open.slice(0, -1);
  switch (text) {
    case '{':
    case '[': {
      const isObject = text === '{';
      const inner: Frame = { isObject, keys: [], key: null, index: 0, expects: isObject ? 'key' : 'value' };
      return [...outer, { ...frame, expects: 'nothing' }, inner];
    }
    case '}':
    case ']':
      return open.length > 1 ? outer : open;
    case ':':
      return [...outer, { ...frame, expects: frame.key === null ? 'nothing' : 'value' }];
    case ',':
      return [
        ...outer,
        { ...frame, key: null, index: frame.index + 1, expects: frame.isObject ? 'key' : 'value' },
      ];
    default: {
      if (frame.expects !== 'key') return [...outer, { ...frame, expects: 'nothing' }];
      const key = text.replace(/^"|"$/g, '');
      return [...outer, { ...frame, key, keys: [...frame.keys, key], expects: 'nothing' }];
    }
  }
}

/** The names that follow in the same object. */
function keysBehind(words: readonly Word[]): string[] {
  let depth = 0;
  const keys: string[] = [];
  for (const [at, { text }] of words.entries()) {
    if (/^[{[]$/.test(text)) depth += 1;
    if (/^[}\]]$/.test(text)) depth -= 1;
    if (depth < 0) return keys;
    if (depth === 0 && text.startsWith('"') && words[at + 1]?.text === ':') keys.push(text.slice(1, -1));
  }
  return keys;
}
