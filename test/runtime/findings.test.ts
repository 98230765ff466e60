import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { findKpi, judgedMember, kpiCell, type KpiCellOptions } from '#kpi';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { dayMs, msToWallClock } from '#time';
import { fill } from '../kpi/world.ts';

const monday = Date.UTC(2026, 0, 5);
const dayAt = (index: number): string => msToWallClock(monday + index * dayMs).slice(0, 10);
const twenty = Array.from({ length: 20 }, (_, index) => index);

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  // Twenty tickets a day for ten weeks, of which none came on days 31, 58, 63, 65 and 66.
  const quiet = [31, 58, 63, 65, 66];
  const days = Array.from({ length: 70 }, (_, index) => index).filter((index) => !quiet.includes(index));
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel, created_at',
      values: days
        .flatMap((day) =>
          twenty.map(
            (each) => `('${day}/${each}', '${each < 15 ? 'email' : 'chat'}', '${dayAt(day)} 10:00')`,
          ),
        )
        .join(', '),
    },
    targets: {
      columns: 'kpi, member, from_at, to_at, value',
      values: `('tickets_created', 'email', '${dayAt(56)}', '${dayAt(69)}', 100), ('tickets_created', null, '${dayAt(56)}', '${dayAt(69)}', 300)`,
    },
  });
});
afterAll(() => engine.close());

let books = 0;

/** What is found in a cell as the catalogue writes it, or as it was changed. */
async function findings(options: KpiCellOptions, edit: (text: string) => string = (text) => text) {
  const text = edit(kpiCell(findKpi('tickets_created')!, { name: 'a', ...options }).text);
  const { notebook } = parse(`---\nperiod: ${dayAt(56)}..${dayAt(70)}\n---\n\n${text}`);
  const runtime = new Runtime(engine, {
    book: `findings_${(books += 1)}`,
    notebook,
    asOf: `${dayAt(69)} 23:00:00`,
    now: () => 0,
  });
  await runtime.runAll();
  const state = runtime.state(notebook.cells[0]!.id);
  await runtime.close();
  if (state.status !== 'done' || state.output.kind !== 'table') throw new Error(state.status);
  return state.output.findings;
}

const daysOf = async (...asked: Parameters<typeof findings>) =>
  (await findings(...asked))?.unusual.map(({ day, value, expected, direction }) => [
    day,
    value,
    expected,
    direction,
  ]);

describe('a KPI cell tells', () => {
  const found = [
    [dayAt(66), 0, 20, 'down'],
    [dayAt(65), 0, 20, 'down'],
    [dayAt(63), 0, 20, 'down'],
    [dayAt(58), 0, 20, 'down'],
  ];

  test('the unusual days of its period, by day and as a headline', async () => {
    expect([await daysOf({ shape: 'trend', grain: 'day' }), await daysOf({ shape: 'headline' })]).toEqual([
      found,
      found,
    ]);
  });

  test('those of the last eight weeks where it goes by no period', async () => {
    // Day 31 is one of them, for four weeks lie before it; the first day of the data is taken as incomplete.
    expect(await daysOf({ shape: 'trend', grain: 'day', withPeriod: false })).toEqual([
      ...found,
      [dayAt(31), 0, 20, 'down'],
    ]);
  });

  test('nothing of a headline without a period, of weeks, of several lines, or of what was changed', async () => {
    expect([
      await findings({ shape: 'headline', withPeriod: false }),
      await findings({ shape: 'trend', grain: 'week' }),
      await findings({ shape: 'trend', grain: 'day', by: 'channel' }),
      await findings({ shape: 'trend', grain: 'day' }, (text) =>
        text.replace('coalesce(value, 0) as n', '1 as n'),
      ),
    ]).toEqual([null, null, null, null]);
  });

  test('the targets of a breakdown’s members', async () => {
    const targets = (await findings({ shape: 'breakdown', by: 'channel' }))?.targets;
    const { met, standing, gone } = (targets && judgedMember(targets, 'email', 150)) ?? {};
    expect([met, standing, gone, targets && judgedMember(targets, 'chat', 50)]).toEqual([
      null,
      'judged',
      null,
      null,
    ]);
  });

  test('why the data cannot give it, and what of it they can; its chart tells the same', async () => {
    const text = `${kpiCell(findKpi('first_response_time')!, { shape: 'trend', name: 'a' }).text}\n\`\`\`vega-lite chart of=a\n{"mark": "line"}\n\`\`\`\n`;
    const { notebook } = parse(text);
    const runtime = new Runtime(engine, { book: 'findings_cannot', notebook, asOf: null, now: () => 0 });
    await runtime.runAll();
    const [cell, chart] = notebook.cells.map(({ id }) => runtime.state(id));
    await runtime.close();
    const lacks = {
      reason: {
        code: 'kpi.needs.columns',
        params: { columns: 'tickets.first_response_seconds', count: 1 },
      },
      alternatives: [],
    };
    expect([
      cell?.status === 'done' && cell.output.kind === 'table' ? cell.output.cannot : cell,
      chart?.status === 'done' && chart.output.kind === 'chart' ? chart.output.data?.cannot : chart,
    ]).toEqual([lacks, lacks]);
  });

  test('what a cell says itself of having no rows, and nothing where it has some; its chart tells the same', async () => {
    const cell = (name: string, rows: number) =>
      `\`\`\`sql ${name} empty="Nobody wrote in."\nselect * from range(${rows})\n\`\`\`\n\n\`\`\`vega-lite ${name}_chart of=${name}\n{"mark": "line"}\n\`\`\`\n`;
    const { notebook } = parse(`${cell('none', 0)}\n${cell('some', 1)}`);
    const runtime = new Runtime(engine, { book: 'findings_empty', notebook, asOf: null, now: () => 0 });
    await runtime.runAll();
    const told = notebook.cells.map(({ id }) => {
      const state = runtime.state(id);
      if (state.status !== 'done') return state;
      const { output } = state;
      return output.kind === 'table' ? output.cannot : output.kind === 'chart' ? output.data?.cannot : output;
    });
    await runtime.close();
    const reason = {
      reason: { code: 'runtime.sql.empty', params: { reason: 'Nobody wrote in.' } },
      alternatives: [],
    };
    expect(told).toEqual([reason, reason, null, null]);
  });
});
