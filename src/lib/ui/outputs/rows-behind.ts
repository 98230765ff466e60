import { isTemporal } from '#output';
import { writeIdentifier, quoteLiteral } from '#sql';
import { toIso } from '#table';
import type { MarkKey } from './mark-keys.ts';

/** The query for the rows of a cell that a mark is of; null where nothing tells which they are. */
export function rowsBehind(cell: string, keys: readonly MarkKey[]): string | null {
  const conditions = keys.map(condition);
  if (conditions.length === 0 || conditions.includes(null)) return null;
  return `select *\nfrom ${writeIdentifier(cell)}\nwhere ${conditions.join('\n  and ')}`;
}

function condition({ column, row }: MarkKey): string | null {
  const { name, kind } = column;
  const value = column.at(row);
  const left = writeIdentifier(name);
  if (value === null) return `${left} is null`;
  if (isTemporal(kind)) return `${left} = ${quoteLiteral(toIso(value, kind) ?? '')}::${kind}`;
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return `${left} = ${String(value)}`;
  return typeof value === 'string' ? `${left} = ${quoteLiteral(value)}` : null;
}
