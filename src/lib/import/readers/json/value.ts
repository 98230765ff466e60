/** The fields of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What names a value in a list of pairs, the one that says most first. */
const keyNames = ['key', 'field', 'name', 'id'];
const pairNames = new Set([...keyNames, 'value', 'label', 'title', 'text']);

/** Whether a list holds nothing but named values, such as `{"id": 360001, "value": "x"}`. */
export function arePairs(list: readonly unknown[]): boolean {
  return list.every(
    (item) =>
      isRecord(item) &&
      'value' in item &&
      pairKey(item) !== null &&
      Object.keys(item).every((name) => pairNames.has(name)),
  );
}

/** What a pair is called; null for an object that is none. */
export function pairKey(pair: Fields): string | null {
  for (const name of keyNames) {
    const key = pair[name];
    if ((typeof key === 'string' && key !== '') || typeof key === 'number') return String(key);
  }
  return null;
}

/** Whether something is nested deeper than `levels`. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
