import { expect, test } from 'vitest';
import { chosenValue, parseChoice } from '#cells';
import { parse } from '#notebook';

function choiceOf(info: string) {
  return parse(`\`\`\`sql list ${info}\nselect 1\n\`\`\`\n`).notebook.cells.map(parseChoice);
}

test('a cell says which input its rows set, and by which column', () => {
  expect(choiceOf('choose=ticket_id:case_id')).toEqual([{ column: 'ticket_id', input: 'case_id' }]);
  expect(choiceOf('choose="ticket: id:case_id"')).toEqual([{ column: 'ticket: id', input: 'case_id' }]);
  expect([choiceOf(''), choiceOf('choose'), choiceOf('choose=case_id')]).toEqual([[null], [null], [null]]);
});

test('a row’s value becomes what an input of each type holds', () => {
  const text = { kind: 'text' } as const;
  const date = { kind: 'date' } as const;
  const boolean = { kind: 'boolean' } as const;
  const integer = { kind: 'integer' } as const;
  // 2026-01-05 is 20,458 days after 1970-01-01.
  const day = 20_458;
  expect([
    chosenValue('0042', text, 'text'),
    chosenValue(7n, integer, 'text'),
    chosenValue(day, date, 'text'),
    chosenValue(null, text, 'text'),
    chosenValue(7n, integer, 'number'),
    chosenValue(day, date, 'date'),
    chosenValue('chat', text, 'select'),
    chosenValue('chat', text, 'multiselect'),
    chosenValue(true, boolean, 'checkbox'),
    chosenValue(day, date, 'daterange'),
    chosenValue('chat', text, 'period'),
  ]).toEqual([
    '0042',
    '7',
    '2026-01-05',
    null,
    7,
    '2026-01-05',
    'chat',
    ['chat'],
    true,
    { from: '2026-01-05', to: '2026-01-05' },
    null,
  ]);
});
