import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { catalogue, compile, cutsOf, kpiProfile, measure, setPeriod, type Kpi, type KpiProfile } from '#kpi';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { bindParameters } from '#sql';
import { fillHelpdesk } from './kpi-world.ts';

const asOf = '2026-06-01 00:00:00';
const period = { from: '2025-06-01 00:00:00', to: '2026-06-01 00:00:00' };
const rounds = 2;

interface Line {
  readonly kpi: Kpi;
  readonly sql: string;
  /** Milliseconds of the SQL that a cell shows, kept as the cell's table. */
  readonly cell: number;
  /** Of the whole measurement: interval, what is left out, and the period before; null for tables. */
  readonly measured: number | null;
}

/**
 * Times each KPI over a year of a helpdesk of so many tickets: the SQL that its cell shows, and the whole measurement behind a headline,
 * against the same SQL run by DuckDB itself on the same database file, one thread each; then the whole notebook of every KPI.
 */
export async function benchKpis(rows: number, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbook-kpis-'));
  const path = join(folder, 'helpdesk.db');
  try {
    const filling = await timed(() => filled(path, rows));
    say(`${rows.toLocaleString('en')} tickets and what belongs to them, written in ${seconds(filling)}`);
    const engine = await openNodeEngine({ path, threads: 1 });
    const profile = await kpiProfile(engine);
    const lines: Line[] = [];
    for (const kpi of catalogue) lines.push(await timedKpi(engine, kpi, profile));
    const notebook = await timed(() => runNotebook(engine));
    await engine.close();
    const ratios = await against(path, lines, say);
    say(`\ncell ÷ native              ${summary(ratios.map(({ cell }) => cell))}`);
    say(`measurement ÷ native       ${summary(ratios.flatMap(({ measured }) => measured ?? []))}`);
    say(`the notebook of every KPI  ${seconds(notebook)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filled(path: string, rows: number): Promise<void> {
  const engine = await openNodeEngine({ path });
  await fillHelpdesk(engine, rows);
  await engine.close();
}

async function timedKpi(engine: Engine, kpi: Kpi, profile: KpiProfile): Promise<Line> {
  const cuts = cutsOf(kpi);
  const shape = cuts.includes('headline') ? 'headline' : kpi.cut;
  const sql = bindParameters(compile({ kpi, shape })).sql;
  const cell = await best(async () => {
    await engine.exec(`${setPeriod(period, asOf)};\n${asTable(sql)}`);
  });
  const measured =
    shape === 'headline'
      ? await best(async () => void (await measure(engine, null, kpi, { period, asOf, profile })))
      : null;
  return { kpi, sql, cell, measured };
}

async function runNotebook(engine: Engine): Promise<void> {
  const { notebook } = parse(readFileSync('notebooks/every-kpi.md', 'utf8'));
  const asked = { ...notebook, meta: { ...notebook.meta, period: '2025-06-01/2026-06-01' } };
  const runtime = new Runtime(engine, { book: 'bench', notebook: asked, asOf });
  await runtime.runAll();
  const failed = asked.cells.flatMap(({ id, name }) =>
    runtime.state(id).status === 'done' ? [] : [name ?? id],
  );
  if (failed.length > 0) throw new Error(`cells failed: ${failed.join(', ')}`);
  await runtime.close();
}

interface Ratio {
  readonly cell: number;
  readonly measured: number | null;
}

async function against(path: string, lines: readonly Line[], say: (line: string) => void): Promise<Ratio[]> {
  const instance = await DuckDBInstance.create(path, { threads: '1' });
  const connection = await instance.connect();
  await connection.run('set schema = main');
  const ratios: Ratio[] = [];
  say('\n                                cell  measurement       native');
  for (const line of lines) {
    const native = await best(() => nativeRun(connection, line.sql));
    const shown = line.measured === null ? 'table' : milliseconds(line.measured);
    say(
      `${line.kpi.id.padEnd(26)}${milliseconds(line.cell).padStart(10)}${shown.padStart(13)}${milliseconds(native).padStart(13)}`,
    );
    ratios.push({
      cell: line.cell / native,
      measured: line.measured === null ? null : line.measured / native,
    });
  }
  connection.closeSync();
  instance.closeSync();
  return ratios;
}

async function nativeRun(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(`${setPeriod(period, asOf)};\n${asTable(sql)}`);
}

function asTable(sql: string): string {
  return `create or replace temp table result as ${sql}`;
}

async function best(task: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(task));
  return Math.min(...times);
}

async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
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
