import type { ConventionName } from '#import';

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

/** The last part of a name, without the folders that the file lies in. */
export function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The folders that a file lies in, each with its `/`; empty for none. */
export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** A folder of a name and all that it lies in: of `a/b/c.md` `a/` and `a/b/`. */
export function foldersOver(name: string): readonly string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
}

/** Where the folders of a name begin: `Reports:/` on a disk, nothing in the browser. */
export function rootFolder(name: string): string {
  return /^[^/:]+:\//.exec(name)?.[0] ?? '';
}

const conventionFile = /(?:^|\/)(targets|events|calendars|settings)(?: \d+)?\.yaml$/;
const kinds = ['targets', 'events', 'calendars', 'settings'] as const;
const mappingFile = /(?:^|\/)mappings\/[^/]+\.json$/;

/** What a file settles for the workspace, by its name; null for notebooks and KPIs. A copy, `targets 2.yaml`, is named likewise. */
export function conventionOf(name: string): ConventionName | 'mappings' | 'settings' | null {
  if (mappingFile.test(name)) return 'mappings';
  const word = conventionFile.exec(name)?.[1];
  return kinds.find((kind) => kind === word) ?? null;
}

/** Whether a name is one of a file that Deskbook keeps. */
export function isKept(name: string): boolean {
  return name.endsWith('.md') || conventionOf(name) !== null;
}

/** Whether a file from elsewhere can be one that Deskbook keeps, as far as its name says. */
export function canBeKept(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) || conventionOf(name) !== null;
}

/** What the names of a file's kind end with. */
export function endingOf(name: string): string {
  const convention = conventionOf(name);
  if (convention === 'mappings') return '.json';
  return convention === null ? '.md' : '.yaml';
}

/** The wanted name if it is free, else the next one: `report.md`, `report 2.md`, `report 3.md`. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const stem = wanted.replace(/(?: \d+)?\.(?:md|yaml|json)$/i, '');
  let name = wanted;
  for (let count = 2; used.has(name.toLowerCase()); count++) name = `${stem} ${count}${endingOf(wanted)}`;
  return name;
}

/** What the reader typed as a name of a file that every system can keep. */
export function toFileName(typed: string, ending = '.md'): string {
  const isWhole = typed.trim().toLowerCase().endsWith(ending);
  const stem = toPart(isWhole ? typed.trim().slice(0, -ending.length) : typed);
  return stem === '' ? '' : `${stem}${ending}`;
}

/** The same for a name with the folders that the file shall lie in: `clients/acme`. */
export function toFilePath(typed: string, ending = '.md'): string {
  const [name = '', ...folders] = typed.split(/[\\/]/).reverse();
  const file = toFileName(name, ending);
  return file === '' ? '' : toFolder(folders.reverse().join('/')) + file;
}

/** Folders as every system can keep them, each with its `/`. */
export function toFolder(typed: string): string {
  const parts = typed.split(/[\\/]/).map(toPart);
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}/`)
    .join('');
}

function toPart(typed: string): string {
  return (
    typed
      .trim()
      // eslint-disable-next-line no-control-regex -- control characters are what must go
      .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, '-')
      .replace(/^\.+/, '')
      .slice(0, 120)
      .trim()
  );
}

/** The title in a notebook's front matter, without parsing the rest. */
export function titleOf(text: string): string | null {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const title = /^title:[ \t]*(.+?)[ \t]*$/m.exec(front)?.[1];
  return title?.replace(/^(["'])(.*)\1$/, '$2') ?? null;
}
