const longest = 31;

/** Names for sheets as Excel takes them: 31 characters, without those it forbids, no two the same whatever their case. */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>();
  return wished.map((name) => freeName(name, taken));
}

/** A valid name that is not taken yet, and is from now on. */
export function freeName(wished: string, taken: Set<string>): string {
  const name = validName(wished);
  let free = name;
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) {
    const ending = ` (${copy})`;
    free = cut(name, longest - ending.length) + ending;
  }
  taken.add(free.toLowerCase());
  return free;
}

/** “History” is a sheet of Excel's own. */
function validName(wished: string): string {
  const plain = wished.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[:\\/?*[\]]/g, '-');
  const name = cut(plain.trim().replace(/^'+/, ''), longest).replace(/'+$/, '').trim();
  if (name === '') return 'Sheet';
  return name.toLowerCase() === 'history' ? `${name}_` : name;
}

/** No character outside of the first plane is cut in two. */
function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
