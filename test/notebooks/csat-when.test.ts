import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { jsonRows } from '#export';
import { asOf } from '#import';
import { say, type Locale } from '#messages';
import { parse, type Notebook } from '#notebook';
import { controlChart, writeSpec } from '#output';
import { Runtime } from '#runtime';
import { plantedCause } from '#sample';
import { sampleEngine } from '../support/sample-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await sampleEngine();
}, 120_000);

const notebooks: readonly (readonly [string, Locale])[] = [
  ['notebooks/csat-drop.md', 'en'],
  ['notebooks/pt-BR/csat-drop.md', 'pt-BR'],
];

let books = 0;

/** Runs a notebook: the rows of its cells by their names. */
async function ran(notebook: Notebook, locale: Locale) {
  const book = `when_${++books}`;
  const runtime = new Runtime(engine, { book, notebook, asOf: await asOf(engine), locale });
  await runtime.runAll();
  const found = new Map(
    notebook.cells.map(({ id, name }) => {
      const state = runtime.state(id);
      const isTable = state.status === 'done' && state.output.kind === 'table';
      return [name, isTable ? jsonRows(state.output.firstPage) : []] as const;
    }),
  );
  await runtime.close();
  return (name: string) => found.get(name) ?? [];
}

describe.each(notebooks)('%s', (file, locale) => {
  const { notebook } = parse(readFileSync(file, 'utf8'));

  test('dates the fall within its interval, and judges every day but those still coming in', async () => {
    const rowsOf = await ran(notebook, locale);
    const planted = plantedCause.from.slice(0, 10);
    const [since = {}] = rowsOf('since');
    const [from, to] = [String(since['began_from']), String(since['began_to'])];
    const standings = new Set(rowsOf('daily').map((row) => row['standing']));
    const late = rowsOf('arriving');
    const [said = {}] = rowsOf('arriving_said');
    const [began = {}] = rowsOf('since_said');
    const drawn = rowsOf('daily').filter((row) => row['began'] !== null);
    expect([from <= planted, planted <= to]).toEqual([true, true]);
    // Less than a quarter of the sixteen weeks.
    expect(Date.parse(to) - Date.parse(from)).toBeLessThan(28 * 86_400_000);
    // Forty answers a day stray by 6 points, three times that is more than the whole fell by: its days are not outside.
    expect(standings.has('usual')).toBe(true);
    expect(standings.has('arriving')).toBe(late.length > 0);
    expect(Number(said['days'])).toBe(late.length);
    expect(began['sentence']).toMatch(
      locale === 'en' ? /^Most likely beginning: \d\d Apr 2026/ : /^Começo mais provável: \d\d\/04\/2026/,
    );
    expect(drawn).toHaveLength(rowsOf('daily').length);
  });

  test('names and draws no beginning of a change that is no more than chance', async () => {
    const period = '2026-01-05..2026-03-02';
    const rowsOf = await ran({ ...notebook, meta: { ...notebook.meta, period } }, locale);
    const [said = {}] = rowsOf('since_said');
    const days = rowsOf('daily');
    expect(said['sentence']).toMatch(
      locale === 'en' ? /^The change is no more than chance/ : /^A mudança cabe no acaso/,
    );
    expect([days.length > 0, days.filter((row) => row['began'] !== null)]).toEqual([true, []]);
  });

  test('draws its days as an explanation does', () => {
    const chart = notebook.cells.find(({ name }) => name === 'daily_chart');
    const words = {
      value: 'CSAT',
      expected: say(locale, 'explaining.control.expected'),
      low: say(locale, 'explaining.control.low'),
      high: say(locale, 'explaining.control.high'),
      usual: say(locale, 'explaining.control.usual'),
      outside: say(locale, 'explaining.control.isOutside'),
      arriving: say(locale, 'explaining.control.isArriving'),
    };
    const spec = controlChart({ words, moment: 'columns', isPart: true, isCount: false });
    expect(chart?.source.trim()).toBe(writeSpec(spec).trim());
  });
});
