import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprint, manyOfEveryType } from './many-types.ts';
import { QueryError, type Engine } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { rowsOf, tableFrom, type Table, type Value } from '#table';
import { everyType } from './every-type.ts';

/** What every engine does alike; each engine's own test file runs it. */
export function engineContract(open: () => Promise<Engine>): void {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  const rows = async (sql: string): Promise<unknown> => rowsOf(await engine.query(sql));
  const failure = async (sql: string): Promise<unknown> => failureOf(engine.query(sql));

  describe('results', () => {
    test.each(everyType)('$sql is $type', async ({ sql, type, kind, value }) => {
      const table = await engine.query(`select ${sql} as value union all select null`);
      const [column] = table.columns;
      expect({ type: column?.type, kind: column?.kind, first: column?.at(0), second: column?.at(1) }).toEqual(
        {
          type,
          kind,
          first: value,
          second: null,
        },
      );
    });

    test('a type is the same without any rows, but for the values of an enum', async () => {
      const sql = everyType.map(({ sql }, i) => `${sql} as c${i}`).join(', ');
      const table = await engine.query(`select ${sql} where false`);
      const expected = everyType.map(({ type }) =>
        type.startsWith('ENUM') ? expect.stringMatching(/^ENUM\(/) : type,
      );
      expect(table.rowCount).toBe(0);
      expect(table.columns.map((column) => column.type)).toEqual(expected);
    });

    test('an empty result keeps its columns', async () => {
      const table = await engine.query("select 1::bigint as n, 'x' as name where false");
      expect({
        rowCount: table.rowCount,
        columns: table.columns.map(({ name, type }) => ({ name, type })),
      }).toEqual({
        rowCount: 0,
        columns: [
          { name: 'n', type: 'BIGINT' },
          { name: 'name', type: 'VARCHAR' },
        ],
      });
    });

    test('columns of the same name both arrive', async () => {
      const table = await engine.query('select 1 as a, 2 as a');
      expect(table.columns.map((column) => [column.name, column.at(0)])).toEqual([
        ['a', 1],
        ['a', 2],
      ]);
    });

    test('a result of many chunks reads in any order', async () => {
      const table = await engine.query(
        'select range as n, case when range % 7 = 0 then null else range::varchar end as t from range(10000)',
      );
      const read = (row: number): Value[] => table.columns.map((column) => column.at(row));
      expect([read(9999), read(0), read(5000), read(2047), read(2048), read(2100)]).toEqual([
        [9999n, '9999'],
        [0n, null],
        [5000n, '5000'],
        [2047n, '2047'],
        [2048n, '2048'],
        [2100n, null],
      ]);
    });

    test('booleans are themselves at every depth and in every row', async () => {
      const table = await engine.query(
        `select range % 2 = 0 as b, [range % 3 = 0, null, range % 2 = 0] as l, {'b': range % 5 = 0} as s
         from range(5000) order by range`,
      );
      const expected = Array.from({ length: 5000 }, (_, i) => ({
        b: i % 2 === 0,
        l: [i % 3 === 0, null, i % 2 === 0],
        s: { b: i % 5 === 0 },
      }));
      expect(rowsOf(table)).toEqual(expected);
    });

    test('thousands of rows of every type are the same from both engines', async () => {
      const rows = rowsOf(await engine.query(manyOfEveryType));
      expect(await fingerprint(rows)).toBe(
        'b1a2dbe615165cd323374716bb87f3c262a2e6f4fae3fae6b94990103d65318a',
      );
    });

    test('infinite, ancient and far dates are exact', async () => {
      expect(
        await rows(
          "select 'infinity'::timestamp as t, '-infinity'::date as d, '0044-03-15 (BC)'::date as old, timestamp '9999-12-31 23:59:59.999999' as far",
        ),
      ).toEqual([{ t: 9223372036854775807n, d: -2147483647, old: -735160, far: 253402300799999999n }]);
    });

    test('text of every script survives', async () => {
      expect(await rows('select \'Olá 😀 日本 \u0301\' as "coluna é"')).toEqual([
        { 'coluna é': 'Olá 😀 日本 \u0301' },
      ]);
    });
  });

  describe('several statements', () => {
    test('the last one’s result is given', async () => {
      expect(
        await rows(
          'create or replace table several (i int); insert into several values (1), (2); select sum(i)::int as s from several; -- done\n',
        ),
      ).toEqual([{ s: 3 }]);
    });

    test('no statement gives no columns', async () => {
      expect(await engine.query(' -- nothing\n')).toEqual({ rowCount: 0, columns: [] });
    });

    test('calls are served whole and in order', async () => {
      await engine.exec('create or replace table ordered (who varchar, n int)');
      const calls = Array.from({ length: 8 }, (_, who) =>
        engine.exec([1, 2, 3].map((n) => `insert into ordered values ('${who}', ${n})`).join('; ')),
      );
      await Promise.all(calls);
      const expected = Array.from({ length: 8 }, (_, who) =>
        [1, 2, 3].map((n) => ({ who: String(who), n })),
      ).flat();
      expect(await rows('select who, n from ordered order by rowid')).toEqual(expected);
    });

    test('a failed call does not hold up the next one', async () => {
      const [first, second] = await Promise.allSettled([
        engine.query('selec 1'),
        engine.query('select 2 as two'),
      ]);
      expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    });

    test('an error leaves no transaction behind', async () => {
      await engine.exec('create or replace table kept (i int)');
      expect(await failure("begin; insert into kept values (1); select error('stop')")).toMatchObject({
        kind: 'other',
      });
      expect(await rows('select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
    });
  });

  describe('errors', () => {
    test.each([
      ['selec 1', 'syntax', 0],
      ['select 1 as a,\n  nope from (select 1 as x)', 'binder', 17],
      ['select * from missing_table', 'catalog', 14],
      ['select missing_function(1)', 'catalog', 7],
      ["select 'x'::int", 'conversion', 10],
      ["select 1;\nselect 'é😀', nope", 'binder', 24],
      ["select 'é😀'; -- ção\n\nselec 2", 'syntax', 22],
      ["select '日本' as a;\nselect 'abc'::date", 'conversion', 30],
      [
        'create or replace table strict (i int not null); insert into strict values (null)',
        'constraint',
        null,
      ],
      ["select error('own words')", 'other', null],
    ])('%j is a %s error at %s', async (sql, kind, position) => {
      expect(await failure(sql)).toMatchObject({ sql, kind, position });
    });

    test('the engine’s sentence comes without its drawing of the place', async () => {
      expect(await failure('selec 1')).toMatchObject({ engineMessage: 'syntax error at or near "selec"' });
    });
  });

  describe('cancel', () => {
    test('a running query stops and the engine goes on', async () => {
      await engine.exec(
        'create or replace table many as select range as i, hash(range) as h from range(1500000)',
      );
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 150);
      const sql = 'select count(*) from many a join many b on a.h % 20000 = b.h % 20000 where a.i + b.i = 7';
      expect(await failureOf(engine.query(sql, { signal: controller.signal }))).toMatchObject({
        kind: 'interrupted',
        sql,
      });
      expect(await rows('select count(*)::int as n from many')).toEqual([{ n: 1500000 }]);
    });

    test('statements after the one that was stopped do not run', async () => {
      await engine.exec('create or replace table untouched (i int)');
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      const sql =
        'create or replace table t1 as select a.i from many a join many b on a.h % 20000 = b.h % 20000; insert into untouched values (1)';
      expect(await failureOf(engine.exec(sql, { signal: controller.signal }))).toMatchObject({
        kind: 'interrupted',
      });
      expect(await rows('select count(*)::int as n from untouched')).toEqual([{ n: 0 }]);
    });

    test('a call that is still waiting is dropped', async () => {
      const controller = new AbortController();
      const running = engine.query('select count(*)::int as n from many');
      const waiting = failureOf(engine.exec('drop table many', { signal: controller.signal }));
      controller.abort();
      expect([rowsOf(await running), await waiting]).toMatchObject([
        [{ n: 1500000 }],
        { kind: 'interrupted' },
      ]);
      expect(await rows('select count(*)::int as n from many')).toEqual([{ n: 1500000 }]);
    });

    test('a signal given before the call runs nothing', async () => {
      expect(await failureOf(engine.query('select 1', { signal: AbortSignal.abort() }))).toMatchObject({
        kind: 'interrupted',
      });
    });
  });

  test('a query in the background starts last, gives way while it runs, and is answered in the end', async () => {
    await engine.exec('create or replace table large as select range as i from range(3000000)');
    const order: string[] = [];
    const told = (name: string, sql: string, background = false) =>
      engine.query(sql, { background }).then((table) => order.push(`${name} ${table.columns[0]?.at(0)}`));
    // 450,000,000 pairs, which it does not get to the end of; of what is left after the third call, 130,000.
    const heavy = 'select count(*)::int as n from large a join large b on a.i % 20000 = b.i % 20000';
    const behind = told('behind', heavy, true);
    await Promise.all([told('first', 'select 1::int'), told('second', 'select 2::int')]);
    await new Promise((resume) => setTimeout(resume, 30));
    await told('third', 'delete from large where i >= 50000');
    const dropped = failureOf(engine.query(heavy, { background: true, signal: AbortSignal.abort() }));
    await behind;
    expect([order, await dropped]).toMatchObject([
      ['first 1', 'second 2', 'third 2950000', 'behind 130000'],
      { kind: 'interrupted' },
    ]);
  });

  describe('parameters', () => {
    test('variables keep their types', async () => {
      await engine.exec(
        "set variable day = timestamp '2026-01-05 14:30:00.123456'; set variable channels = ['email', 'chat']; set variable nothing = null; set variable amount = 1.50::decimal(4,2); set variable quoted = 'O''Hara'",
      );
      const table = await engine.query(
        "select getvariable('day') as day, getvariable('channels') as channels, getvariable('nothing') is null as nothing, getvariable('amount') as amount, getvariable('quoted') as quoted, list_contains(getvariable('channels'), 'chat') as has",
      );
      expect(rowsOf(table)).toEqual([
        {
          day: 1767623400123456n,
          channels: ['email', 'chat'],
          nothing: true,
          amount: '1.50',
          quoted: "O'Hara",
          has: true,
        },
      ]);
      expect(table.columns.slice(0, 2).map((column) => column.type)).toEqual(['TIMESTAMP', 'VARCHAR[]']);
    });
  });

  describe('insert', () => {
    test('every type goes in as it came out', async () => {
      const columns = everyType.map(({ sql }, i) => `${sql} as c${i}`).join(', ');
      await engine.exec(`create or replace table copied as select ${columns} where false`);
      const batch = await engine.query(
        `select ${columns} union all select ${everyType.map(() => 'null').join(', ')}`,
      );
      expect(await engine.insert('copied', [batch, batch])).toBe(4);
      const read = await engine.query('select * from copied order by rowid');
      expect(rowsOf(read)).toEqual([...rowsOf(batch), ...rowsOf(batch)]);
    });

    test('rows are cast to the table’s types, by the order of the columns', async () => {
      await engine.exec(
        'create schema if not exists base; create or replace table base."odd name" (day date, n bigint, score decimal(9,2))',
      );
      const batch = tableFrom([
        { name: 'n', type: 'VARCHAR', values: ['2026-01-05', null] },
        { name: 'day', type: 'INTEGER', values: [7, 8] },
        { name: 'x', type: 'DOUBLE', values: [1.5, null] },
      ]);
      expect(await engine.insert(`base.${quoteIdentifier('odd name')}`, [batch])).toBe(2);
      expect(await rows('select * from base."odd name" order by n')).toEqual([
        { day: 20458, n: 7n, score: '1.50' },
        { day: null, n: 8n, score: null },
      ]);
    });

    test('many rows arrive from a stream, or none of them', async () => {
      await engine.exec('create or replace table streamed (i int)');
      const good = tableFrom([
        { name: 'i', type: 'VARCHAR', values: Array.from({ length: 5000 }, (_, i) => String(i)) },
      ]);
      const bad = tableFrom([{ name: 'i', type: 'VARCHAR', values: ['not a number'] }]);
      expect(await failureOf(engine.insert('streamed', [good, bad]))).toMatchObject({ kind: 'conversion' });
      expect(await rows('select count(*)::int as n from streamed')).toEqual([{ n: 0 }]);
      expect(await engine.insert('streamed', stream([good, good]))).toBe(10000);
      expect(await rows('select count(*)::int as n, max(i) as last from streamed')).toEqual([
        { n: 10000, last: 4999 },
      ]);
    });

    test('a batch of another width is refused', async () => {
      const batch = tableFrom([
        { name: 'a', type: 'INTEGER', values: [1] },
        { name: 'b', type: 'INTEGER', values: [1] },
      ]);
      await expect(engine.insert('streamed', [batch])).rejects.toMatchObject({
        text: { code: 'engine.insertColumns' },
      });
    });
  });

  describe('files', () => {
    test('a registered file is read by its path until it is released', async () => {
      const file = await engine.register(new Blob(['nome;n\n"São [Paulo]";1\n']), "weird [1]*é's name.csv");
      expect(await rows(`select * from read_csv(${quoteLiteral(file.path)}, delim = ';')`)).toEqual([
        { nome: 'São [Paulo]', n: 1n },
      ]);
      await file.release();
      expect(await failure(`select * from read_csv(${quoteLiteral(file.path)})`)).toBeInstanceOf(QueryError);
    });

    test('fifty megabytes are streamed', async () => {
      const line = `${'x'.repeat(96)},42\n`;
      const part = line.repeat(5243);
      const blob = new Blob(['text,n\n', ...Array.from({ length: 100 }, () => part)]);
      expect(blob.size).toBeGreaterThan(50e6);
      const file = await engine.register(blob, 'large.csv');
      expect(
        await rows(`select count(*)::int as n, sum(n)::int as s from read_csv(${quoteLiteral(file.path)})`),
      ).toEqual([{ n: 524300, s: 524300 * 42 }]);
      await file.release();
    });
  });

  describe('locked', () => {
    test('the configuration cannot change, books and variables go on', async () => {
      await engine.exec('create or replace table ticket as select 1 as id');
      await engine.lock();
      expect(await failure('set threads = 1')).toBeInstanceOf(QueryError);
      const main = quoteIdentifier(engine.database);
      const path = quoteLiteral(`book_1.main,${engine.database}.main`);
      await engine.exec(`attach ':memory:' as book_1; set search_path = ${path}; set variable x = 5`);
      await engine.exec(
        "create or replace table result as select id + getvariable('x') as n from ticket; create view v as select * from result",
      );
      expect(
        await rows(
          `select (select n from v) as n, (select count(*)::int from ${main}.main.ticket) as tickets`,
        ),
      ).toEqual([{ n: 6, tickets: 1 }]);
      await engine.insert('result', [tableFrom([{ name: 'n', type: 'INTEGER', values: [9] }])]);
      expect(await rows('select n from result order by n')).toEqual([{ n: 6 }, { n: 9 }]);
      await engine.exec(`set search_path = ${quoteLiteral(`${engine.database}.main`)}; detach book_1`);
      expect(await failure('select * from book_1.main.result')).toMatchObject({ kind: 'binder' });
    });
  });
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

async function* stream(batches: readonly Table[]): AsyncIterable<Table> {
  for (const batch of batches) yield await Promise.resolve(batch);
}
