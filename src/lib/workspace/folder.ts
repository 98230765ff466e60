/** What systems leave in folders beside the files that people put there. */
const litter = /^\.|^(Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/** A file of a folder, by its path below what was dropped. */
export interface FoundFile {
  readonly file: File;
  readonly path: string;
}

/** The files of a picked folder that may be an export. */
export function exportFiles(files: readonly File[]): File[] {
  return namedFiles(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })));
}

/** Files without litter and notes; where two have one name, each is called by its path. */
export function namedFiles(found: readonly FoundFile[]): File[] {
  const kept = found.filter(({ path }) => !path.split('/').some((part) => litter.test(part)));
  const data = kept.filter(({ file }) => !/\.(md|markdown)$/i.test(file.name));
  const wanted = data.length > 0 ? data : kept;
  return wanted.map(({ file, path }) => {
    const isAlone = wanted.filter((other) => other.file.name === file.name).length === 1;
    return isAlone ? file : new File([file], path, { type: file.type });
  });
}
