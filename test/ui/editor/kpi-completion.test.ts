import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState, Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { catalogue, kpiFields, sourceOf } from '#kpi';
import { messagesEn } from '#messages';
import { completeKpi, explainKpi } from '../../../src/lib/ui/editor/kpi-completion.ts';
import { kpiWords } from '../../../src/lib/ui/gallery/kpi-words.ts';

const words = kpiWords('en');

/** What is offered where the bar stands. */
function offered(text: string): string[] {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  const found = completeKpi(() => words)(new CompletionContext(state, pos, false));
  return (found?.options ?? []).map(({ label }) => label);
}

const front = (line: string) => `---\nfrom: contacts\n${line}\n---\nProse.\n`;

describe('completion in a KPI’s file', () => {
  it('offers fields where a line begins, and those of options within one', () => {
    expect(offered(front('wh|'))).toContain('where');
    expect(offered(front('wh|'))).toContain('theme');
    expect(offered(front('variants:\n  definition:\n    open: {wh|'))).toContain('where');
    expect(offered(front('variants:\n  def|'))).toEqual(['definition', 'statistic', 'clock', 'source']);
  });

  it('offers what a field can say: words, tables, dimensions, checks', () => {
    expect(offered(front('unit: p|'))).toEqual([
      'count',
      'percent',
      'duration',
      'score',
      'money',
      'nps',
      'number',
    ]);
    expect(offered('---\nfrom: ti|\n---\n')).toContain('tickets');
    expect(offered(front('by: ch|'))).toContain('channel');
    expect(offered(front('requires: [one|]'))).toContain('one scale');
    expect(offered(front('needs: [contacts.o|]'))).toContain('contacts.outcome');
  });

  it('offers the columns of its own table, and functions in SQL', () => {
    expect(offered(front('at: st|'))).toContain('started_at');
    expect(offered(front('at: st|'))).not.toContain('created_at');
    expect(offered(front('where: out|'))).toContain('outcome');
    expect(offered(front('value: av|'))).toContain('avg');
  });

  it('offers nothing once the word is all there, in a comment, or in prose', () => {
    expect(offered(front('unit: count|'))).toEqual([]);
    expect(offered(front('unit: count # per|'))).toEqual([]);
    expect(offered('---\nfrom: contacts\n---\nOut|')).toEqual([]);
    expect(offered('---\nfrom: contacts\n---\n```sql headline\nselect co|\n```\n')).toContain('count');
  });
});

it('hovering explains fields, and columns of the file’s own table', () => {
  const doc = Text.of(front('at: started_at').split('\n'));
  expect(explainKpi('at', doc, words)?.info).toBe(messagesEn['kpi-file.field.at']);
  expect(explainKpi('started_at', doc, words)?.detail).toBe('timestamp');
  expect(explainKpi('Prose', doc, words)).toBeUndefined();
});

it('every field that our own files use is known, and explained', () => {
  const known = new Set(kpiFields.map(({ name }) => name));
  const used = catalogue.flatMap(({ id }) => {
    const source = sourceOf(id) ?? '';
    return [...source.slice(0, source.indexOf('\n---', 4)).matchAll(/^(\w+):/gm)].map(
      ([, name = '']) => name,
    );
  });
  expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
  expect(words.fields.filter(({ info }) => info.startsWith('kpi-file'))).toEqual([]);
});
