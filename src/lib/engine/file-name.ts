/** A name for a registered file: one of its kind, telling, and without what DuckDB would take for a pattern or a path. */
export function fileName(count: number, name: string): string {
  return `${count}-${name.replaceAll(/[*?[\]/\\:'"\0]/g, '_')}`;
}
