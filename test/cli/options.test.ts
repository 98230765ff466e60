import { expect, test } from 'vitest';
import { AppError } from '#errors';
import { chooseLanguage } from '../../src/cli/language.ts';
import { readArguments } from '../../src/cli/options.ts';
import { textTable } from '../../src/cli/text-table.ts';

const options = [
  { name: 'json' },
  { name: 'from', value: 'D' },
  { name: 'filter', value: 'COLUMN=VALUE', isRepeatable: true },
  { name: 'help' },
];

/** What was read, or the code of what was wrong. */
function outcome(...args: string[]) {
  try {
    const read = readArguments(args, options);
    return {
      words: read.words,
      json: read.has('json'),
      from: read.value('from'),
      filter: read.values('filter'),
    };
  } catch (error) {
    return error instanceof AppError ? error.text : error;
  }
}

test('options come with = or a space, anywhere, and flags alone', () => {
  expect(
    outcome('a.csv', '--from=2026-01-01', '--filter', 'channel=chat', 'b.csv', '--json', '--filter=type=x'),
  ).toEqual({
    words: ['a.csv', 'b.csv'],
    json: true,
    from: '2026-01-01',
    filter: ['channel=chat', 'type=x'],
  });
});

test('what follows -- is words even if it begins with a dash', () => {
  expect(outcome('--', '--json', '-x.csv')).toEqual({
    words: ['--json', '-x.csv'],
    json: false,
    from: undefined,
    filter: [],
  });
});

test('what is wrong is named', () => {
  expect(outcome('--nope')).toMatchObject({ code: 'cli.usage.unknownOption', params: { option: '--nope' } });
  expect(outcome('-x')).toMatchObject({ code: 'cli.usage.unknownOption' });
  expect(outcome('--json=1')).toMatchObject({ code: 'cli.usage.noValue' });
  expect(outcome('--from')).toMatchObject({ code: 'cli.usage.valueMissing', params: { option: '--from D' } });
  expect(outcome('--from', 'a', '--from', 'b')).toMatchObject({ code: 'cli.usage.twice' });
});

test('the language is the one asked for, else the system’s', () => {
  expect(chooseLanguage('pt_BR', {})).toBe('pt-BR');
  expect(chooseLanguage('en-GB', { LANG: 'pt_BR.UTF-8' })).toBe('en');
  expect(chooseLanguage(undefined, { LANG: 'pt_BR.UTF-8' })).toBe('pt-BR');
  expect(chooseLanguage(undefined, { LC_ALL: 'C', LANG: 'pt_BR.UTF-8' })).toBe('en');
  expect(chooseLanguage(undefined, {})).toBe('en');
});

test('a text table is aligned by what one sees, accents and all', () => {
  const columns = [{ title: 'Nome' }, { title: 'n', align: 'end' }] as const;
  expect(
    textTable(columns, [
      ['Não há', '1.204'],
      ['e\u0301', '7'],
      ['two\nlines', ''],
    ]),
  ).toBe(
    [
      'Nome           n',
      '─────────  ─────',
      'Não há     1.204',
      'e\u0301              7',
      'two lines',
      '',
    ].join('\n'),
  );
});
