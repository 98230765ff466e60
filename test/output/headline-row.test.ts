import { expect, test } from 'vitest';
import { parse } from '#notebook';
import { canBeHeadlines, headlinesOf, sparkline, unitsOfCell } from '#output';
import { tableFrom } from '#table';

const table = tableFrom([
  { name: 'opened_tickets', type: 'BIGINT', values: [120n] },
  { name: 'opened_tickets_before', type: 'BIGINT', values: [100n] },
  { name: 'csat', type: 'DOUBLE', values: [0.9] },
  { name: 'csat_before', type: 'DOUBLE', values: [0.93] },
  { name: 'csat_n', type: 'BIGINT', values: [12n] },
  { name: 'busiest', type: 'VARCHAR', values: ['chat'] },
  { name: 'left_n', type: 'BIGINT', values: [null] },
]);

function headlines(fence: string) {
  const [cell] = parse(`\`\`\`${fence}\nselect 1\n\`\`\`\n`).notebook.cells;
  return cell ? headlinesOf(cell, table, unitsOfCell(cell)) : 'no cell';
}

test('each number of a row is a headline, with what it was before and what it rests on', () => {
  const plain = { interval: null, beside: [] };
  const moved = { previousN: null, beyondNoise: null, isPerDay: false, part: null, judgement: 'neutral' };
  expect(headlines('sql overview show=headlines percent="csat"')).toEqual([
    {
      title: 'Opened tickets',
      headline: {
        ...plain,
        value: 120,
        unit: 'number',
        n: null,
        small: false,
        change: { ...moved, previous: 100, difference: 20, relative: 0.2, direction: 'up' },
      },
    },
    {
      title: 'Csat',
      headline: {
        ...plain,
        value: 0.9,
        unit: 'percent',
        n: 12,
        small: true,
        change: { ...moved, previous: 0.93, difference: 0.9 - 0.93, relative: null, direction: 'down' },
      },
    },
    {
      title: 'Left n',
      headline: { ...plain, value: null, unit: 'number', n: null, small: false, change: null },
    },
  ]);
});

test('a cell that does not ask for them has none, nor has one of many rows or of one number', () => {
  const rows = tableFrom([
    { name: 'a', type: 'BIGINT', values: [1n, 2n] },
    { name: 'b', type: 'BIGINT', values: [1n, 2n] },
  ]);
  const one = tableFrom([
    { name: 'a', type: 'BIGINT', values: [1n] },
    { name: 'a_before', type: 'BIGINT', values: [1n] },
  ]);
  expect([
    headlines('sql overview'),
    canBeHeadlines(table),
    canBeHeadlines(rows),
    canBeHeadlines(one),
  ]).toEqual([null, true, false, false]);
});

test('a sparkline runs from the least to the greatest, is broken where nothing is known, and ends on the last', () => {
  expect(sparkline([0, 10, null, 5, 10], { width: 106, height: 26 })).toEqual({
    path: 'M3 23L28 3M78 13L103 3',
    last: { x: 103, y: 3 },
  });
});

test('values that are all the same lie in the middle; too few, or an unknown last one, make no line', () => {
  const size = { width: 106, height: 26 };
  expect(sparkline([4, 4, 4], size)?.path).toBe('M3 13L53 13L103 13');
  expect([sparkline([1, 2], size), sparkline([1, 2, 3, null], size)]).toEqual([null, null]);
});
