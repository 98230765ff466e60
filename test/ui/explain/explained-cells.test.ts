import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { explain, type Explanation } from '#explain';
import { jsonRows } from '#export';
import { findKpi, type Kpi } from '#kpi';
import type { Locale } from '#messages';
import { parse } from '#notebook';
import { unitsOfCell } from '#output';
import { Runtime } from '#runtime';
import { explainedCells, explainedText, title } from '../../../src/lib/ui/explain/explained-cells.ts';
import { daysOf } from '#time';
import { closedPeriod } from '../../../src/lib/ui/explain/explained-days.ts';
import { fill } from '../../kpi/world.ts';
import { after, before, plant } from '../../support/causes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

function kpiNamed(id: string): Kpi {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  return kpi;
}

let books = 0;

/** Explains a KPI, runs the cells that come of it, and reads them as they are shown. */
async function written(id: string, locale: Locale = 'en', taken: readonly string[] = []) {
  const kpi = kpiNamed(id);
  const found = await explain(engine, null, kpi, { before, after });
  const text = explainedText(explainedCells(kpi, found, { locale, taken }), title(kpi, locale));
  const { notebook, diagnostics } = parse(text);
  const runtime = new Runtime(engine, {
    book: `explained_${++books}`,
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
    found,
    diagnostics,
    names: notebook.cells.map(({ kind, name }) => `${kind} ${name ?? ''}`.trim()),
    failed: ran.filter(({ state }) => state.status !== 'done'),
    prose: outputs.flatMap(({ output }) => (output.kind === 'markdown' ? [output.source] : [])).join('\n\n'),
    tables: Object.fromEntries(
      outputs.flatMap(({ cell, output }) =>
        output.kind === 'table' ? [[cell.name ?? '', jsonRows(output.firstPage)]] : [],
      ),
    ),
  };
}

describe('an explanation of a share', () => {
  test('becomes inputs, sentences, parts, charts, days and rows, and all of them run', async () => {
    await fill(engine, plant('segment', 3).world);
    const ran = await written('csat');
    const { found } = ran;
    const [cause] = found.causes;
    expect([ran.diagnostics, ran.failed]).toEqual([[], []]);
    expect(ran.names.slice(0, 4)).toEqual(['markdown', 'input before', 'input after', 'markdown']);
    const name = `why_${cause?.dimension}`;
    expect(ran.names.slice(4, 8)).toEqual(['markdown', `sql ${name}`, 'vega-lite', 'sql why']);
    // The last day's answers are still coming in.
    expect(ran.names.slice(-11)).toEqual([
      'sql why_days',
      'vega-lite',
      'sql why_late',
      'markdown',
      'sql why_moved',
      'markdown',
      'sql why_rows',
      'markdown',
      'sql why_words',
      'input why_word',
      'sql why_comments',
    ]);
    expect(ran.prose).toContain('**Answers are still coming in.**');
    expect(new Set(ran.tables['why_days']?.map((row) => row['standing']))).toContain('arriving');
    expect(ran.prose).toContain(`“${cause?.member}” moved otherwise than the rest`);
    expect(ran.prose).toContain('**One cause stands out from the noise.**');
    expect(ran.prose).toContain('A segment that moved is not yet a cause.');
    expect(ran.prose).not.toContain('{{');
    const [whole] = ran.tables['why'] ?? [];
    expect(whole).toMatchObject({ n_before: found.before.n, n_after: found.after.n, residual: 0 });
    expect(ran.tables[name]?.[0]).toMatchObject({ segment: cause?.member });
    expect(ran.tables['why_rows']?.length).toBeGreaterThan(0);
  });

  test('names its cells so that none is taken, and reads them by these names', async () => {
    await fill(engine, plant('segment', 3).world);
    const ran = await written('csat', 'pt-BR', ['Before', 'why_days_2']);
    expect([ran.diagnostics, ran.failed]).toEqual([[], []]);
    expect(ran.names.slice(0, 3)).toEqual(['markdown', 'input before_3', 'input after_3']);
    expect(ran.prose).toContain('se moveu de modo diferente do resto');
    expect(ran.prose).not.toContain('{{');
  });

  test('without a clear cause says so, what comes nearest, and how many were looked at', async () => {
    await fill(engine, plant('nothing', 1).world);
    const { found, prose, failed } = await written('csat');
    expect(failed).toEqual([]);
    expect(prose).toContain('**No clear cause: a change of this size may be chance.**');
    expect(prose).toMatch(/\d+ segments of \d+ dimensions were looked at, alone and in pairs\./);
    expect([prose.includes('What comes nearest to one:'), prose.includes('It most likely began')]).toEqual([
      found.suspect !== null,
      false,
    ]);
  });

  test('of a pair is written with both members', async () => {
    await fill(engine, plant('pair', 2).world);
    const { found, failed, tables, prose } = await written('csat');
    expect(failed).toEqual([]);
    const [cause] = found.causes;
    expect(cause?.dimension).toMatch(/^\w+ × \w+$/);
    expect(prose).toContain(`“${cause?.member}”`);
    const name = `why_${cause?.dimension.replace(' × ', '_')}`;
    expect(tables[name]?.map((row) => row['segment'])).toContain(cause?.member);
    expect(tables['why_rows']?.length).toBeGreaterThan(0);
  });
});

test('an explanation of a count has effects alone', async () => {
  await fill(engine, plant('mix', 1).world);
  const { found, failed, tables, prose } = await written('tickets_created');
  expect(failed).toEqual([]);
  expect(tables['why']?.[0]).toMatchObject({ change: found.change, all_parts: found.change, residual: 0 });
  expect(prose).toContain('**Tickets created** went from ');
  expect(prose).not.toContain('It most likely began');
});

test('what the data say is neither markup nor a place', () => {
  const side = (value: number) => ({ period: before, value, n: 100 });
  const member = '{{why.change}} *a*\n# b ``` | c';
  const cause = {
    kind: 'rate',
    dimension: 'field:Área *',
    member,
    effect: -0.1,
    interval: [-0.2, -0.05],
  } as const;
  const found: Explanation = {
    kpi: 'csat',
    before: side(0.9),
    after: side(0.8),
    change: -0.1,
    interval: null,
    parts: [],
    causes: [cause],
    suspect: null,
    changePoint: null,
    late: null,
    verdict: { code: 'explain.verdict.found', params: { count: 1 } },
    caution: null,
  };
  const { notebook, diagnostics } = parse(
    explainedText(explainedCells(kpiNamed('csat'), found, { locale: 'en', taken: [] })),
  );
  expect(diagnostics).toEqual([]);
  const [, , , answer] = notebook.cells;
  expect(answer?.source).toContain(
    '- Área \\* “\\{\\{why.change\\}\\} \\*a\\* # b \\`\\`\\` \\| c” moved otherwise than the rest: −10 pp',
  );
  expect(notebook.cells.flatMap(({ name }) => name ?? [])).toEqual([
    'before',
    'after',
    'why_field_area',
    'why',
    'why_days',
    'why_moved',
    'why_rows',
    'why_words',
    'why_word',
    'why_comments',
  ]);
});

test('days are given with both ends, periods end before their end', () => {
  expect([
    daysOf({ from: '2026-03-02 00:00:00', to: '2026-03-30 00:00:00' }),
    closedPeriod('2026-03-02', '2026-03-29'),
    closedPeriod('2026-03-02', '2026-03-01'),
    closedPeriod('', '2026-03-01'),
  ]).toEqual([
    { first: '2026-03-02', last: '2026-03-29' },
    { from: '2026-03-02 00:00:00', to: '2026-03-30 00:00:00' },
    null,
    null,
  ]);
});
