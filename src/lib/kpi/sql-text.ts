const longest = 100;

/** `select a, b`, on one line where that is short enough to read. */
export function selectText(items: readonly string[]): string {
  const line = `select ${items.join(', ')}`;
  return line.length <= longest && items.every((item) => !item.includes('\n'))
    ? line
    : `select\n${items.map((item) => `  ${item}`).join(',\n')}`;
}

/** `where a\n  and b`; nothing without conditions. */
export function whereText(conditions: readonly string[]): string[] {
  return conditions.length === 0 ? [] : [`where ${conditions.join('\n  and ')}`];
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
