import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Text } from '@codemirror/state';
import { completeSql, option } from './completion.ts';
import type { FieldWord, KpiWords } from './kpi-words.ts';
import type { Relation, Word } from './vocabulary.ts';

/** Completes fields, what they can say, and the SQL of a KPI's file. */
export function completeKpi(words: () => KpiWords) {
  const sql = completeSql(words);
  return (context: CompletionContext): CompletionResult | null => {
    const { doc } = context.state;
    const line = doc.lineAt(context.pos);
    const part = partAt(doc, line.number);
    if (part === 'prose') return null;
    if (part === 'sql') return sql(context);
    const before = line.text.slice(0, context.pos - line.from);
    if (/\s#/.test(before)) return null;
    const named = /^(\s*)(?:[\w+-]+: *\{(?:.*, )?)?([\w-]*)$/.exec(before);
    if (named) return fieldNames(context, words().fields, before);
    return valueOf(context, words(), before);
  };
}

/** Explains the field, table or column of a word. */
export function explainKpi(name: string, doc: Text, { fields, relations }: KpiWords): Word | undefined {
  const table = tableIn(doc, relations);
  const known: readonly Word[] = [...fields, ...(table?.columns ?? []), ...relations];
  return known.find((word) => word.name === name);
}

function fieldNames(
  context: CompletionContext,
  fields: readonly FieldWord[],
  before: string,
): CompletionResult | null {
  const word = context.matchBefore(/[\w-]*$/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const indent = /^\s*/.exec(before)![0].length;
  const isOutermost = indent === 0 && !before.includes('{');
  const isInField = before.includes('{') ? indent === 0 : indent > 0 && indent <= 2;
  const opened = isInField ? openField(context, fields, before) : null;
  const offered =
    opened !== null && opened.values.length > 0
      ? opened.values
      : fields.filter(({ inOption }) => isOutermost || inOption);
  const end = context.state.sliceDoc(context.pos, context.pos + 1) === ':' ? '' : ': ';
  const options = offered.map((each) => ({ ...plain(each, 'property'), apply: each.name + end }));
  return offer(context, word, options);
}

/** What can be put where a word stands; nothing once the word is all there, so that Enter ends the line. */
function offer(
  { explicit }: CompletionContext,
  word: { readonly from: number; readonly text: string },
  options: readonly Completion[],
): CompletionResult | null {
  const isWhole = (typed: string) => options.some(({ label }) => label === typed);
  if (isWhole(word.text) && !explicit) return null;
  return {
    from: word.from,
    options,
    validFor: (typed) => /^[\w.-]*$/.test(typed) && !isWhole(typed),
  };
}

function plain({ name, detail, info }: Word, type: string): Completion {
  return { label: name, detail, ...(info && { info }), type };
}

/** The outermost field that a line stands under. */
function openField(
  { state: { doc }, pos }: CompletionContext,
  fields: readonly FieldWord[],
  before: string,
): FieldWord | null {
  const inline = /^(\w+): *\{/.exec(before)?.[1];
  let name = inline;
  for (let number = doc.lineAt(pos).number - 1; name === undefined && number > 0; number--)
    name = /^(\w+):/.exec(doc.line(number).text)?.[1];
  return fields.find((field) => field.name === name) ?? null;
}

function valueOf(context: CompletionContext, words: KpiWords, before: string): CompletionResult | null {
  const name = [...before.matchAll(/([\w]+):\s/g)].at(-1)?.[1] ?? '';
  const field = words.fields.find((each) => each.name === name);
  const word = context.matchBefore(/[$\w.]*$/);
  if (!word || (word.from === word.to && !context.explicit && !/[:[,]\s*$/.test(before))) return null;
  const table = tableIn(context.state.doc, words.relations);
  const columns = (table?.columns ?? []).map((column) => option(column, 'property', 2));
  if (field?.says === 'names')
    return offer(
      context,
      word,
      field.values.map((each) => plain(each, 'enum')),
    );
  if (field?.says === 'columns') return offer(context, word, columns);
  return completeSql(() => ({ ...words, relations: table ? [table] : words.relations }))(context);
}

/** The table that the file says its rows are from. */
function tableIn(doc: Text, relations: readonly Relation[]): Relation | undefined {
  const name = /^from:[ \t]*(\w+)/m.exec(doc.toString())?.[1];
  return relations.find((relation) => relation.name === name);
}

function partAt(doc: Text, number: number): 'front' | 'prose' | 'sql' {
  let part: 'start' | 'front' | 'prose' | 'sql' = 'start';
  for (let at = 1; at < number; at++) {
    const { text } = doc.line(at);
    if (/^---\s*$/.test(text)) part = part === 'start' ? 'front' : part === 'front' ? 'prose' : part;
    else if (part === 'prose' && text.startsWith('```sql')) part = 'sql';
    else if (part === 'sql' && /^```\s*$/.test(text)) part = 'prose';
  }
  return part === 'start' ? 'front' : part;
}
