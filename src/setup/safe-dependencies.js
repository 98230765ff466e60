/**
 * Two dependencies build functions from text, which the policy forbids; each gets a closure that does the same.
 * A dependency whose text has changed stops the build, so that the patch cannot silently stop applying.
 */
const arrowValid = `export function createIsValidFunction(nullValues) {
  if (!nullValues || nullValues.length <= 0) return () => true;
  const hasNaN = nullValues.some((value) => value !== value);
  const nulls = new Set(nullValues.filter((value) => value === value));
  return (value) => (value !== value ? !hasNaN : !nulls.has(value));
}`;

const dsvBefore =
  /return new Function\("d", "return \{" \+ columns\.map\(function\(name, i\) \{[\s\S]*?\}\)\.join\(","\) \+ "\}"\);/;
const dsvAfter = `return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));`;

/** @returns {import('vite').Plugin} */
export function safeDependencies() {
  return {
    name: 'deskbook-safe-dependencies',
    enforce: 'pre',
    transform(code, id) {
      if (/apache-arrow\/builder\/valid\.m?js/.test(id)) return { code: arrowValid, map: null };
      if (!/d3-dsv\/src\/dsv\.js/.test(id)) return undefined;
      if (!dsvBefore.test(code)) this.error('d3-dsv has changed: look at safe-dependencies.js');
      return { code: code.replace(dsvBefore, dsvAfter), map: null };
    },
  };
}
