/** What is looked for, and how. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly isRegex: boolean;
}

/** UTF-16 offsets of something found. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

/** The expression that finds it; null where nothing is asked for, and for what is no regular expression. */
export function findPattern({ text, matchCase, wholeWord, isRegex }: FindQuery): RegExp | null {
  if (text === '') return null;
  const asked = isRegex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${asked})(?![\\p{L}\\p{N}_])` : asked;
  try {
    return new RegExp(whole, `gmu${matchCase ? '' : 'i'}`);
  } catch {
    return null;
  }
}

/** All places, none of them empty. */
export function findIn(source: string, pattern: RegExp): readonly Found[] {
  return matchesOf(source, pattern).map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

export interface Replacing {
  readonly pattern: RegExp;
  readonly replacement: string;
  /** In the replacement of a regular expression `$1` and `$&` are what was found, `\n` and `\t` a line's end and a tab. */
  readonly isRegex: boolean;
  /** The one place to replace; null for all. */
  readonly at: number | null;
}

/** The text with what was found replaced. */
export function replaceIn(source: string, { pattern, replacement, isRegex, at }: Replacing): string {
  let end = 0;
  let replaced = '';
  for (const match of matchesOf(source, pattern)) {
    if (at !== null && match.index !== at) continue;
    replaced += source.slice(end, match.index) + (isRegex ? expand(match, replacement) : replacement);
    end = match.index + match[0].length;
  }
  return replaced + source.slice(end);
}

function matchesOf(source: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...source.matchAll(pattern)].filter(([found]) => found !== '');
}

function expand(match: RegExpExecArray, replacement: string): string {
  return replacement.replace(/\$(\$|&|\d)|\\([nt\\])/g, (_, group?: string, escaped?: string) => {
    if (escaped !== undefined) return escaped === 'n' ? '\n' : escaped === 't' ? '\t' : '\\';
    if (group === '$') return '$';
    return (group === '&' ? match[0] : match[Number(group)]) ?? '';
  });
}
