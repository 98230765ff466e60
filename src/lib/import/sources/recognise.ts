import { text } from '#errors';
import type { RawTable } from '../readers/reader.ts';
import type { Recognition } from './source.ts';
import { columnUnder, headerIndex } from './template.ts';

/** Headers that tell a vendor's export, each a list of spellings parted by `|`, as `plainWord` writes them. */
export interface Signature {
  /** That no other vendor has. */
  readonly own: readonly string[];
  /** That others have too. */
  readonly shared: readonly string[];
}

export interface Weights {
  readonly base: number;
  readonly own: number;
  readonly shared: number;
}

/** Counts the headers that speak for a vendor; without one of its own ones there is no case. */
export function recogniseHeaders(
  raw: RawTable,
  title: string,
  signature: Signature,
  weights: Weights = { base: 0.2, own: 0.2, shared: 0.04 },
): Recognition {
  const headers = headerIndex(raw);
  const count = (words: readonly string[]) =>
    words.filter((spellings) => columnUnder(headers, spellings) !== null).length;
  const [own, shared] = [count(signature.own), count(signature.shared)];
  if (own === 0) return { score: 0, why: [] };
  return {
    score: Math.min(1, weights.base + own * weights.own + shared * weights.shared),
    why: [text('import.why.headers', { found: own + shared, vendor: title })],
  };
}
