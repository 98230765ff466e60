export type Place = 'own' | 'shipped';

/** A notebook's path says whose it is: `own/name.md` is kept in the browser, `shipped/name.md` comes with the program. */
export function toPath(place: Place, name: string): string {
  return `${place}/${name}`;
}

export function placeOf(path: string): Place {
  return path.startsWith('own/') ? 'own' : 'shipped';
}

export function nameOf(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/** The wanted name if it is free, else the next one: `report.md`, `report 2.md`, `report 3.md`. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const stem = wanted.replace(/(?: \d+)?\.md$/i, '');
  let name = wanted;
  for (let count = 2; used.has(name.toLowerCase()); count++) name = `${stem} ${count}.md`;
  return name;
}

/** What the reader typed as a name of a file that every system can keep. */
export function toFileName(typed: string): string {
  const stem = typed
    .trim()
    .replace(/\.md$/i, '')
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '-')
    .replace(/^\.+/, '')
    .slice(0, 120)
    .trim();
  return stem === '' ? '' : `${stem}.md`;
}

/** The title in a notebook's front matter, without parsing the rest. */
export function titleOf(text: string): string | null {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const title = /^title:[ \t]*(.+?)[ \t]*$/m.exec(front)?.[1];
  return title?.replace(/^(["'])(.*)\1$/, '$2') ?? null;
}
