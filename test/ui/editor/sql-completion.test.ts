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

  it('of cells whatever has one name, and nothing elsewhere', async () => {
    expect([
      await complete(completeJoin, 'from weekly join monthly on |'),
      await complete(completeJoin, 'select a from weekly join monthly on weekly.week = monthly.week where |'),
      await complete(completeJoin, 'select | from weekly'),
    ]).toEqual([['from weekly join monthly on weekly.week = monthly.week'], [], []]);
  });
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
