import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { explain } from '#explain';
import { jsonRows } from '#export';
import { asOf, prepareDatabase } from '#import';
import { findKpi } from '#kpi';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { plantedCause } from '#sample';
import { fill } from '../kpi/world.ts';
import { isInFull } from '../support/in-full.ts';
import { sampleEngine } from '../support/sample-engine.ts';

let sample: Engine;
let nothing: Engine;
beforeAll(async () => {
  sample = await sampleEngine();
  nothing = await openNodeEngine({ threads: 1 });
  await prepareDatabase(nothing);
}, 120_000);
afterAll(() => nothing.close());

let books = 0;

interface Ran {
  /** Cells that failed, and why. */
  readonly failed: readonly unknown[];
  /** Tables without a row that do not say why. */
  readonly silent: readonly string[];
  /** The rows of each named table. */
  readonly tables: Readonly<Record<string, ReturnType<typeof jsonRows>>>;
  /** The prose with its values filled in. */
  readonly prose: string;
}

async function run(engine: Engine, file: string, period?: string): Promise<Ran> {
  const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
  const asked = period === undefined ? notebook : { ...notebook, meta: { ...notebook.meta, period } };
  const runtime = new Runtime(engine, { book: `book_${++books}`, notebook: asked, asOf: await asOf(engine) });
  await runtime.runAll();
  const cells = asked.cells.map((cell) => ({ cell, state: runtime.state(cell.id) }));
  const ran = {
    failed: cells.flatMap(({ cell, state }) =>
      state.status === 'done' ? [] : [[cell.name ?? cell.source, state]],
    ),
    silent: cells.flatMap(({ cell, state }) =>
      state.status === 'done' &&
      state.output.kind === 'table' &&
      state.output.rowCount === 0 &&
      !state.output.cannot
        ? [cell.name ?? cell.source]
        : [],
    ),
    tables: Object.fromEntries(
      cells.flatMap(({ cell, state }) =>
        state.status === 'done' && state.output.kind === 'table'
          ? [[cell.name ?? '', jsonRows(state.output.firstPage)]]
          : [],
      ),
    ),
    prose: cells
      .flatMap(({ state }) =>
        state.status === 'done' && state.output.kind === 'markdown' ? [state.output.source] : [],
      )
      .join('\n'),
  };
  await runtime.close();
  return ran;
}

const files = readdirSync('notebooks', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

/** What each notebook gives on the sample, run when first asked for. */
const onSample = new Map<string, Promise<Ran>>();

function ranOnSample(file: string): Promise<Ran> {
  const ran = onSample.get(file) ?? run(sample, file);
  onSample.set(file, ran);
  return ran;
}

describe.each(files)('notebooks/%s', (file) => {
  test('runs on the sample without a failed cell', async () => {
    expect((await ranOnSample(file)).failed).toEqual([]);
  });

  // Both languages ask the same of the data: one is enough, but in full.
  if (isInFull || !file.startsWith('pt-BR'))
    test('runs on all of the sample when no period is chosen', async () => {
      expect((await run(sample, file, 'all')).failed).toEqual([]);
    });

  test('runs on nothing at all: a cell without rows says why, and nothing says what it does not know', async () => {
    const { failed, silent, prose } = await run(nothing, file);
    expect([failed, silent]).toEqual([[], []]);
    expect(prose).not.toMatch(/\{\{|NaN|undefined|Infinity/);
  });
});

describe.each(['csat-drop.md', 'pt-BR/csat-drop.md'])('%s on the sample', (file) => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await ranOnSample(file);
  });
  const first = (name: string) => ran.tables[name]?.[0] ?? {};

  test('sees that the fall is real', () => {
    const { change, change_high } = first('change');
    expect(Number(change)).toBeLessThan(-0.05);
    expect(Number(change_high)).toBeLessThan(-0.02);
  });

  test('dates it to the Monday it began', () => {
    expect(first('began')['week']).toBe(plantedCause.from.slice(0, 10));
  });

  test('names the planted segment, and nothing else', () => {
    const { type, channel, site } = plantedCause.segment;
    const { dimension_1, segment_1, dimension_2, segment_2 } = first('pairs');
    const planted = { channel, site, type };
    expect(planted).toMatchObject({ [String(dimension_1)]: segment_1, [String(dimension_2)]: segment_2 });
    const worst = Object.fromEntries(
      (ran.tables['worst'] ?? []).map((row) => [row['dimension'], row['segment']]),
    );
    expect(worst).toEqual(planted);
    const shown = (ran.tables['where_it_is'] ?? []).slice(0, 3).map((row) => row['segment']);
    expect(new Set(shown)).toEqual(new Set([type, channel, site]));
  });

  test('does not take the decoy for a cause', () => {
    const decoy = (ran.tables['segments'] ?? []).find((row) => row['segment'] === plantedCause.decoy.channel);
    expect(Number(decoy?.['share_after']) / Number(decoy?.['share_before'])).toBeGreaterThan(1.3);
    expect(Math.abs(Number(decoy?.['mix']))).toBeLessThan(0.005);
  });

  test('adds up: mix and rate of every dimension are the change', () => {
    const rows = ran.tables['adds_up'] ?? [];
    expect(rows.map((row) => row['dimension'])).toEqual([
      'agent',
      'channel',
      'intent',
      'language',
      'priority',
      'site',
      'team',
      'type',
    ]);
    for (const row of rows) {
      expect(row['residual']).toBe(0);
      expect(Number(row['mix']) + Number(row['rate'])).toBeCloseTo(Number(first('change')['change']), 12);
    }
  });

  test('shows what is new there, and what customers say of it', () => {
    expect(first('tags')).toMatchObject({ tag: plantedCause.tag, n_before: 0 });
    const words = (ran.tables['words'] ?? []).slice(0, 2).map((row) => row['word']);
    expect(new Set(words)).toEqual(new Set(plantedCause.words));
    expect(ran.tables['comments']?.length).toBeGreaterThan(20);
  });

  test('writes its sentences from its numbers', () => {
    expect(ran.prose).toContain(String(first('worst_summary')['name']));
    expect(ran.prose).not.toMatch(/\{\{/);
  });
});

describe('the verdict of the investigation', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine({ threads: 1 });
  });
  afterAll(() => engine.close());

  async function verdict(before: readonly number[], after: readonly number[], period?: string) {
    const answers = [
      ...before.map((score) => ['2026-01-10 12:00', score] as const),
      ...after.map((score) => ['2026-02-10 12:00', score] as const),
    ];
    await fill(engine, {
      ratings: {
        columns: 'rating_id, kind, rated_at, sent_at, scale, score, bucket, is_latest',
        values: answers
          .map(
            ([at, score], index) =>
              `('${index}', 'csat', '${at}', '${at}', '1-5', ${score}, '${score >= 4 ? 'positive' : 'negative'}', true)`,
          )
          .join(', '),
      },
    });
    const ran = await run(engine, 'csat-drop.md', period ?? '2026-02-01..2026-03-01');
    expect(ran.failed).toEqual([]);
    return { change: ran.tables['change']?.[0], periods: ran.tables['periods']?.[0], prose: ran.prose };
  }

  test('one satisfied and then one who is not is no fall', async () => {
    const { change, prose } = await verdict([5], [1]);
    expect(change).toMatchObject({ change: -1, verdict: 'no more than chance' });
    expect(prose).toContain('no more than chance. There is nothing to explain.');
  });

  test('ten of ten and then none of ten is: Newcombe has −1 to −0.6075', async () => {
    const { change, prose } = await verdict(
      Array.from({ length: 10 }, () => 5),
      Array.from({ length: 10 }, () => 1),
    );
    expect(change).toMatchObject({ change: -1, change_low: -1, verdict: 'a real fall' });
    expect(Number(change?.['change_high'])).toBeCloseTo(-0.6075, 4);
    // Nothing says where: there is no segment to speak of.
    expect(prose).toContain('no segment has enough answers to look for its cause in');
    expect(prose).toContain('| **Moved most** | no segment that could be followed |');
    expect(prose).toContain('| **Without it** | there is no segment to leave out |');
  });

  test('a period without an end reaches to the last rating, and before is as long', async () => {
    const { periods, change } = await verdict([5], [1], '2026-02-01..');
    expect(periods).toMatchObject({
      before_from: '2026-01-22',
      before_to: '2026-01-31',
      after_from: '2026-02-01',
      after_to: '2026-02-10',
    });
    expect(change).toMatchObject({ change: null, verdict: 'no answers to compare' });
  });

  test('segments that vanish, that are new and that nobody named add up with the rest', async () => {
    // before: email 1 of 2, chat 1 of 1 (vanishes), nobody knows 0 of 1; after: email 1 of 1, sms 0 of 2 (new), nobody knows 1 of 1.
    const answers = [
      ['before', 'email', 5],
      ['before', 'email', 1],
      ['before', 'chat', 5],
      ['before', null, 1],
      ['after', 'email', 5],
      ['after', 'sms', 1],
      ['after', 'sms', 2],
      ['after', null, 4],
    ] as const;
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, channel, created_at',
        values: answers
          .map(
            ([, channel], index) =>
              `('${index}', ${channel === null ? 'null' : `'${channel}'`}, '2026-01-01')`,
          )
          .join(', '),
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, rated_at, scale, score, bucket, is_latest',
        values: answers
          .map(
            ([half, , score], index) =>
              `('${index}', '${index}', 'csat', '${half === 'before' ? '2026-01-10' : '2026-02-10'}', '1-5', ${score}, '${score >= 4 ? 'positive' : 'negative'}', true)`,
          )
          .join(', '),
      },
    });
    const { tables } = await run(engine, 'csat-drop.md', '2026-02-01..2026-03-01');
    const effects = (tables['segments'] ?? [])
      .filter(({ dimension }) => dimension === 'channel')
      .map(({ segment, mix, rate }) => [segment, mix, rate]);
    // Half were satisfied before and after: the middle is 0.5 and the parts cancel.
    expect(new Map(effects.map(([segment, ...parts]) => [segment, parts]))).toEqual(
      new Map<unknown, unknown[]>([
        ['chat', [-0.125, 0]],
        ['email', [-0.0625, 0.1875]],
        ['sms', [-0.25, 0]],
        ['(none)', [0, 0.25]],
      ]),
    );
    expect((tables['adds_up'] ?? []).map(({ residual }) => residual)).toEqual(Array(8).fill(0));
  });
});

test('why CSAT fell in the sample: the planted segment, since the planted day', async () => {
  const kpi = findKpi('csat');
  const { causes, changePoint } = await explain(sample, null, kpi!, {
    before: { from: '2026-03-16 00:00:00', to: '2026-04-13 00:00:00' },
    after: { from: '2026-04-13 00:00:00', to: '2026-05-11 00:00:00' },
  });
  const { channel, site } = plantedCause.segment;
  expect(causes.map(({ kind, dimension, member }) => [kind, dimension, member])).toEqual([
    ['rate', 'channel × site', `${channel} × ${site}`],
  ]);
  const [from = '', to = ''] = changePoint?.interval ?? [];
  const began = plantedCause.from.slice(0, 10);
  expect([from <= began, began <= to]).toEqual([true, true]);
});
