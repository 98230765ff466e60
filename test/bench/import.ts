import { openAsBlob, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeEngine } from '#engine/node';
import { importFiles, prepareDatabase } from '#import';
import { writeZendeskFile } from './zendesk-file.ts';

/** Times the whole import of a Zendesk-shaped file into a database on disk against one plain scan of it by the same engine. */
export async function benchImport(rows: number, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbook-bench-'));
  try {
    const path = join(folder, 'zendesk.csv');
    await writeZendeskFile(path, rows);
    const megabytes = statSync(path).size / 1e6;
    say(`${rows.toLocaleString('en')} rows, ${megabytes.toFixed(0)} MB, one thread`);
    const plain = await timed(() => readPlainly(path));
    say(`plain read_csv, in memory      ${told(plain)}`);
    const kept = await timed(() => readPlainly(path, join(folder, 'plain.db')));
    say(`plain read_csv, database file  ${told(kept)}`);
    const whole = await timed(() => importWhole(path, join(folder, 'deskbook.db'), rows, say));
    say(`whole import, database file    ${told(whole)}`);
    say(`ratio to the scan in memory    ${ratio(whole, plain)}`);
    say(`ratio to the scan into a file  ${ratio(whole, kept)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readPlainly(csv: string, path?: string): Promise<void> {
  const engine = await openNodeEngine({ path, threads: 1 });
  await engine.exec(`create table tickets as from read_csv('${csv}')`);
  await engine.close();
}

async function importWhole(
  csv: string,
  path: string,
  rows: number,
  say: (line: string) => void,
): Promise<void> {
  const engine = await openNodeEngine({ path, threads: 1 });
  await prepareDatabase(engine);
  const file = { name: 'zendesk.csv', size: statSync(csv).size, blob: await openAsBlob(csv), path: csv };
  const marks = new Map<string, number>();
  const start = performance.now();
  const report = await importFiles(engine, [file], {
    timeZone: 'America/Sao_Paulo',
    onProgress: ({ phase }) => void (marks.has(phase) || marks.set(phase, performance.now())),
  });
  const end = performance.now();
  await engine.close();
  const loaded = report.sources.reduce((sum, source) => sum + source.rowsLoaded, 0);
  if (loaded !== rows) throw new Error(`${loaded} of ${rows} rows were loaded`);
  const [mapping = start, loading = end] = [marks.get('mapping'), marks.get('loading')];
  say(
    `  reading ${seconds(mapping - start)} · survey and checks ${seconds(loading - mapping)} · loading ${seconds(end - loading)}`,
  );
}

interface Cost {
  /** Milliseconds by the clock, and of the processor: what else a machine does slows the first down and not the second. */
  readonly wall: number;
  readonly cpu: number;
}

async function timed(task: () => Promise<void>): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await task();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

function told({ wall, cpu }: Cost): string {
  return `${seconds(wall)} (${seconds(cpu)} of processor)`;
}

function ratio(one: Cost, other: Cost): string {
  return `${(one.wall / other.wall).toFixed(2)} (${(one.cpu / other.cpu).toFixed(2)} of processor)`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
