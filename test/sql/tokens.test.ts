import { describe, expect, test } from 'vitest';
import { bindParameters, isQuery, splitStatements, tokenize, unavailable } from '#sql';

describe('tokens', () => {
  test.each([
    ["select 'it''s'", ['word:select', "string:'it''s'"]],
    ["E'a\\'b' e'\\\\'", ["string:E'a\\'b'", "string:e'\\\\'"]],
    ['$$a$b$$ $q$x$$y$q$', ['string:$$a$b$$', 'string:$q$x$$y$q$']],
    [
      '$name $1 ? ?2 $name_2',
      ['parameter:$name', 'parameter:$1', 'parameter:?', 'parameter:?2', 'parameter:$name_2'],
    ],
    ['"a""b" "c', ['quoted:"a""b"', 'quoted:"c']],
    ['/* a /* b */ c */ x -- y\nz', ['comment:/* a /* b */ c */', 'word:x', 'comment:-- y', 'word:z']],
    [
      '1_000 1.5 .5 1e-5 2. 1.e3',
      ['number:1_000', 'number:1.5', 'number:.5', 'number:1e-5', 'number:2.', 'number:1.e3'],
    ],
    ['a$b é9 t.1', ['word:a$b', 'word:é9', 'word:t', 'number:.1']],
    [
      'a::b->>c||d<>e',
      [
        'word:a',
        'punctuation:::',
        'word:b',
        'punctuation:->>',
        'word:c',
        'punctuation:||',
        'word:d',
        'punctuation:<>',
        'word:e',
      ],
    ],
    ["x'ab' 1--2", ["string:x'ab'", 'number:1', 'comment:--2']],
    ["'open", ["string:'open"]],
    ['/* open', ['comment:/* open']],
    ['$$ open', ['string:$$ open']],
  ])('%s', (sql, expected) => {
    const shown = tokenize(sql)
      .filter(({ kind }) => kind !== 'space')
      .map(({ kind, text }) => `${kind}:${text}`);
    expect(shown).toEqual(expected);
  });

  test('put together they are the text, whatever it is', () => {
    const fragments = [
      "'",
      '"',
      '$$',
      '$a$',
      '/*',
      '*/',
      '--',
      '\n',
      '\r\n',
      "E'",
      '\\',
      ' ',
      'from',
      '1e',
      '.',
      ';',
      '\u00a0',
      'é',
      '😀',
      '\ud800',
      '$',
      '?',
    ];
    for (let seed = 1; seed <= 3000; seed += 1) {
      const sql = Array.from(
        { length: seed % 23 },
        (_, at) => fragments[(seed * 7919 + at * at * 104729 + at * seed) % fragments.length],
      ).join('');
      const tokens = tokenize(sql);
      expect(tokens.map(({ text }) => text).join('')).toBe(sql);
      expect(tokens.every(({ from, to, text }) => sql.slice(from, to) === text && text !== '')).toBe(true);
    }
  });
});

describe('statements', () => {
  test('are cut at semicolons that are none of text or comment', () => {
    const sql = "select ';' ; -- ;\n select $$;$$ /* ; */;; from t -- end";
    expect(splitStatements(sql)).toEqual([
      { sql: "select ';'", from: 0, to: 10 },
      { sql: 'select $$;$$', from: 19, to: 31 },
      { sql: 'from t', from: 42, to: 48 },
    ]);
  });

  test('that give rows are told from those that change something', () => {
    const queries = [
      'select 1',
      'from t',
      'values (1)',
      'with a as (select 1) select * from a',
      '((select 1))',
      'pivot t on a',
      'describe t',
      'summarize t',
      'show tables',
      'table t',
      'with insert_x as (select 1) from insert_x;',
      '/* x */ select 1 -- y',
    ];
    const others = [
      '',
      '-- select',
      'insert into t select 1',
      'create table t as select 1',
      'set x = 1',
      'with a as (select 1) insert into t from a',
      'select 1; select 2',
      'explain select 1',
      'call f()',
      'update t set a = 1',
    ];
    expect(queries.filter((sql) => !isQuery(sql))).toEqual([]);
    expect(others.filter(isQuery)).toEqual([]);
  });
});

describe('parameters', () => {
  test('become variables outside of texts and comments', () => {
    const bound = bindParameters("select $day, '$day' from t where a > $day_start -- $day");
    expect(bound.sql).toBe(
      "select getvariable('day'), '$day' from t where a > getvariable('day_start') -- $day",
    );
  });

  test('a place of the bound text leads back to the text as written', () => {
    const sql = 'select $day, wrong from t where $other = missing';
    const bound = bindParameters(sql);
    const back = (word: string) => bound.originalOffset(bound.sql.indexOf(word));
    expect(['select', "getvariable('day')", 'wrong', "'other'", 'missing'].map(back)).toEqual(
      ['select', '$day', 'wrong', '$other', 'missing'].map((word) => sql.indexOf(word)),
    );
    expect(bound.originalOffset(bound.sql.length)).toBe(sql.length);
  });
});

describe('what the page cannot run', () => {
  test.each([
    ["select created_at at time zone 'UTC' from t", ['at time zone']],
    [
      "select timezone('UTC', created_at), x->>'$.a', json_extract(x, 'a'), y::json, cast(z as json) from t",
      ['timezone', '->>', 'json_extract', 'json', 'json'],
    ],
    [
      "select * from read_csv('a.csv'), 'b.parquet' join 'c.csv' on true",
      ['read_csv', "'b.parquet'", "'c.csv'"],
    ],
    [
      "install fts; load fts; attach 'x'; copy t to 'x.csv'; force install fts",
      ['install', 'load', 'attach', 'copy', 'force install'],
    ],
    [
      "select trim(both ' ' from 'x'), a is distinct from 'b', x -> x + 1, json, \"to_json\", t.glob(x), 'at time zone' from t -- read_csv('x')",
      [],
    ],
    ['select 1 as load, attach from copy', []],
    [
      "select now(), current_date - 7, timestamptz '2026-01-01', x::timestamptz, cast(x as timestamp with time zone), to_timestamp(0), today()",
      ['now', 'current_date', 'timestamptz', 'timestamptz', 'timestamp', 'to_timestamp', 'today'],
    ],
    ['select t.current_date, 1 as localtime, now, timestamp, "today"() from timestamptz', []],
  ])('%s', (sql, expected) => {
    expect(unavailable(sql).map(({ from, to }) => sql.slice(from, to))).toEqual(expected);
  });
});
