import { CompletionContext, type CompletionSource } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it, test } from 'vitest';
import { argumentIn, signaturePieces } from '../../../src/lib/ui/editor/arguments.ts';
import { completeSql } from '../../../src/lib/ui/editor/completion.ts';
import { functionWords } from '../../../src/lib/ui/editor/functions.ts';
import { completeJoin } from '../../../src/lib/ui/editor/join-completion.ts';
import { completeValues } from '../../../src/lib/ui/editor/value-completion.ts';
import { noVocabulary, type Relation, type Vocabulary } from '../../../src/lib/ui/editor/vocabulary.ts';
import { nativeEngine } from '../../support/native.ts';
import { rowsOf } from '#table';

const relation = (name: string, columns: string, key: readonly string[] = []): Relation => ({
  kind: 'table',
  name,
  detail: '',
  info: '',
  key,
  columns: columns.split(' ').map((each) => {
    const [column = '', detail = 'varchar'] = each.split(':');
    return { name: column, detail, info: '' };
  }),
});

const vocabulary: Vocabulary = {
  ...noVocabulary,
  relations: [
    relation('tickets', 'source_id ticket_id agent_id channel created_at:timestamp', ['ticket_id']),
    relation('ratings', 'source_id rating_id ticket_id agent_id score:double', ['rating_id']),
    relation('agents', 'source_id agent_id name', ['agent_id']),
    relation('weekly', 'week:date value:double'),
    relation('monthly', 'week:date n:bigint'),
  ],
  values: (name, column) =>
    Promise.resolve(name === 'tickets' && column === 'channel' ? ['chat', 'e-mail', "d'água"] : []),
};

/** What a source offers where the bar stands, and what taking it would make of the text. */
async function complete(source: (known: () => Vocabulary) => CompletionSource, text: string) {
  const at = text.indexOf('|');
  const doc = text.replace('|', '');
  const context = new CompletionContext(EditorState.create({ doc }), at, false);
  const found = await source(() => vocabulary)(context);
  return (found?.options ?? []).map(
    ({ label, apply = label }) => doc.slice(0, found?.from) + String(apply) + doc.slice(found?.to ?? at),
  );
}

describe('values within quotation marks', () => {
  it('are those of the column that the text is compared with', async () => {
    expect(await complete(completeValues, "from tickets where channel = '|'")).toEqual([
      "from tickets where channel = 'chat'",
      "from tickets where channel = 'e-mail'",
      "from tickets where channel = 'd''água'",
    ]);
    expect((await complete(completeValues, "from tickets t where t.channel in ('chat', '|"))[1]).toBe(
      "from tickets t where t.channel in ('chat', 'e-mail'",
    );
    expect((await complete(completeValues, "from tickets where channel = 'ch|ut'"))[0]).toBe(
      "from tickets where channel = 'chat'",
    );
  });

  it('are none of a column that is no text, is not there, or of a table that is not read', async () => {
    expect([
      await complete(completeValues, "from tickets where created_at > '|'"),
      await complete(completeValues, "from ratings where channel = '|'"),
      await complete(completeValues, "from tickets where agents.channel = '|'"),
      await complete(completeValues, "select '|' from tickets"),
    ]).toEqual([[], [], [], []]);
  });
});

describe('a join is offered what fits', () => {
  it('behind ON, by the key of one side and its source first', async () => {
    expect(await complete(completeJoin, 'from tickets t join ratings as r on |')).toEqual([
      'from tickets t join ratings as r on t.source_id = r.source_id and t.ticket_id = r.ticket_id',
      'from tickets t join ratings as r on t.source_id = r.source_id and t.agent_id = r.agent_id',
    ]);
  });

  it('within USING, with each table that was read before', async () => {
    expect(
      await complete(completeJoin, 'from tickets join ratings using (ticket_id) left join agents using (|'),
    ).toEqual(['from tickets join ratings using (ticket_id) left join agents using (source_id, agent_id']);
  });

  it('within USING that is begun, one column after the other', async () => {
    expect([
      await complete(completeJoin, 'from tickets join ratings using (source_id, |)'),
      await complete(completeJoin, 'from tickets join ratings using (source_id, ticket_id|)'),
      await complete(completeJoin, 'from tickets join ratings using (source_id |)'),
    ]).toEqual([
      [
        'from tickets join ratings using (source_id, ticket_id)',
        'from tickets join ratings using (source_id, agent_id)',
      ],
      [
        'from tickets join ratings using (source_id, ticket_id)',
        'from tickets join ratings using (source_id, agent_id)',
      ],
      [],
    ]);
  });

  it('between a table and a query of a WITH or in brackets', async () => {
    const low =
      'with low as (select source_id, ticket_id, score from ratings) select * from tickets t join low';
    const few = 'from (select agent_id, count(*) as n from tickets group by all) as few join agents on';
    expect([
      await complete(completeJoin, `${low} using (|`),
      await complete(completeJoin, `${few} |`),
    ]).toEqual([[`${low} using (source_id, ticket_id`], [`${few} few.agent_id = agents.agent_id`]]);
  });

  it('of cells whatever has one name, and nothing elsewhere', async () => {
    expect([
      await complete(completeJoin, 'from weekly join monthly on |'),
      await complete(completeJoin, 'select a from weekly join monthly on weekly.week = monthly.week where |'),
      await complete(completeJoin, 'select | from weekly'),
    ]).toEqual([['from weekly join monthly on weekly.week = monthly.week'], [], []]);
  });
});

/** The columns that are offered where the bar stands, best first; `…` for all those of the tickets. */
async function columns(text: string): Promise<string> {
  const at = text.indexOf('|');
  const doc = text.replace('|', '');
  const found = await completeSql(() => vocabulary)(
    new CompletionContext(EditorState.create({ doc }), at, true),
  );
  const offered = (found?.options ?? []).filter(({ type }) => type === 'property');
  const best = offered.toSorted((a, b) => (b.boost ?? 0) - (a.boost ?? 0)).map(({ label }) => label);
  return best.join(' ').replace('source_id ticket_id agent_id channel created_at', '…');
}

const ratings = 'source_id rating_id ticket_id agent_id score';

it.each([
  ['with w as (select channel, count(*) as n from tickets group by 1) select | from w', 'channel n'],
  ['with w as (select channel, count(*) n from tickets group by 1) select x.| from w x', 'channel n'],
  ['with w as (select * from ratings) select | from w where score > 3', ratings],
  [
    'with w as (select t.*, score from tickets t join ratings using (ticket_id)) select w.| from w',
    '… score',
  ],
  [
    'with w as (select * exclude (source_id, created_at) from tickets) select | from w',
    'ticket_id agent_id channel',
  ],
  ['with w as (select * rename (week as monday) from weekly) from w where |', 'monday value'],
  ['with w(day, n) as (select created_at::date, count(*) from tickets group by 1) select | from w', 'day n'],
  [
    'with a as (select channel, score from tickets join ratings using (ticket_id)), b as (select *, score * 2 as twice from a) select | from b',
    'channel score twice',
  ],
  ['with a as (select | from agents) select * from a', 'source_id agent_id name'],
  ['with a as (with b as (select name from agents) select | from b) select * from a', 'name'],
  [
    'with recursive r as (select 1 as depth union all select depth + 1 from r where |) select * from r',
    'depth',
  ],
  ['with "Por canal" as (select channel as "Canal" from tickets) select | from "Por canal"', 'Canal'],
  ['select week, value from weekly union all select | from monthly', 'week n'],
  ['select week, value as v from weekly union all select week, n from monthly order by |', 'week v'],
  [
    'with u as (select week, value as v from weekly union select week, n from monthly) select | from u',
    'week v',
  ],
  ['(select week from weekly) except (select | from monthly)', 'week n'],
  [
    'select name, (select max(score) from ratings r where r.agent_id = a.|) from agents a',
    'source_id agent_id name',
  ],
  ['select name from agents a where exists (select 1 from ratings where |)', `${ratings} name`],
  ['select * from agents where agent_id in (select | from ratings', `${ratings} name`],
  ['select * from tickets where ticket_id in (select ticket_id from ratings) and |', '…'],
  ['select channel, count(*) as opened from tickets group by channel order by |', 'opened …'],
  ["select date_trunc('week', created_at) as week, count(*) from tickets group by |", 'week …'],
  ['select score * 2 as twice, | from ratings', `twice ${ratings}`],
  ['select opened: count(*), channel from tickets order by op|', 'opened …'],
  ['select case when score > 3 then 1 end as good| from ratings', ratings],
  ['select s.| from (select channel, count(*) as n from tickets group by all) s', 'channel n'],
  ["select v.| from (values (1, 'a')) as v(place, word)", 'place word'],
  ['select | from monthly, unnest([1, 2]) as u(step)', 'week n step'],
  ['select | from monthly, range(3) r', 'week n r'],
  ['from (weekly w join monthly m using (week)) select m.|', 'week n'],
  ['from tickets select |', '…'],
  ["select extract('year' from created_at) as year, | from tickets", 'year …'],
  ['create temp table x as select 1; select | from weekly', 'week value'],
  ['select * from weekly qualify row_number() over (order by |) = 1', 'week value'],
  ['select tickets.|', '…'],
])('%s', async (text, expected) => {
  expect(await columns(text)).toBe(expected);
});

it('the queries of a WITH are offered where a relation is, those in sight alone', async () => {
  const named = async (text: string) => {
    const doc = text.replace('|', '');
    const context = new CompletionContext(EditorState.create({ doc }), text.indexOf('|'), true);
    const found = await completeSql(() => vocabulary)(context);
    return (found?.options ?? []).filter(({ boost = 0 }) => boost > 2).map(({ label }) => label);
  };
  const tables = ['tickets', 'ratings', 'agents', 'weekly', 'monthly'];
  expect([
    await named('with a as (select 1 as x), b as (select 2 as y) select * from |'),
    await named('with a as (select 1 as x), b as (select * from |) select * from b'),
  ]).toEqual([
    ['a', 'b', ...tables],
    ['a', ...tables],
  ]);
});

it('nothing is named within texts and comments', async () => {
  const named = async (text: string) => (await complete(completeSql, text)).length > 0;
  expect([
    await named("select 'ti|' from tickets"),
    await named('select 1 -- ti|'),
    await named("select 'ti|"),
    await named('select ti| from tickets'),
    await named("select 'a', ti|"),
  ]).toEqual([false, false, false, true, true]);
});

test('a signature is cut into its arguments, of which the last may be repeated', () => {
  const marked = (signature: string, argument: number) => {
    const pieces = signaturePieces(signature);
    const found = argumentIn(pieces, argument);
    return [
      pieces.map(({ text }) => text).join(''),
      pieces.find((piece) => piece.argument === found && found !== null)?.text.trim() ?? null,
    ];
  };
  expect([
    marked("(text, ', ', x)", 1),
    marked('(x, y, …)', 7),
    marked('(x, 2)', 2),
    marked('()', 0),
    marked("(interval '15 minutes', at)", 0),
  ]).toEqual([
    ["(text, ', ', x)", "', '"],
    ['(x, y, …)', '…'],
    ['(x, 2)', null],
    ['()', null],
    ["(interval '15 minutes', at)", "interval '15 minutes'"],
  ]);
});

test('every function that is offered is one of DuckDB’s, and is explained in both languages', async () => {
  const engine = await nativeEngine();
  const known = rowsOf(await engine.query('select distinct function_name as name from duckdb_functions()'));
  const names = new Set(known.map(({ name }) => name));
  const builtIn = ['coalesce', 'row_number', 'rank', 'dense_rank', 'percent_rank', 'ntile', 'lag', 'lead'];
  const windows = [...builtIn, 'first_value', 'last_value', 'unnest', 'ifnull', 'nullif'];
  expect(functionWords('en').filter(({ name }) => !names.has(name) && !windows.includes(name))).toEqual([]);
  const unexplained = (['en', 'pt-BR'] as const).flatMap((locale) =>
    functionWords(locale).filter(({ info }) => !info.endsWith('.')),
  );
  expect(unexplained).toEqual([]);
});
