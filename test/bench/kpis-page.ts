import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { findKpi, kpiProfile, measure, setPeriod, type KpiProfile } from '#kpi';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { asOf, asTable, best, period, timed } from './kpis-asked.ts';
import { fillHelpdesk } from './kpi-world.ts';

/** What the benchmark does in a page: the same helpdesk in DuckDB-Wasm, asked by what the page asks with. */
export interface PageBench {
  /** Milliseconds that a cell's SQL takes, kept as the cell's table. */
  cell(sql: string): Promise<number>;
  /** Milliseconds of a headline with its interval, what is left out, and the periods before. */
  measured(id: string): Promise<number>;
  /** Milliseconds of a notebook's cells, one after another. */
  notebook(text: string): Promise<number>;
}

/** Fills a database of the browser's with so many tickets. */
export async function openBench(rows: number): Promise<PageBench> {
  const engine = await openWasmEngine({ storage: 'opfs', name: 'bench' });
  await fillHelpdesk(engine, rows);
  const profile = await kpiProfile(engine);
  return {
    cell: (sql) => best(() => engine.exec(`${setPeriod(period, asOf)};\n${asTable(sql)}`)),
    measured: (id) => best(() => measuredOnce(engine, id, profile)),
    notebook: (text) => timed(() => runNotebook(engine, text)),
  };
}

async function measuredOnce(engine: Engine, id: string, profile: KpiProfile): Promise<void> {
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  await measure(engine, null, kpi, { period, asOf, profile });
}

async function runNotebook(engine: Engine, text: string): Promise<void> {
  const { notebook } = parse(text);
  const asked = { ...notebook, meta: { ...notebook.meta, period: '2025-06-01/2026-06-01' } };
  const runtime = new Runtime(engine, { book: 'every_kpi', notebook: asked, asOf });
  await runtime.runAll();
  const failed = asked.cells.flatMap(({ id, name }) =>
    runtime.state(id).status === 'done' ? [] : [name ?? id],
  );
  if (failed.length > 0) throw new Error(`cells failed: ${failed.join(', ')}`);
  await runtime.close();
}
