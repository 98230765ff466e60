import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { JSHandle, Page } from 'playwright';
import { openNodeEngine } from '#engine/node';
import { catalogue, compile, cutsOf, setPeriod } from '#kpi';
import { bindParameters } from '#sql';
import { openServedPage } from '../support/page-modules.ts';
import { asOf, asTable, best, period, timed } from './kpis-asked.ts';
import { fillHelpdesk } from './kpi-world.ts';
import type { PageBench } from './kpis-page.ts';

interface Times {
  readonly cell: number;
  readonly native: number;
}

/**
 * Times each KPI over a year of a helpdesk of so many tickets, in a real page: the SQL that its cell shows, and the whole measurement behind a
 * headline. Beside it, in the same run, DuckDB itself on the same rows by the same SQL, one thread each. Then the whole notebook of every KPI.
 */
export async function benchKpis(rows: number, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbook-kpis-'));
  const served = await openServedPage();
  try {
    const path = join(folder, 'helpdesk.db');
    const filling = await timed(() => filled(path, rows));
    const started = performance.now();
    const bench = await opened(served.page, rows);
    say(
      `${rows.toLocaleString('en')} tickets and what belongs to them, written in ${seconds(filling)} natively, ${seconds(performance.now() - started)} in the page`,
    );
    const times = await compared(bench, path, say);
    const notebook = await bench.evaluate(
      (page, text) => page.notebook(text),
      readFileSync('notebooks/every-kpi.md', 'utf8'),
    );
    say(`\npage ÷ native              ${summary(times.map(({ cell, native }) => cell / native))}`);
    say(`the notebook of every KPI  ${seconds(notebook)}`);
  } finally {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function filled(path: string, rows: number): Promise<void> {
  const engine = await openNodeEngine({ path });
  await fillHelpdesk(engine, rows);
  await engine.close();
}

function opened(page: Page, rows: number): Promise<JSHandle<PageBench>> {
  return page.evaluateHandle(async (count): Promise<PageBench> => {
    const address = '/test/bench/kpis-page.ts';
    const bench: typeof import('./kpis-page.ts') = await import(/* @vite-ignore */ address);
    return bench.openBench(count);
  }, rows);
}

async function compared(
  bench: JSHandle<PageBench>,
  path: string,
  say: (line: string) => void,
): Promise<Times[]> {
  const instance = await DuckDBInstance.create(path, { threads: '1' });
  const connection = await instance.connect();
  await connection.run('set schema = main');
  const times: Times[] = [];
  say('\n                                page  headline       native  page ÷ native');
  for (const kpi of catalogue) {
    const isHeadline = cutsOf(kpi).includes('headline');
    const { sql } = bindParameters(compile({ kpi, shape: isHeadline ? 'headline' : kpi.cut }));
    const cell = await bench.evaluate((page, text) => page.cell(text), sql);
    const native = await best(() => nativeRun(connection, sql));
    const headline = isHeadline
      ? milliseconds(await bench.evaluate((page, id) => page.measured(id), kpi.id))
      : 'table';
    say(
      `${kpi.id.padEnd(26)}${milliseconds(cell).padStart(10)}${headline.padStart(10)}${milliseconds(native).padStart(13)}${(cell / native).toFixed(2).padStart(15)}`,
    );
    times.push({ cell, native });
  }
  connection.closeSync();
  instance.closeSync();
  return times;
}

async function nativeRun(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(`${setPeriod(period, asOf)};\n${asTable(sql)}`);
}

function summary(ratios: readonly number[]): string {
  const sorted = [...ratios].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `median ${median.toFixed(2)}, the most ${(sorted.at(-1) ?? 0).toFixed(2)}`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1)} s`;
}
