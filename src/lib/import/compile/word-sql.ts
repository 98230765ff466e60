/** A text as `plainWord` writes it, in SQL; used where a column has too many values to ask of each what it means. */
export function plainWordSql(text: string): string {
  const parted = `regexp_replace(strip_accents(${text}), '([a-z0-9])([A-Z])', '\\1 \\2', 'g')`;
  return `trim(regexp_replace(lower(${parted}), '[^a-z0-9%]+', ' ', 'g'))`;
}
