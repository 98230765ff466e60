export interface Match {
  readonly score: number;
  /** The places of the query's letters in the text. */
  readonly at: readonly number[];
}

/**
 * Whether the query's letters stand in the text in their order; the closer together and the nearer to the beginnings of
 * words, the better. Letters strewn all over are no match.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const wanted = fold(query).replaceAll(' ', '');
  const folded = fold(text);
  if (wanted === '') return { score: 0, at: [] };
  const whole = folded.indexOf(fold(query).trim());
  if (whole >= 0)
    return { score: 1000 - whole - text.length / 100, at: range(whole, fold(query).trim().length) };
  const at: number[] = [];
  let score = 0;
  for (const letter of wanted) {
    const next = nextPlace(folded, letter, (at.at(-1) ?? -1) + 1);
    if (next < 0) return null;
    score += next === (at.at(-1) ?? -2) + 1 ? 6 : startsWord(folded, next) ? 4 : -1;
    at.push(next);
  }
  return score < 0 ? null : { score: score - text.length / 100, at };
}

/** Prefers the next beginning of a word when the same letter stands there too. */
function nextPlace(text: string, letter: string, from: number): number {
  if (text[from] === letter) return from;
  for (let place = from; place < text.length; place++) {
    if (text[place] === letter && startsWord(text, place)) return place;
  }
  return text.indexOf(letter, from);
}

function startsWord(text: string, place: number): boolean {
  return place === 0 || /[\s\-_./:(]/.test(text[place - 1] ?? '');
}

/** Without case and accents, letter for letter. */
function fold(text: string): string {
  return [...text].map((letter) => letter.normalize('NFD').charAt(0).toLowerCase()).join('');
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}
