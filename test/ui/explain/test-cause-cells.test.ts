import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { jsonRows } from '#export';
import { findKpi } from '#kpi';
import type { Locale } from '#messages';
import { parse } from '#notebook';
import { unitsOfCell } from '#output';
import { Runtime } from '#runtime';
import { explainedText } from '../../../src/lib/ui/explain/explained-cells.ts';
import { testCells, type Affected } from '../../../src/lib/ui/explain/test-cause-cells.ts';
import { fill } from '../../kpi/world.ts';
import { plant } from '../../support/causes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

let books = 0;

interface Asked {
  readonly kpi: string;
  readonly affected: readonly Affected[];
  readonly day?: string;
  readonly locale?: Locale;
  readonly taken?: readonly string[];
}

/** Runs the cells of a test, and reads them as they are shown. */
async function written({ kpi: id, affected, day = '2026-03-30', locale = 'en', taken = [] }: Asked) {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  const cause = { kpi, variant: '', event: 'Release *4.2*', day, days: 28, affected };
  const { notebook, diagnostics } = parse(explainedText(testCells(cause, { locale, taken }), 'Test'));
  const runtime = new Runtime(engine, {
    book: `tested_${++books}`,
    notebook,
    asOf: '2026-04-27 00:00:00',
    locale,
    unitOf: (cell, column) => unitsOfCell(cell)[column],
  });
  await runtime.runAll();
  const ran = notebook.cells.map((cell) => ({ cell, state: runtime.state(cell.id) }));
  await runtime.close();
  const outputs = ran.flatMap(({ cell, state }) =>
    state.status === 'done' ? [{ cell, output: state.output }] : [],
  );
  return {
    problems: [...diagnostics, ...ran.filter(({ state }) => state.status !== 'done')],
    names: notebook.cells.flatMap(({ name }) => name ?? []),
    prose: outputs.flatMap(({ output }) => (output.kind === 'markdown' ? [output.source] : [])).join('\n\n'),
    rows: (name: string) =>
      outputs.flatMap(({ cell, output }) =>
        cell.name === name && output.kind === 'table' ? jsonRows(output.firstPage) : [],
      ),
  };
}

describe('the test of a cause', () => {
  test('becomes inputs, sentences out of its cells, and the SQL of each step; a planted cause is confirmed', async () => {
    const { world, causes, from } = plant('segment', 3);
    await fill(engine, world);
    const { dimension = '', member = '' } = causes[0] ?? {};
    const ran = await written({
      kpi: 'csat',
      day: from ?? '',
      affected: [{ dimension, members: [member ?? ''] }],
    });
    expect(ran.problems).toEqual([]);
    expect(ran.names).toEqual([
      'event_day',
      'event_days',
      `affected_${dimension}`,
      'cause_sides',
      'cause',
      'cause_before',
      'cause_rows',
      'cause_weeks',
    ]);
    const [found] = ran.rows('cause');
    expect(ran.prose).toContain('## Test a cause: Release \\*4.2\\*');
    expect(ran.prose).toContain('**Those affected fell against all others.**');
    expect(ran.prose).toContain(`**${String(found?.['points'])} pp**`);
    expect(ran.prose).not.toContain('{{');
    expect(ran.rows('cause_sides')).toHaveLength(8);
  });

  test('says that there is no clear difference, or nothing to compare, in the reader’s language', async () => {
    await fill(engine, plant('nothing', 3).world);
    const unclear = await written({
      kpi: 'csat',
      locale: 'pt-BR',
      affected: [{ dimension: 'channel', members: ['chat'] }],
    });
    expect(unclear.problems).toEqual([]);
    expect(unclear.prose).toContain('**Sem diferença clara: o intervalo contém o zero.**');
    const nothing = await written({ kpi: 'csat', affected: [{ dimension: 'channel', members: ['fax'] }] });
    expect(nothing.problems).toEqual([]);
    expect(nothing.prose).toContain('**Nothing to compare: one of the four groups has too few rows.**');
  });

  test('a count is compared by how much more it grew, a duration by its mean, two dimensions where both hold', async () => {
    await fill(engine, plant('mix', 1).world);
    const count = await written({ kpi: 'tickets_created', affected: [{ dimension: 'team', members: null }] });
    const both = [
      { dimension: 'channel', members: ['chat', 'email'] },
      { dimension: 'type', members: ['refund'] },
    ];
    const mean = await written({
      kpi: 'first_response_time',
      affected: both,
      taken: ['Cause', 'event_day_2'],
    });
    expect([count.problems, mean.problems]).toEqual([[], []]);
    expect(count.prose).toContain('Counts of days and weeks vary more');
    expect(mean.names.slice(0, 4)).toEqual([
      'event_day_3',
      'event_days_3',
      'affected_channel_3',
      'affected_type_3',
    ]);
  });
});
