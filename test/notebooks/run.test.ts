import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { jsonRows } from '#export';
import { asOf, prepareDatabase } from '#import';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { plantedCause } from '#sample';
import { openSampleEngine } from '../support/sample-engine.ts';

let sample: Engine;
let nothing: Engine;
beforeAll(async () => {
  sample = await openSampleEngine();
  nothing = await openNodeEngine();
  await prepareDatabase(nothing);
}, 120_000);
afterAll(() => Promise.all([sample.close(), nothing.close()]));

let books = 0;

interface Ran {
  /** Cells that failed, and why. */
  readonly failed: readonly unknown[];
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

describe.each(files)('notebooks/%s', (file) => {
  test('runs on the sample without a failed cell', async () => {
    expect((await run(sample, file)).failed).toEqual([]);
  });

  test('runs on all of the sample when no period is chosen', async () => {
    expect((await run(sample, file, 'all')).failed).toEqual([]);
  });

  test('runs on nothing at all, and says nothing it does not know', async () => {
    const { failed, prose } = await run(nothing, file);
    expect(failed).toEqual([]);
    expect(prose).not.toMatch(/\{\{|NaN|undefined|Infinity/);
  });
});

describe.each(['csat-drop.md', 'pt-BR/csat-drop.md'])('%s on the sample', (file) => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await run(sample, file);
  });
  const first = (name: string) => ran.tables[name]?.[0] ?? {};

  test('sees that the fall is real', () => {
    const { change, margin } = first('change');
    expect(Number(change)).toBeLessThan(-0.05);
    expect(Math.abs(Number(change))).toBeGreaterThan(2 * Number(margin));
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
