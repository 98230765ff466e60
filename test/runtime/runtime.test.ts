import { describe, expect, test } from 'vitest';
import type { CellSnapshot } from '#runtime';
import { rowsOf } from '#table';
import { Harness, sql } from './harness.ts';

const chain =
  sql('a', 'select count(*) as n from tickets') +
  sql('b', 'select n + 1 as m from a') +
  sql('c', 'select m * 10 as k from b');

describe('running', () => {
  test('a cell runs after the ancestors that have no result', async () => {
    const harness = await Harness.open(chain + sql('other', 'select 1'));
    await harness.run('c');
    expect(harness.outcomes('a', 'b', 'c', 'other')).toEqual([
      { value: ['3'] },
      { value: ['4'] },
      { value: ['40'] },
      'idle',
    ]);
  });

  test('ancestors with a current result are not run again', async () => {
    const harness = await Harness.open(chain);
    await harness.run('c');
    const before = harness.runtime.state(harness.id('a'));
    await harness.run('c');
    expect(harness.runtime.state(harness.id('a'))).toBe(before);
  });

  test('cells are ordered by what they read, not by where they stand', async () => {
    const harness = await Harness.open(sql('late', 'from early') + sql('early', 'select 7 as x'));
    await harness.runtime.runAll();
    expect(harness.outcomes('late', 'early')).toEqual([{ value: ['7'] }, { value: ['7'] }]);
  });

  test('two notebooks with cells of one name do not meet', async () => {
    const one = await Harness.open(sql('a', 'select 1 as x') + sql('b', 'from a'));
    const two = await Harness.open(sql('a', 'select 2 as x') + sql('b', 'from a'));
    await Promise.all([one.runtime.runAll(), two.runtime.runAll()]);
    expect([...one.outcomes('b'), ...two.outcomes('b')]).toEqual([{ value: ['1'] }, { value: ['2'] }]);
  });

  test('statements are run as they are, and what they make can be read', async () => {
    const harness = await Harness.open(
      sql('make', 'create table made as select 5 as x; insert into made values (6)') +
        sql('read', 'select sum(x) from made'),
    );
    await harness.run('read');
    expect(harness.outcomes('make', 'read')).toEqual([{ value: 2 }, { value: ['11'] }]);
  });

  test('prose and charts read results', async () => {
    const harness = await Harness.open(
      `${sql('a', "select 1234.5 as n, 'a *b*' as t")}Is {{a.n}}, {{a.T}}, {{a.none}}, \`{{a.n}}\`.\n\n\`\`\`vega-lite of=a\n{"mark": "bar"}\n\`\`\`\n`,
    );
    await harness.runtime.runAll();
    expect(harness.outcomes('c2', 'c3')).toEqual([
      { value: 'Is 1,234.5, a \\*b\\*, {{a.none}}, `{{a.n}}`.' },
      { value: 1 },
    ]);
    await harness.runtime.setLocale('pt-BR');
    expect(harness.outcomes('c2')).toEqual([{ value: 'Is 1.234,5, a \\*b\\*, {{a.none}}, `{{a.n}}`.' }]);
  });
});

describe('failing', () => {
  test('a failed cell is named by all that depend on it, and healing frees them', async () => {
    const harness = await Harness.open(chain);
    harness.setSource('a', 'select wrong from tickets');
    await harness.runtime.runAll();
    const culprit = harness.id('a');
    const blamed = { error: 'Not run, because the cell “a” failed.', from: culprit };
    expect(harness.outcomes('b', 'c')).toEqual([blamed, blamed]);
    harness.setSource('a', 'select 1 as n');
    await harness.run('a');
    expect(harness.outcomes('a', 'b', 'c')).toEqual([{ value: ['1'] }, 'idle', 'idle']);
  });

  test('an error is placed in the cell’s own text', async () => {
    const harness = await Harness.open(
      `${sql('a', 'select 1 as x;\nselect $period_start, missing_column from tickets')}`,
    );
    await harness.run('a');
    const state = harness.runtime.state(harness.id('a'));
    const source = harness.notebook.cells[0]!.source;
    const span = state.status === 'failed' ? state.error.span : null;
    expect(span && source.slice(span.from, span.to)).toBe('missing_column');
  });

  test('a circle, a repeated name and an unknown parameter are states that heal', async () => {
    const harness = await Harness.open(
      sql('a', 'from b') + sql('b', 'from a') + sql('d', 'select $unknown') + '```sql d\nselect 2\n```\n',
    );
    await harness.runtime.runAll();
    expect(harness.outcomes('a', 'b', 'c3', 'c4')).toEqual([
      { error: expect.stringContaining('a → b → a'), from: null },
      { error: expect.stringContaining('b → a → b'), from: null },
      { error: 'Two cells define “d”. Rename one of them.', from: 'c4' },
      { error: 'Two cells define “d”. Rename one of them.', from: 'c3' },
    ]);
    harness.edit({ kind: 'setName', id: 'c4', name: 'e' });
    harness.setSource('b', 'select 1 as x');
    expect(harness.outcomes('a', 'b', 'c3', 'e')).toEqual([
      'idle',
      'idle',
      {
        error: expect.stringContaining(
          'There is no “$unknown”. What exists: $period_start, $period_end, $as_of, $as_of_utc',
        ),
        from: null,
      },
      'idle',
    ]);
    await harness.run('a');
    expect(harness.outcomes('a')).toEqual([{ value: ['1'] }]);
  });

  test('what the page cannot run, and names of tables, are refused before the engine sees them', async () => {
    const harness = await Harness.open(
      sql('a', "select created_at at time zone 'UTC' from tickets") + sql('tickets', 'select 1'),
    );
    await harness.runtime.runAll();
    expect(harness.outcomes('a', 'tickets')).toEqual([
      { error: expect.stringContaining('no time zones'), from: null },
      { error: expect.stringContaining('“tickets” is the name of a table'), from: null },
    ]);
  });

  test('a cell that was deleted leaves nothing to be read by mistake', async () => {
    const harness = await Harness.open(chain);
    await harness.run('b');
    harness.edit({ kind: 'remove', id: harness.id('a') });
    expect(harness.outcomes('b')).toEqual([
      { error: expect.stringContaining('no cell or table called “a”'), from: null },
    ]);
  });
});

describe('staleness', () => {
  test('follows text and results, and heals when the text is as it was', async () => {
    const harness = await Harness.open(chain);
    await harness.runtime.runAll();
    expect(harness.stale()).toEqual([]);
    harness.setSource('b', 'select n + 2 as m from a');
    expect(harness.stale()).toEqual(['b', 'c']);
    harness.setSource('b', 'select n + 1 as m from a');
    expect(harness.stale()).toEqual([]);
    await harness.run('a');
    expect(harness.stale()).toEqual(['b', 'c']);
    await harness.runtime.runStale();
    expect(harness.stale()).toEqual([]);
  });

  test('a change of the data concerns what reads it', async () => {
    const harness = await Harness.open(`${chain}Words.\n`);
    await harness.runtime.runAll();
    harness.runtime.touchData();
    expect(harness.stale()).toEqual(['a', 'b', 'c']);
  });
});

describe('inputs, period, scope', () => {
  const text = `\`\`\`input channel\ntype: select\noptions: select distinct channel from tickets order by 1\n\`\`\`\n\n${sql('chosen', 'select count(*) as n from tickets where $channel is null or channel = $channel')}${sql('reader', 'select n * 2 as d from chosen')}${sql('apart', 'select 1 as x')}`;

  test('a change runs what depends on it and nothing else', async () => {
    const harness = await Harness.open(text);
    await harness.run('reader', 'apart');
    const apart = harness.runtime.state(harness.id('apart'));
    expect(harness.outcomes('channel', 'chosen', 'reader')).toEqual([
      { value: { channel: 'NULL::VARCHAR' } },
      { value: ['3'] },
      { value: ['6'] },
    ]);
    await harness.runtime.setInput('channel', 'chat');
    expect(harness.outcomes('channel', 'chosen', 'reader')).toEqual([
      { value: { channel: "'chat'::VARCHAR" } },
      { value: ['2'] },
      { value: ['4'] },
    ]);
    expect(harness.runtime.state(harness.id('apart'))).toBe(apart);
    expect(harness.stale()).toEqual([]);
  });

  test('what was never run is not run by a change', async () => {
    const harness = await Harness.open(text);
    await harness.runtime.setInput('channel', 'chat');
    expect(harness.outcomes('channel', 'chosen')).toEqual(['idle', 'idle']);
    await harness.run('chosen');
    expect(harness.outcomes('chosen')).toEqual([{ value: ['2'] }]);
  });

  test('what was chosen in a result runs all that reads it', async () => {
    const harness = await Harness.open(text);
    await harness.runtime.setInput('Channel', 'chat', 'all');
    expect(harness.outcomes('channel', 'chosen', 'reader', 'apart')).toEqual([
      { value: { channel: "'chat'::VARCHAR" } },
      { value: ['2'] },
      { value: ['4'] },
      'idle',
    ]);
  });

  test('the period of the front matter has values in SQL', async () => {
    const harness = await Harness.open(
      `---\nperiod: last 9 days\n---\n${sql('a', 'select $period_start::varchar, $period_end::varchar, count(*) from tickets where created_at >= $period_start')}${sql('b', 'select 1')}`,
    );
    await harness.runtime.runAll();
    expect(harness.outcomes('a')).toEqual([{ value: ['2026-03-02 00:00:00 2026-03-11 00:00:00 1'] }]);
    const b = harness.runtime.state(harness.id('b'));
    harness.edit({ kind: 'setMeta', key: 'period', value: undefined });
    await harness.runtime.runAgain();
    expect(harness.outcomes('a')).toEqual([{ value: ['-infinity infinity 2'] }]);
    expect(harness.runtime.state(harness.id('b'))).toBe(b);
  });

  test('a week begins with the day that is set, in the period and in inputs', async () => {
    const harness = await Harness.open(
      `---\nperiod: this week\n---\n${sql('a', 'select $period_start::date::varchar, $when_start::date::varchar')}\`\`\`input when\ntype: period\ndefault: previous week\n\`\`\`\n`,
      { weekStart: 7 },
    );
    await harness.runtime.runAll();
    // The 10th of March 2026 is a Tuesday.
    expect(harness.outcomes('a')).toEqual([{ value: ['2026-03-08 2026-03-01'] }]);
    harness.runtime.setWeekStart(1);
    expect([harness.runtime.period.wholeTo, harness.stale()]).toEqual(['2026-03-16 00:00:00', ['a', 'when']]);
    await harness.runtime.runAgain();
    expect(harness.outcomes('a')).toEqual([{ value: ['2026-03-09 2026-03-02'] }]);
  });

  test('the as-of instant is known in UTC to the cell that asks for it', async () => {
    const asked: (string | null)[] = [];
    const harness = await Harness.open(
      `${sql('a', 'select $as_of::varchar, $As_of_utc::varchar')}${sql('b', 'select $as_of::varchar')}`,
      {
        asOfUtc: (asOf) => {
          asked.push(asOf);
          return Promise.resolve('2026-03-10 15:00:00');
        },
      },
    );
    await harness.runtime.runAll();
    expect(harness.outcomes('a', 'b')).toEqual([
      { value: ['2026-03-10 12:00:00 2026-03-10 15:00:00'] },
      { value: ['2026-03-10 12:00:00'] },
    ]);
    expect(asked).toEqual(['2026-03-10 12:00:00']);
    harness.edit({ kind: 'setMeta', key: 'as_of', value: '2026-03-01 00:00:00' });
    expect(harness.stale()).toEqual(['a', 'b']);
  });

  test('filters scope the tables', async () => {
    const harness = await Harness.open(`---\nfilters: {channel: [email]}\n---\n${chain}`);
    await harness.runtime.runAll();
    expect(harness.outcomes('c')).toEqual([{ value: ['20'] }]);
    harness.edit({ kind: 'setMeta', key: 'filters', value: { channel: ['chat'] } });
    await harness.runtime.runAgain();
    expect(harness.outcomes('c')).toEqual([{ value: ['30'] }]);
    harness.edit({ kind: 'setMeta', key: 'filters', value: undefined });
    expect(harness.stale()).toEqual(['a', 'b', 'c']);
    await harness.runtime.runAgain();
    expect(harness.outcomes('c')).toEqual([{ value: ['40'] }]);
    expect(harness.scopes).toEqual([{ channel: ['email'] }, { channel: ['chat'] }, {}]);
  });
});

describe('observing and stopping', () => {
  test('an observer sees each state once, in order', async () => {
    const harness = await Harness.open(chain);
    const seen: string[] = [];
    const dispose = harness.runtime.observe(harness.id('b'), ({ state }: CellSnapshot) =>
      seen.push(state.status),
    );
    await harness.runtime.runAll();
    dispose();
    await harness.runtime.runAll();
    expect(seen).toEqual(['idle', 'waiting', 'running', 'done']);
  });

  test('stop gives up the running query and leaves earlier results as they were', async () => {
    const harness = await Harness.open(sql('slow', 'select 1 as x') + sql('after', 'from slow'));
    await harness.runtime.runAll();
    harness.setSource('slow', 'select count(*) as x from range(1000000000) a, range(100) b');
    const running = harness.runtime.runAll();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(harness.outcomes('slow', 'after')).toEqual(['running', 'waiting']);
    harness.runtime.stop();
    await running;
    expect(harness.outcomes('slow', 'after')).toEqual([{ value: ['1'] }, { value: ['1'] }]);
    expect(harness.stale()).toEqual(['slow', 'after']);
  });

  test('a cell asked for again while it runs gives the later text’s result', async () => {
    const harness = await Harness.open(
      sql('slow', 'select count(*) as x from range(100000000) a, range(50) b'),
    );
    const first = harness.runtime.runAll();
    await new Promise((resolve) => setTimeout(resolve, 50));
    harness.setSource('slow', 'select 2 as x');
    await Promise.all([first, harness.runtime.runAll()]);
    expect(harness.outcomes('slow')).toEqual([{ value: ['2'] }]);
    expect(harness.stale()).toEqual([]);
  });

  test('closing stops, lets the book go and runs nothing more', async () => {
    const harness = await Harness.open(chain);
    await harness.runtime.runAll();
    await harness.runtime.close();
    await harness.runtime.runAll();
    await harness.runtime.close();
    const databases = await harness.engine.query('select database_name from duckdb_databases()');
    const names = rowsOf(databases).map((row) => row['database_name']);
    expect([names.includes(harness.book), harness.outcomes('a')]).toEqual([false, [{ value: ['3'] }]]);
  });
});

describe('pages', () => {
  test('cover every row once, whatever the order', async () => {
    const harness = await Harness.open(
      sql('many', 'select i, i % 3 as three from range(10) r(i) order by i desc'),
    );
    await harness.run('many');
    const state = harness.runtime.state(harness.id('many'));
    const relation = state.status === 'done' && state.output.kind === 'table' ? state.output.relation! : '';
    const pages = async (request: object) => {
      const tables = await Promise.all(
        [0, 4, 8].map((offset) => harness.runtime.page(relation, { offset, limit: 4, ...request })),
      );
      return tables.flatMap((table) =>
        Array.from({ length: table.rowCount }, (_, row) => Number(table.columns[0]!.at(row))),
      );
    };
    expect(await pages({})).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await pages({ orderBy: [{ column: 'three', descending: true }] })).toEqual([
      8, 5, 2, 7, 4, 1, 9, 6, 3, 0,
    ]);
    const filter = [{ column: 'i', type: 'BIGINT', comparison: 'atLeast', value: 7 }] as const;
    expect(await pages({ filter })).toEqual([9, 8, 7]);
  });

  test('a result over the limit is a view that its readers compute again', async () => {
    const text = `\`\`\`input least\ntype: number\ndefault: 5\n\`\`\`\n\n${sql('many', 'select i from range(1000) r(i) where i >= $least')}${sql('read', 'select min(i) as x, count(*) as n from many')}`;
    const harness = await Harness.open(text, { maxRows: 100 });
    await harness.run('read');
    const state = harness.runtime.state(harness.id('many'));
    const output = state.status === 'done' && state.output.kind === 'table' ? state.output : null;
    expect([output?.storedAs, output?.rowCount, output?.note?.code, harness.outcomes('read')]).toEqual([
      'view',
      995,
      'runtime.result.notKept',
      [{ value: ['5 995'] }],
    ]);
    const page = await harness.runtime.page(output?.relation ?? '', { offset: 990, limit: 10 });
    expect(page.rowCount).toBe(5);
    await harness.runtime.setInput('least', 995);
    expect(harness.outcomes('many', 'read')).toEqual([
      { value: ['995', '996', '997', '998', '999'] },
      { value: ['995 5'] },
    ]);
  });
});
