import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { jsonRows } from '#export';
import { asOf } from '#import';
import { say, type Locale } from '#messages';
import { parse } from '#notebook';
import { controlChart, writeSpec } from '#output';
import { Runtime } from '#runtime';
import { plantedCause } from '#sample';
import { openSampleEngine } from '../support/sample-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSampleEngine();
}, 120_000);
afterAll(() => engine.close());

const notebooks: readonly (readonly [string, Locale])[] = [
  ['notebooks/csat-drop.md', 'en'],
  ['notebooks/pt-BR/csat-drop.md', 'pt-BR'],
];

describe.each(notebooks)('%s', (file, locale) => {
  const { notebook } = parse(readFileSync(file, 'utf8'));

  test('dates the fall within its interval, and judges every day but those still coming in', async () => {
    const runtime = new Runtime(engine, {
      book: `when_${locale.replace('-', '_')}`,
      notebook,
      asOf: await asOf(engine),
      locale,
    });
    await runtime.runAll();
    const rowsOf = (name: string) => {
      const cell = notebook.cells.find((each) => each.name === name);
      const state = cell && runtime.state(cell.id);
      return state?.status === 'done' && state.output.kind === 'table'
        ? jsonRows(state.output.firstPage)
        : [];
    };
    const planted = plantedCause.from.slice(0, 10);
    const [since = {}] = rowsOf('since');
    const [from, to] = [String(since['began_from']), String(since['began_to'])];
    const standings = new Set(rowsOf('daily').map((row) => row['standing']));
    const late = rowsOf('arriving');
    const [said = {}] = rowsOf('arriving_said');
    await runtime.close();
    expect([from <= planted, planted <= to]).toEqual([true, true]);
    // Less than a quarter of the sixteen weeks.
    expect(Date.parse(to) - Date.parse(from)).toBeLessThan(28 * 86_400_000);
    // Forty answers a day stray by 6 points, three times that is more than the whole fell by: its days are not outside.
    expect(standings.has('usual')).toBe(true);
    expect(standings.has('arriving')).toBe(late.length > 0);
    expect(Number(said['days'])).toBe(late.length);
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
