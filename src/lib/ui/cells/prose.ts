import { placesOf } from '#cells';

/** A text whose values are not there yet: each place waits as an ellipsis. */
export function withoutValues(source: string): string {
  return placesOf(source).reduceRight(
    (text, { from, to }) => `${text.slice(0, from)}…${text.slice(to)}`,
    source,
  );
}

/** Whether a filled text was made from this source: then its values may still be shown, though they be old. */
export function isFilledFrom(filled: string, source: string): boolean {
  let [from, at] = [0, 0];
  for (const place of placesOf(source)) {
    const before = source.slice(from, place.from);
    const found = filled.indexOf(before, at);
    if (found < 0 || (from === 0 && found !== 0)) return false;
    [from, at] = [place.to, found + before.length];
  }
  return filled.endsWith(source.slice(from)) && filled.length - source.slice(from).length >= at;
}
