import { isMap, isScalar, parseDocument } from 'yaml';
import { renameParameter, renameRelation, sameName } from '#sql';
import type { Cell, Notebook } from './notebook.ts';

/** The cells with one of them renamed and every use of its name following. */
export function renamedCells({ cells }: Notebook, id: string, name: string): readonly Cell[] {
  const cell = cells.find((other) => other.id === id);
  if (!cell || cell.name === name) return cells;
  const old = cell.name;
  return cells.map((other) => {
    const followed = old === null ? other : follow(other, cell, old, name);
    return other.id === id ? { ...followed, name } : followed;
  });
}

function follow(cell: Cell, renamed: Cell, old: string, name: string): Cell {
  const sql = (text: string) =>
    renamed.kind === 'input' ? renameParameters(text, old, name) : renameRelation(text, old, name);
  switch (cell.kind) {
    case 'sql':
      return withSource(cell, sql(cell.source));
    case 'input':
      return withSource(cell, renameInOptions(cell.source, sql));
    case 'vega-lite':
      return renamed.kind === 'input' ? cell : renameOf(cell, old, name);
    case 'markdown':
      return renamed.kind === 'input' ? cell : withSource(cell, renamePlaces(cell.source, old, name));
  }
}

function withSource(cell: Cell, source: string): Cell {
  return source === cell.source ? cell : { ...cell, source };
}

/** An input gives `$name`, or `$name_start` and `$name_end`. */
function renameParameters(sql: string, old: string, name: string): string {
  return ['', '_start', '_end'].reduce((text, end) => renameParameter(text, old + end, name + end), sql);
}

function renameOf(cell: Cell, old: string, name: string): Cell {
  const isUse = cell.attributes.some(
    ({ key, value }) => key === 'of' && value !== null && sameName(value, old),
  );
  if (!isUse) return cell;
  const attributes = cell.attributes.map((attribute) =>
    attribute.key === 'of' ? { ...attribute, value: name } : attribute,
  );
  return { ...cell, attributes };
}

/** `{{cell.column}}`. */
function renamePlaces(source: string, old: string, name: string): string {
  return source.replace(
    /(\{\{\s*)([^{}.\s]+)(\s*\.[^{}]*\}\})/g,
    (whole, before: string, cell: string, after: string) =>
      sameName(cell, old) ? before + name + after : whole,
  );
}

/** The query of `options:` in an input's YAML, where its text stands there as it is. */
function renameInOptions(source: string, rename: (sql: string) => string): string {
  const { contents } = parseDocument(source);
  const node = isMap(contents) ? contents.get('options', true) : null;
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return source;
  const [from, to] = node.range;
  return source.slice(0, from) + rename(source.slice(from, to)) + source.slice(to);
}
