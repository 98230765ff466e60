import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, it, test } from 'vitest';
import { completeChart } from '../../../src/lib/ui/editor/chart-completion.ts';
import { loadChartSchema } from '../../../src/lib/ui/editor/chart-schema.ts';
import { jsonPlace } from '../../../src/lib/ui/editor/json-place.ts';

const columns = [
  { name: 'week', detail: 'date', info: '' },
  { name: 'the "n"', detail: 'bigint', info: '' },
];

/** What is offered where the bar stands, and what taking one of it makes of the text. */
async function complete(text: string) {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  const context = new CompletionContext(state, pos, true);
  const found = await completeChart(() => columns, loadChartSchema)(context);
  const options = found?.options ?? [];
  return {
    labels: options.map(({ label }) => label),
    take(label: string): string | null {
      const option = options.find((each) => each.label === label);
      if (typeof option?.apply !== 'function') return null;
      let taken = state;
      let cursor = 0;
      const dispatch = (spec: TransactionSpec) => {
        taken = state.update(spec).state;
        cursor = taken.selection.main.head;
      };
      try {
        Reflect.apply(option.apply, undefined, [{ dispatch }, option, found?.from, pos]);
      } catch {
        // To begin another completion takes a view.
      }
      const written = taken.doc.toString();
      return `${written.slice(0, cursor)}|${written.slice(cursor)}`;
    },
  };
}

test('the place in a JSON text is known, whole or not', () => {
  const place = (text: string) => {
    const found = jsonPlace(text.replace('|', ''), text.indexOf('|'));
    return found && [found.expects, found.path.join('.'), found.written, found.others.join(' ')];
  };
  expect([
    place('{"mark": "bar", "enc|"}'),
    place('{"mark": "|'),
    place('{"encoding": {"x": {"field": "a", |}, "y": {}}, "mark": 1}'),
    place('{"layer": [{"mark": "bar"}, {"mark": "l|"}]}'),
    place('{"mark": {"ty|": "bar", "tooltip": true}}'),
    place('{"mark"| "bar"}'),
    place('{"bin": tr|'),
    place('|'),
    place('{"a": {}} |'),
  ]).toEqual([
    ['key', '', 'enc', 'mark'],
    ['value', 'mark', '', ''],
    ['key', 'encoding.x', '', 'field'],
    ['value', 'layer.1.mark', 'l', ''],
    ['key', 'mark', 'ty', 'tooltip'],
    null,
    ['value', 'bin', 'tr', ''],
    ['value', '', '', ''],
    null,
  ]);
});

it('offers what the schema has there, but for what is written already', async () => {
  const top = (await complete('{"mark": "bar", |}')).labels;
  expect([
    top.includes('encoding'),
    top.includes('mark'),
    top.includes('$schema'),
    top.includes('config'),
  ]).toEqual([true, false, false, false]);
  const marks = (await complete('{"mark": "|"}')).labels;
  expect(['line', 'area', 'bar', 'point', 'arc', 'rect'].filter((mark) => !marks.includes(mark))).toEqual([]);
  expect((await complete('{"encoding": {"x": {"type": |}}}')).labels.toSorted()).toEqual([
    'geojson',
    'nominal',
    'ordinal',
    'quantitative',
    'temporal',
  ]);
});

it('offers the columns of the rows where a field is named, and in expressions', async () => {
  expect((await complete('{"encoding": {"x": {"field": "|"}}}')).labels).toEqual(['week', 'the "n"']);
  expect((await complete('{"transform": [{"filter": "datum.we|"}]}')).labels).toEqual(['week', 'the "n"']);
  expect((await complete('{"layer": [{"encoding": {"y": {"field": |}}}]}')).labels.slice(0, 2)).toEqual([
    'week',
    'the "n"',
  ]);
});

it('writes a name with what its value must have, a value in its quotation marks', async () => {
  expect([
    (await complete('{"mark": "bar", "enc|"}')).take('encoding'),
    (await complete('{|}')).take('layer'),
    (await complete('{"mark": {"ty|": "bar"}}')).take('type'),
    (await complete('{"encoding": {"x": {"field": "we|"}}}')).take('the "n"'),
    (await complete('{"encoding": {"x": {"bin": |}}}')).take('true'),
    (await complete('{"encoding": {"x": {|}}}')).take('field'),
  ]).toEqual([
    '{"mark": "bar", "encoding": {|}}',
    '{"layer": [|]}',
    '{"mark": {"type"|: "bar"}}',
    '{"encoding": {"x": {"field": "the \\"n\\""|}}}',
    '{"encoding": {"x": {"bin": true|}}}',
    '{"encoding": {"x": {"field": "|"}}}',
  ]);
});
