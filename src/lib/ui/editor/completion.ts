import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import type { Extension, Text } from '@codemirror/state';
import { functions } from './functions.ts';
import { relationsIn, type Relation, type Snippet, type Vocabulary, type Word } from './vocabulary.ts';

/** Completes tables, columns, cells, functions and `$inputs` from what the page already knows: no network, no engine. */
export function completeSql(vocabulary: () => Vocabulary) {
  return (context: CompletionContext): CompletionResult | null => {
    const known = vocabulary();
    const parameter = context.matchBefore(/\$\w*/);
    if (parameter)
      return result(
        parameter.from,
        known.parameters.map((word) => option(word, 'variable', 2, '$')),
      );
    const before = context.matchBefore(/[\w"]*\.?\w*/);
    if (!before || (before.from === before.to && !context.explicit)) return null;
    const relations = relationsIn(context.state.doc.toString(), known);
    const dot = before.text.indexOf('.');
    if (dot >= 0) return columnsOf(relations, before.text.slice(0, dot), before.from + dot + 1);
    const columns = columnsInSight(relations.size > 0 ? [...relations.values()] : known.relations);
    const isAlone = context.state.doc.toString().trim() === before.text;
    const snippets = isAlone ? known.snippets.map(snippetOption) : [];
    const isRelation = context.matchBefore(/\b(?:from|join)\s+[\w"]*/i) !== null;
    return result(before.from, [
      ...snippets,
      ...columns,
      ...namesOf(known, isRelation ? 3 : 0),
      ...functionOptions,
    ]);
  };
}

/** Shows the sentence of a table or column under the pointer. */
export function explainSql(vocabulary: () => Vocabulary): Extension {
  return explainWords((name, doc) => explain(name, doc.toString(), vocabulary()));
}

/** Shows what is known of the word under the pointer. */
export function explainWords(find: (name: string, doc: Text) => Word | undefined): Extension {
  return hoverTooltip((view, position) => {
    const word = view.state.wordAt(position);
    if (!word) return null;
    const found = find(view.state.sliceDoc(word.from, word.to), view.state.doc);
    if (!found) return null;
    return {
      pos: word.from,
      end: word.to,
      above: true,
      create: () => ({ dom: tooltipOf(found) }),
    };
  });
}

function explain(name: string, sql: string, vocabulary: Vocabulary): Word | undefined {
  const relations = [...relationsIn(sql, vocabulary).values()];
  const columns = relations.flatMap((relation) => relation.columns);
  return (
    [...vocabulary.relations, ...columns].find((word) => word.name === name) ??
    explainFunction(name.toLowerCase())
  );
}

function explainFunction(name: string): Word | undefined {
  const found = functions.find((each) => each.name === name);
  return found && { name, detail: found.signature, info: '' };
}

function tooltipOf({ name, detail, info }: Word): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'deskbook-hover';
  const head = dom.appendChild(document.createElement('code'));
  head.textContent = detail ? `${name} ${detail}` : name;
  if (info) dom.appendChild(document.createElement('p')).textContent = info;
  return dom;
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

const functionOptions: readonly Completion[] = functions.map(({ name, signature }) => ({
  label: name,
  detail: signature,
  type: 'function',
  boost: -1,
}));

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
