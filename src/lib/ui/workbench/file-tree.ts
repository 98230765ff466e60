import type { NotebookFile } from '#workspace';

/** A row of the Explorer: a folder, or a file. */
export type FileRow =
  | {
      readonly kind: 'folder';
      /** With its root, and a `/` at the end. */
      readonly folder: string;
      readonly label: string;
      readonly depth: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'file'; readonly file: NotebookFile; readonly label: string; readonly depth: number };

export interface TreeOptions {
  /** What the names of all files begin with. */
  readonly root: string;
  readonly isClosed: (folder: string) => boolean;
}

/** The rows as they stand: in each folder the folders first. */
export function fileRows(
  files: readonly NotebookFile[],
  { root, isClosed }: TreeOptions,
  depth = 1,
): FileRow[] {
  const inner = (file: NotebookFile) => file.name.slice(root.length);
  const labels = new Set(files.flatMap((file) => /^([^/]+)\//.exec(inner(file))?.[1] ?? []));
  const folders = [...labels]
    .sort((a, b) => a.localeCompare(b))
    .flatMap((label): FileRow[] => {
      const folder = `${root}${label}/`;
      const isOpen = !isClosed(folder);
      const held = isOpen ? files.filter(({ name }) => name.startsWith(folder)) : [];
      const row: FileRow = { kind: 'folder', folder, label, depth, isOpen };
      return [row, ...fileRows(held, { root: folder, isClosed }, depth + 1)];
    });
  const here = files.filter((file) => !inner(file).includes('/'));
  return [...folders, ...here.map((file): FileRow => ({ kind: 'file', file, label: inner(file), depth }))];
}
