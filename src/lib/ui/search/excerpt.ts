import type { Found } from '#notebook';

/** The line of a text in which something was found, cut so that it is seen. */
export interface Excerpt {
  /** From 1. */
  readonly line: number;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const longestBefore = 16;
const longestAfter = 240;

export function excerptOf(text: string, { from, to }: Found): Excerpt {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const [found = '', ...more] = text.slice(from, to).split(/\r?\n/);
  const [after = ''] = text.slice(to, to + longestAfter).split(/\r?\n/, 1);
  const before = text.slice(lineStart, from).trimStart();
  const isLong = before.length > longestBefore;
  return {
    line: text.slice(0, from).split('\n').length,
    before: isLong ? `…${before.slice(-longestBefore)}` : before,
    found: more.length > 0 ? `${found}…` : found,
    after: more.length > 0 ? '' : after,
  };
}

/** Replaces the place that the keyboard is on, as in VS Code. */
export function isReplaceKey(event: KeyboardEvent): boolean {
  return event.code === 'Digit1' && event.shiftKey && (event.ctrlKey || event.metaKey);
}
