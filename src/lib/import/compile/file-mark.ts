import type { RawTable } from '../readers/reader.ts';

/** What tells the numbered rows of one file from those of another: the same file has the same mark each time it is read. */
export function fileMark({ file, sheet, rowsRead }: RawTable): string {
  const identity = [file.name, file.size, sheet ?? '', rowsRead].join('\n');
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(identity)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return state.toString(36);
}
