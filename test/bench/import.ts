import { openAsBlob, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeEngine } from '#engine/node';
import { importFiles, prepareDatabase } from '#import';
import { quoteLiteral } from '#sql';
import { formats, type BenchFormat } from './formats.ts';
import { writeZendeskFile } from './zendesk-file.ts';

const few = 100_000;

/**
 * Times the whole import of a Zendesk-shaped file into a database on disk against one plain scan of the same rows as CSV by the same
 * engine, with one thread for each. Both are told by the clock and by the processor: the import's walk over the bytes goes on
 * beside the engine's scan, which the clock does not see and the processor does.
 */
export async function benchImport(rows: number, say: (line: string) => void): Promise<void> {
  say('whole import into a database on disk ÷ plain `create table as from read_csv`, one thread each');
  say('clock: elapsed time · processor: time of all threads, the one that walks over the bytes included');
  for (const count of new Set([Math.min(few, rows), rows])) await benchRows(count, say);
}

async function benchRows(rows: number, say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskbook-bench-'));
  try {
    const csv = join(folder, 'zendesk.csv');
    await writeZendeskFile(csv, rows);
    say(`\n${rows.toLocaleString('en')} rows, ${megabytes(csv)} MB as CSV`);
    const plain = await timed(() => readPlainly(csv));
    say(`  plain scan into memory          ${told(plain)}`);
    const kept = await timed(() => readPlainly(csv, join(folder, 'plain.db')));
    say(`  plain scan into a database file ${told(kept)}`);
    for (const format of formats) {
      if (rows > format.most) continue;
      const path = join(folder, `export.${format.name}`);
      await format.write(csv, path);
      const cost = await importTold({ format, path, rows }, folder, say);
      say(`    ÷ plain scan into a file      ${ratio(cost, kept)}`);
      say(`    ÷ plain scan into memory      ${ratio(cost, plain)}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readPlainly(csv: string, path?: string): Promise<void> {
  const engine = await openNodeEngine({ path, threads: 1 });
  await engine.exec(`create table tickets as from read_csv(${quoteLiteral(csv)})`);
  await engine.close();
}

interface Subject {
  readonly format: BenchFormat;
  readonly path: string;
  readonly rows: number;
}

async function importTold(
  { format, path, rows }: Subject,
  folder: string,
  say: (line: string) => void,
): Promise<Cost> {
  const database = join(folder, `${format.name}.db`);
  const phases: string[] = [];
  const cost = await timed(async () => void phases.push(await importWhole(path, database, rows)));
  say(
    `  whole import of ${format.title.padEnd(15)} ${told(cost)}, ${megabytes(path)} MB → ${megabytes(database)} MB`,
  );
  say(`    ${phases.join('')}`);
  return cost;
}

/** How long each phase took. */
async function importWhole(path: string, database: string, rows: number): Promise<string> {
  const engine = await openNodeEngine({ path: database, threads: 1 });
  await prepareDatabase(engine);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file = { name, size: statSync(path).size, blob: await openAsBlob(path), path };
  const marks = new Map<string, number>();
  const start = performance.now();
  const report = await importFiles(engine, [file], {
    timeZone: 'America/Sao_Paulo',
    onProgress: ({ phase }) => void (marks.has(phase) || marks.set(phase, performance.now())),
  });
  const end = performance.now();
  await engine.close();
  const loaded = report.sources.reduce((sum, source) => sum + source.rowsLoaded, 0);
  if (loaded !== rows) throw new Error(`${loaded} of ${rows} rows of ${name} were loaded`);
  const [mapping = start, loading = end] = [marks.get('mapping'), marks.get('loading')];
  return `reading ${seconds(mapping - start)} · survey and checks ${seconds(loading - mapping)} · loading ${seconds(end - loading)}`;
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
  return `clock ${seconds(wall)} · processor ${seconds(cpu)}`;
}

function ratio(one: Cost, other: Cost): string {
  return `clock ${(one.wall / other.wall).toFixed(2)} · processor ${(one.cpu / other.cpu).toFixed(2)}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(path: string): string {
  return (statSync(path).size / 1e6).toFixed(0);
}
