import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { jsonRows } from '#export';
import { asOf } from '#import';
import { findKpi } from '#kpi';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { fill } from '../kpi/world.ts';
import { sampleEngine } from '../support/sample-engine.ts';

let sample: Engine;
let small: Engine;
beforeAll(async () => {
  sample = await sampleEngine();
  small = await openNodeEngine({ threads: 1 });
}, 120_000);
afterAll(() => small.close());

let books = 0;

/** The rows of each named table of a notebook. */
async function tablesOf(engine: Engine, file: string, now: string | null) {
  const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
  const runtime = new Runtime(engine, { book: `book_${++books}`, notebook, asOf: now });
  await runtime.runAll();
  const tables = notebook.cells.flatMap(({ id, name }) => {
    const state = runtime.state(id);
    return state.status === 'done' && state.output.kind === 'table'
      ? [[name ?? '', jsonRows(state.output.firstPage)] as const]
      : [];
  });
  await runtime.close();
  return new Map(tables);
}

describe('the table by channel', () => {
  let tables: Awaited<ReturnType<typeof tablesOf>>;
  beforeAll(async () => {
    tables = await tablesOf(sample, 'service-report.md', await asOf(sample));
  });
  const column = (table: string, name: string) =>
    new Map((tables.get(table) ?? []).map((row) => [row['channel'], row[name]]));
  const total = (name: string) =>
    (tables.get('by_channel') ?? []).reduce((sum, row) => sum + Number(row[name]), 0);
  const headline = (name: string) => tables.get(name)?.[0]?.['value'];

  test('has the tickets and the satisfaction of the KPIs’ own breakdowns', () => {
    expect(column('channels', 'value').size).toBe(7);
    expect(column('by_channel', 'tickets')).toEqual(column('channels', 'value'));
    expect(column('by_channel', 'csat')).toEqual(column('csat_by_channel', 'value'));
    expect(column('by_channel', 'answers')).toEqual(column('csat_by_channel', 'n'));
  });

  test('adds up to the headlines', () => {
    expect(['tickets', 'resolved', 'contacts', 'unresolved'].map(total)).toEqual(
      ['tickets_created', 'tickets_resolved', 'contacts_handled', 'unresolved_tickets'].map(headline),
    );
  });
});

test.each([
  [
    'service-report.md',
    '28 tickets opened, 4.0 a day: 100.0% more a day than the week before; no numbers for that week a year before.',
    'The data hold no whole month.',
  ],
  [
    'pt-BR/ecommerce-metrics.md',
    '28 tickets abertos, 4,0 por dia: 100,0% a mais por dia do que a semana anterior; sem números para a mesma semana do ano anterior.',
    'Os dados não têm nenhum mês completo.',
  ],
])(
  '%s compares the last whole week with the one before, and says what it does not know',
  async (file, week, month) => {
    // Two a day from Monday 16 February on, then four a day until Sunday 1 March: February began before the data.
    const days = Array.from({ length: 14 }, (_, day) => (day < 7 ? [day, day] : [day, day, day, day])).flat();
    const values = days.map((day, id) => `('${id}', timestamp '2026-02-16 12:00' + interval ${day} day)`);
    await fill(small, { tickets: { columns: 'ticket_id, created_at', values: values.join(', ') } });
    const tables = await tablesOf(small, file, '2026-03-01 12:00:00');
    expect(tables.get('compared_said')).toEqual([{ week, month }]);
  },
);

test.each(['ecommerce-metrics.md', 'service-quality.md'])(
  '%s begins with the catalogue’s targets',
  (file) => {
    const { cells } = parse(readFileSync(`notebooks/${file}`, 'utf8')).notebook;
    const source = cells.find(({ name }) => name === 'targets_reached')?.source ?? '';
    const rows = [...source.matchAll(/\('(\w+)', '[^']*', '(up|down)', .*::double, (\S+)\)/g)];
    expect(rows.length).toBeGreaterThan(5);
    expect(
      rows.map(([, id, better, start]) => [id, better, start === 'null' ? null : Number(start)]),
    ).toEqual(
      rows.map(([, id = '']) => {
        const kpi = findKpi(id);
        return [id, kpi?.better, kpi?.target?.value ?? null];
      }),
    );
  },
);
