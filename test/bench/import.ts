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
    say(`plain read_csv, in memory      ${seconds(plain)}`);
    const kept = await timed(() => readPlainly(path, join(folder, 'plain.db')));
    say(`plain read_csv, database file  ${seconds(kept)}`);
    const whole = await timed(() => importWhole(path, join(folder, 'deskbook.db'), rows, say));
    say(`whole import, database file    ${seconds(whole)}`);
    say(
      `ratio                          ${(whole / plain).toFixed(2)} (${(whole / kept).toFixed(2)} to file)`,
    );
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

async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
