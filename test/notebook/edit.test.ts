import { describe, expect, test } from 'vitest';
import {
  applyOperation,
  definitionOf,
  freshName,
  parse,
  parseInfo,
  serialize,
  writeInfo,
  type Operation,
} from '#notebook';

function edited(text: string, operation: Operation): string {
  return serialize(applyOperation(parse(text).notebook, operation).notebook);
}

const text = `---
# a note
deskbook: 1
title: "Why?"   # quoted
period: last 8 weeks
mine:
    - kept   as it is
filters:
  channel: [email]
---
# Heading

\`\`\`sql weekly kpi=csat note='a b' hidden
select 1 as value
\`\`\`


\`\`\`sql other
select w.value, weekly.value from weekly, x as w -- weekly
\`\`\`

Is {{weekly.value}}, not {{other.weekly}}.

\`\`\`vega-lite of=weekly
{}
\`\`\`

\`\`\`input day
type: select
options: select distinct value from weekly where $day_start < 1
\`\`\`

\`\`\`sql
select $day, $day_end, $days from other
\`\`\``;

describe('parse', () => {
  test('reads front matter, cells, attributes and prose', () => {
    const { notebook, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(notebook.meta).toEqual({
      title: 'Why?',
      period: 'last 8 weeks',
      asOf: null,
      filters: { channel: ['email'] },
    });
    expect(notebook.front.values['mine']).toEqual(['kept   as it is']);
    expect(
      notebook.cells
        .slice(0, 2)
        .map(({ id, kind, name, attributes, source }) => ({ id, kind, name, attributes, source })),
    ).toEqual([
      { id: 'c1', kind: 'markdown', name: null, attributes: [], source: '# Heading' },
      {
        id: 'c2',
        kind: 'sql',
        name: 'weekly',
        attributes: [
          { key: 'kpi', value: 'csat' },
          { key: 'note', value: 'a b' },
          { key: 'hidden', value: null },
        ],
        source: 'select 1 as value',
      },
    ]);
  });

  test.each([
    ['---\ntitle: [\n---\n', 'notebook.front.unreadable', 1],
    ['---\na: *none\n---\n', 'notebook.front.unreadable', 1],
    ['---\n- a\n---\n', 'notebook.front.noMapping', 1],
    ['---\ndeskbook: 2\n---\n', 'notebook.front.newer', 1],
    ['---\nfilters: email\n---\n', 'notebook.front.filters', 1],
    ['a\n\n```sql x\nselect', 'notebook.fence.open', 3],
    ['```sql x a=1 a=2\n```\n', 'notebook.attribute.repeated', 1],
    ['```sql x\n```\n\n```sql X\n```\n', 'notebook.name.repeated', 4],
  ])('says what is wrong, and reads on: %j', (source, code, line) => {
    const { notebook, diagnostics } = parse(source);
    expect(diagnostics.map((diagnostic) => [diagnostic.text.code, diagnostic.line])).toEqual([[code, line]]);
    expect(serialize(notebook)).toBe(source);
  });

  test('takes as cells only fences at the margin that begin with a kind', () => {
    const source =
      '````md\n```sql\n````\n\n```sqlite\nx\n```\n\n  ```sql\n  y\n  ```\n\n~~~sql z\n1\n~~~\n\n<!-- cell -->\n\nlast';
    expect(parse(source).notebook.cells.map(({ kind, name }) => [kind, name])).toEqual([
      ['markdown', null],
      ['sql', 'z'],
      ['markdown', null],
    ]);
  });

  test.each([
    ['weekly kpi=csat', { name: 'weekly', attributes: [{ key: 'kpi', value: 'csat' }] }],
    ['kpi=csat', { name: null, attributes: [{ key: 'kpi', value: 'csat' }] }],
    ['"a b" x="&quot;&amp;"', { name: 'a b', attributes: [{ key: 'x', value: '"&' }] }],
    ['"" hidden', { name: null, attributes: [{ key: 'hidden', value: null }] }],
    ['', { name: null, attributes: [] }],
  ])('an info string is read and written: %s', (info, expected) => {
    expect(parseInfo(info)).toEqual(expected);
    expect(parseInfo(writeInfo(expected))).toEqual(expected);
  });
});

describe('edits', () => {
  test('touch the bytes of their cell alone', () => {
    expect(edited(text, { kind: 'setSource', id: 'c2', source: 'select 2\n```' })).toBe(
      text.replace(
        "```sql weekly kpi=csat note='a b' hidden\nselect 1 as value\n```",
        "````sql weekly kpi=csat note='a b' hidden\nselect 2\n```\n````",
      ),
    );
    expect(edited(text, { kind: 'setAttribute', id: 'c2', key: 'hidden', value: undefined })).toBe(
      text.replace("note='a b' hidden", 'note="a b"'),
    );
    expect(edited(text, { kind: 'remove', id: 'c2' })).toBe(text.replace(/```sql weekly[^`]*```\n\n\n/, ''));
  });

  test.each([
    ['title', 'New: one', text.replace('title: "Why?"   #', 'title: "New: one"   #')],
    ['period', undefined, text.replace('period: last 8 weeks\n', '')],
    [
      'filters',
      { channel: ['email', 'chat'] },
      text.replace('filters:\n  channel: [email]', 'filters: {channel: [email, chat]}'),
    ],
    ['as_of', '2026-03-01', text.replace('  channel: [email]\n', '  channel: [email]\nas_of: 2026-03-01\n')],
  ])('front matter changes at one key: %s', (key, value, expected) => {
    expect(edited(text, { kind: 'setMeta', key, value })).toBe(expected);
  });

  test('files keep their line ends, and the want of one at the end', () => {
    const windows = '# A\r\n\r\n```sql\r\nselect 1\r\n```';
    expect(edited(windows, { kind: 'setSource', id: 'c2', source: 'select 2\nfrom t' })).toBe(
      '# A\r\n\r\n```sql\r\nselect 2\r\nfrom t\r\n```',
    );
    expect(edited(windows, { kind: 'setMeta', key: 'title', value: 'x' })).toBe(
      `---\r\ndeskbook: 1\r\ntitle: x\r\n---\r\n\r\n${windows}`,
    );
  });

  test('a cell is split and merged', () => {
    const { notebook } = parse('One.\n\nTwo.\n');
    const split = applyOperation(notebook, { kind: 'split', id: 'c1', at: 5, newId: 'n' }).notebook;
    expect(serialize(split)).toBe('One.\n\n<!-- cell -->\n\nTwo.\n');
    expect(serialize(applyOperation(split, { kind: 'merge', id: 'c1' }).notebook)).toBe('One.\n\nTwo.\n');
  });

  test('renaming a cell follows every use, and is taken back in one step', () => {
    const { notebook } = parse(text);
    const renamed = applyOperation(notebook, { kind: 'rename', id: 'c2', name: 'per_week' });
    expect(serialize(renamed.notebook)).toBe(
      text
        .replace("sql weekly kpi=csat note='a b'", 'sql per_week kpi=csat note="a b"')
        .replace('weekly.value from weekly,', 'per_week.value from per_week,')
        .replace('{{weekly.value}}', '{{per_week.value}}')
        .replace('of=weekly', 'of=per_week')
        .replace('value from weekly where', 'value from per_week where'),
    );
    expect(serialize(applyOperation(renamed.notebook, renamed.inverse).notebook)).toBe(text);
  });

  test('renaming an input follows its parameters', () => {
    expect(edited(text, { kind: 'rename', id: 'c6', name: 'date' })).toBe(
      text
        .replace('input day', 'input date')
        .replace('$day_start', '$date_start')
        .replace('$day, $day_end', '$date, $date_end'),
    );
  });

  test('names lead to the cells that define them', () => {
    const { notebook } = parse(text);
    const found = ['WEEKLY', '$day', '$day_start', 'day', '$weekly', 'none'].map(
      (name) => definitionOf(notebook, name)?.id ?? null,
    );
    expect(found).toEqual(['c2', 'c6', 'c6', null, null, null]);
    expect(freshName(notebook, 'sql')).toBe('query_1');
  });
});
