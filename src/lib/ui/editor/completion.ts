import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { sameName, tokenize, type Sight } from '#sql';
import { sightIn, type Snippet, type Vocabulary, type Word } from './vocabulary.ts';

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
    const sight = sightIn(sql, context.pos, known);
    const dot = before.text.indexOf('.');
    if (dot >= 0) return columnsOf(sight, known, before.text.slice(0, dot), before.from + dot + 1);
    const columns = columnsInSight(sight, known);
    const isAlone = sql.trim() === before.text;
    const snippets = isAlone ? known.snippets.map(snippetOption) : [];
    const isRelation = context.matchBefore(/\b(?:from|join)\s+[\w"]*/i) !== null;
    return result(before.from, [
      ...snippets,
      ...columns,
      ...sight.named.map(({ name }) => option(plain(name), 'namespace', isRelation ? 4 : 0)),
      ...namesOf(known, isRelation ? 3 : 0),
      ...known.functions.map(functionOption),
    ]);
  };
}

/** The columns of what is called so where it is read, else of the relation of that name. */
function columnsOf(
  { sources, around, named }: Sight<Word>,
  { relations }: Vocabulary,
  written: string,
  from: number,
): CompletionResult | null {
  const name = written.replaceAll('"', '');
  const meant = [...sources, ...around, ...named, ...relations].find((each) => sameName(each.name, name));
  return meant
    ? result(
        from,
        meant.columns.map((column) => option(column, 'property', 2)),
      )
    : null;
}

/**
 * What the query makes, what it reads, and what those around it read. Before any table is named, every column there is: of a
 * name that several have, the first one's.
 */
function columnsInSight({ sources, around, made }: Sight<Word>, { relations }: Vocabulary): Completion[] {
  const read = [...sources, ...around].flatMap(({ columns }) => columns);
  const isOpen = read.length === 0 && made.length === 0;
  const words = [
    ...made.map((word) => ({ word, boost: 3 })),
    ...sources.flatMap(({ columns }) => columns.map((word) => ({ word, boost: 2 }))),
    ...around.flatMap(({ columns }) => columns.map((word) => ({ word, boost: 1 }))),
    ...(isOpen ? relations.flatMap(({ columns }) => columns.map((word) => ({ word, boost: 1 }))) : []),
  ];
  const first = new Map(words.toReversed().map((each) => [each.word.name, each]));
  return words
    .filter((each) => first.get(each.word.name) === each)
    .map(({ word, boost }) => option(word, 'property', boost));
}

function plain(name: string): Word {
  return { name, detail: '', info: '' };
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
