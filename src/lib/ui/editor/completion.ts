import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { tokenize } from '#sql';
import { relationsIn, type Relation, type Snippet, type Vocabulary, type Word } from './vocabulary.ts';

/** Completes tables, columns, cells, functions and `$inputs` from what the page already knows: no network, no engine. */
export function completeSql(vocabulary: () => Vocabulary) {
  return (context: CompletionContext): CompletionResult | null => {
    const known = vocabulary();
    const sql = context.state.doc.toString();
    if (isInText(sql, context.pos)) return null;
    const parameter = context.matchBefore(/\$\w*/);
    if (parameter)
      return result(
        parameter.from,
        known.parameters.map((word) => option(word, 'variable', 2, '$')),
      );
    const before = context.matchBefore(/[\w"]*\.?\w*/);
    if (!before || (before.from === before.to && !context.explicit)) return null;
    const relations = relationsIn(sql, known);
    const dot = before.text.indexOf('.');
    if (dot >= 0) return columnsOf(relations, before.text.slice(0, dot), before.from + dot + 1);
    const columns = columnsInSight(relations.size > 0 ? [...relations.values()] : known.relations);
    const isAlone = sql.trim() === before.text;
    const snippets = isAlone ? known.snippets.map(snippetOption) : [];
    const isRelation = context.matchBefore(/\b(?:from|join)\s+[\w"]*/i) !== null;
    return result(before.from, [
      ...snippets,
      ...columns,
      ...namesOf(known, isRelation ? 3 : 0),
      ...known.functions.map(functionOption),
    ]);
  };
}

function columnsOf(
  relations: ReadonlyMap<string, Relation>,
  name: string,
  from: number,
): CompletionResult | null {
  const relation = relations.get(name.replaceAll('"', '').toLowerCase());
  return relation
    ? result(
        from,
        relation.columns.map((column) => option(column, 'property', 2)),
      )
    : null;
}

/** Before any table is named, every column there is: of a name that several tables have, the first one's. */
function columnsInSight(relations: readonly Relation[]): Completion[] {
  const columns = new Map(
    relations.toReversed().flatMap(({ columns }) => columns.map((each) => [each.name, each])),
  );
  return [...columns.values()].map((column) => option(column, 'property', 1));
}

function namesOf({ relations }: Vocabulary, boost: number): Completion[] {
  return relations.map((relation) =>
    option(relation, relation.kind === 'cell' ? 'namespace' : 'class', boost),
  );
}

function functionOption({ name, detail, info }: Word): Completion {
  return { label: name, detail, info, type: 'function', boost: -1 };
}

/** Within quotation marks and comments nothing is named. */
function isInText(sql: string, at: number): boolean {
  const token = tokenize(sql).find(({ from, to }) => from < at && at <= to);
  if (token?.kind === 'comment') return at < token.to || token.text.startsWith('--');
  return token?.kind === 'string' && (at < token.to || !/.'$/.test(token.text));
}

function snippetOption({ name, detail, info, insert }: Snippet): Completion {
  return { label: name, detail, info, type: 'text', boost: 1, apply: insert };
}

/** A word as completion offers it, in quotation marks where SQL needs them. */
export function option({ name, detail, info }: Word, type: string, boost: number, prefix = ''): Completion {
  return {
    label: prefix + name,
    apply: prefix || /^[a-z_]\w*$/.test(name) ? prefix + name : `"${name.replaceAll('"', '""')}"`,
    detail,
    ...(info && { info }),
    type,
    boost,
  };
}

function result(from: number, options: readonly Completion[]): CompletionResult {
  return { from, options, validFor: /^[\w$]*$/ };
}
