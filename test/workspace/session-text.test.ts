import { describe, expect, test } from 'vitest';
import { applyOperation, parse, serialize } from '#notebook';
import { cellIndexAt, operationTo } from '../../src/lib/workspace/session-text.ts';

const text = `---
title: Weekly
---

# Weekly

\`\`\`sql tickets_weekly
select 1
\`\`\`

The end.
`;

function become(before: string, after: string) {
  const { notebook } = parse(before);
  const applied = applyOperation(notebook, operationTo(notebook, after));
  const back = applyOperation(applied.notebook, applied.inverse).notebook;
  return {
    text: serialize(applied.notebook),
    kept: applied.notebook.cells.map(({ id }) => notebook.cells.some((cell) => cell.id === id)),
    back: serialize(back),
  };
}

describe('another text of an open notebook', () => {
  test('changes the cells that differ, and they stay the cells they are', () => {
    const wanted = text.replaceAll('eekly', 'early');
    expect(become(text, wanted)).toEqual({ text: wanted, kept: [true, true, true], back: text });
  });

  test('with cells more or fewer leaves those alone that stand before and behind', () => {
    const wanted = text.replace('The end.', '```sql\nselect 2\n```\n\nThe end.');
    expect(become(text, wanted)).toEqual({ text: wanted, kept: [true, true, false, true], back: text });
    expect(become(wanted, text)).toEqual({ text, kept: [true, true, true], back: wanted });
  });

  test('the same text changes nothing', () => {
    const { notebook } = parse(text);
    expect(operationTo(notebook, text)).toEqual({ kind: 'batch', operations: [] });
  });
});

test('the cell of a place is found by its offset', () => {
  const at = (word: string) => cellIndexAt(text, text.lastIndexOf(word));
  expect(['title', '# Weekly', 'tickets_weekly', 'select 1', 'The end'].map(at)).toEqual([-1, 0, 1, 1, 2]);
});
