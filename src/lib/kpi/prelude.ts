import type { Definition } from './kpi.ts';

/** SQL with the definition's common table expressions before it, where it reads one of them. */
export function withPrelude(definition: Definition, sql: string): string {
  const names = preludeNames(definition).join('|');
  if (names === '' || !new RegExp(`\\b(?:from|join) (?:${names})\\b`).test(sql)) return sql;
  const prelude = `with ${definition.with ?? ''}`;
  return sql.startsWith('with ') ? `${prelude}, ${sql.slice('with '.length)}` : `${prelude}\n${sql}`;
}

/** What the definition's common table expressions are called. */
export function preludeNames({ with: prelude }: Definition): string[] {
  const names = (prelude ?? '').matchAll(/^(?:\), )?(\w+) as \($/gm);
  return [...names].map(([, name = '']) => name);
}
