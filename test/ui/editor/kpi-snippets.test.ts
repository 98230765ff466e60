import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { completeSql } from '../../../src/lib/ui/editor/completion.ts';
import { noVocabulary, type Vocabulary } from '../../../src/lib/ui/editor/vocabulary.ts';

const vocabulary = (taken: string[]): Vocabulary => ({
  ...noVocabulary,
  snippets: [{ name: 'csat', detail: 'CSAT', info: '', insert: () => void taken.push('csat') }],
});

function offered(text: string, taken: string[] = []) {
  const state = EditorState.create({ doc: text });
  const found = completeSql(() => vocabulary(taken))(new CompletionContext(state, text.length, false));
  return (found?.options ?? []).filter(({ detail }) => detail === 'CSAT');
}

it('a KPI is offered as a whole where a cell holds nothing but the word that is typed', () => {
  expect([offered('cs').length, offered('select cs').length]).toEqual([1, 0]);
});

it('taking it makes the cell that KPI’s, and puts nothing into the text', () => {
  const taken: string[] = [];
  const [option] = offered('cs', taken);
  if (typeof option?.apply === 'function') Reflect.apply(option.apply, undefined, []);
  expect(taken).toEqual(['csat']);
});
