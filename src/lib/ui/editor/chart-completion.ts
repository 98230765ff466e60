import {
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { alternatives, nodesAt, type ChartSchema, type SchemaNode } from './chart-schema.ts';
import { jsonPlace, type JsonPlace } from './json-place.ts';
import type { Word } from './vocabulary.ts';

interface Asked {
  readonly place: JsonPlace;
  readonly cursor: number;
  readonly schema: ChartSchema;
  readonly nodes: readonly SchemaNode[];
  readonly columns: readonly Word[];
}

/** Completes a chart’s JSON from Vega-Lite’s schema and the columns of its rows. */
export function completeChart(columns: () => readonly Word[], load: () => Promise<ChartSchema>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const cursor = context.pos;
    const place = jsonPlace(context.state.doc.toString(), cursor);
    if (!place || (place.from === cursor && !context.explicit)) return null;
    const datum = /\bdatum\.(\w*)$/.exec(place.written);
    if (datum)
      return { from: cursor - datum[1]!.length, options: columns().map(columnOption), validFor: /^\w*$/ };
    const schema = await load().catch(() => null);
    if (!schema) return null;
    const asked = { place, cursor, schema, nodes: nodesAt(schema, place.path), columns: columns() };
    const options = place.expects === 'key' ? keyOptions(asked) : valueOptions(asked);
    return { from: cursor - place.written.length, options, validFor: /^[\w$ -]*$/ };
  };
}

/** What one reaches for first. */
const usual = new Set(
  'mark encoding x y color field type aggregate timeUnit bin sort stack axis scale legend title tooltip layer transform'.split(
    ' ',
  ),
);

function keyOptions({ schema, nodes, place, cursor }: Asked): Completion[] {
  const keys = new Map<string, SchemaNode[]>();
  for (const [key, value] of nodes.flatMap((node) => Object.entries(node.keys ?? {})))
    keys.set(key, [...(keys.get(key) ?? []), ...alternatives(schema, value)]);
  return [...keys]
    .filter(([key]) => !place.others.includes(key))
    .map(([key, values]): Completion => {
      const { before, behind } = place.isNamed ? { before: '', behind: '' } : skeletonOf(values);
      return {
        label: key,
        detail: detailOf(values),
        type: 'property',
        boost: usual.has(key) ? 1 : 0,
        apply: writing(place, cursor, { before: `"${key}"${before}`, behind }),
      };
    });
}

function valueOptions({ nodes, place, cursor, columns }: Asked): Completion[] {
  const isColumn = place.path.at(-1) !== 'as' && nodes.some(({ type }) => type === 'field');
  const known = nodes.flatMap((node) => node.values ?? (node.type === 'boolean' ? [true, false] : []));
  const values = [...new Set(known)].filter((value) => !place.isQuoted || typeof value === 'string');
  const written = (value: string | number | boolean | null) =>
    writing(place, cursor, { before: JSON.stringify(value), behind: '' });
  return [
    ...(isColumn ? columns.map((column) => ({ ...columnOption(column), apply: written(column.name) })) : []),
    ...values.map((value) => ({ label: String(value), type: 'enum', apply: written(value) })),
  ];
}

function columnOption({ name, detail }: Word): Completion {
  return { label: name, detail, type: 'variable', boost: 2 };
}

/** What is written before the cursor and behind it. */
interface Written {
  readonly before: string;
  readonly behind: string;
}

/** What follows a new name: a colon, and the brackets or quotation marks that its value must have. */
function skeletonOf(values: readonly SchemaNode[]): Written {
  const isAll = (is: (node: SchemaNode) => boolean) => values.length > 0 && values.every(is);
  if (isAll(({ keys }) => keys !== undefined)) return { before: ': {', behind: '}' };
  if (isAll(({ items }) => items !== undefined)) return { before: ': [', behind: ']' };
  const isText = (node: SchemaNode) =>
    node.type === 'string' || (node.values?.every((each) => typeof each === 'string') ?? false);
  const isColumn = values.some(({ type }) => type === 'field');
  return isColumn || isAll(isText) ? { before: ': "', behind: '"' } : { before: ': ', behind: '' };
}

function detailOf(values: readonly SchemaNode[]): string {
  const words = values.flatMap((node) => [
    ...(node.values ?? []).map(String),
    ...(node.keys ? ['{…}'] : []),
    ...(node.items ? ['[…]'] : []),
    ...(node.type && node.type !== 'field' ? [node.type] : []),
  ]);
  const text = [...new Set(words)].join(' | ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Writes in place of what stood at the cursor, and of what has been typed since; then offers what comes next. */
function writing({ from, to }: JsonPlace, cursor: number, { before, behind }: Written) {
  return (view: EditorView, completion: Completion, _: number, end: number): void => {
    view.dispatch({
      changes: { from, to: to + end - cursor, insert: before + behind },
      selection: { anchor: from + before.length },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
    });
    if (before.endsWith(': ') || behind !== '') startCompletion(view);
  };
}
