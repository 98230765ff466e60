import { quoteLiteral, sameName } from '#sql';
import { nativeEngine } from '../support/native.ts';

/** The relations that DuckDB's own parser finds in a SELECT, as `references` reports them. */
export async function relationsOfParser(sql: string): Promise<string[]> {
  const engine = await nativeEngine();
  const table = await engine.query(`select json_serialize_sql(${quoteLiteral(sql)})::varchar as tree`);
  const parsed: unknown = JSON.parse(String(table.columns[0]!.at(0)));
  if (!isNode(parsed) || parsed['error'] === true) throw new Error(`DuckDB cannot serialize: ${sql}`);
  const found: string[] = [];
  walk(parsed, [], found);
  return found.filter((name, at) => found.findIndex((other) => sameName(other, name)) === at).sort();
}

type Node = Readonly<Record<string, unknown>>;

function walk(value: unknown, names: readonly string[], found: string[]): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, names, found));
  if (!isNode(value)) return;
  const known = walkCommonTables(value, names, found);
  const path = relationPath(value);
  const isCte = path.length === 1 && known.some((name) => sameName(name, path[0]!));
  if (path.length > 0 && !isCte) found.push(path.join('.'));
  for (const [key, child] of Object.entries(value)) if (key !== 'cte_map') walk(child, known, found);
}

/** A query's own CTEs hide relations from its later CTEs and from itself. */
function walkCommonTables(node: Node, names: readonly string[], found: string[]): readonly string[] {
  const map = isNode(node['cte_map']) ? node['cte_map']['map'] : undefined;
  let known = names;
  for (const entry of Array.isArray(map) ? map : []) {
    if (!isNode(entry)) continue;
    const name = String(entry['key']);
    walk(entry['value'], isRecursive(entry) ? [...known, name] : known, found);
    known = [...known, name];
  }
  return known;
}

function isRecursive(entry: Node): boolean {
  return JSON.stringify(entry['value']).includes('"RECURSIVE_CTE_NODE"');
}

function relationPath(node: Node): string[] {
  if (node['type'] !== 'BASE_TABLE' && node['type'] !== 'SHOW_REF') return [];
  return [node['catalog_name'], node['schema_name'], node['table_name']]
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => String(part).replace(/^"(.*)"$/, '$1'));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
