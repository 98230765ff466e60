import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBExtractedStatements } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { QueryError } from '#engine';
import { openNodeEngine } from '#engine/node';
import { quoteLiteral } from '#sql';
import { rowsOf } from '#table';
import { engineContract } from './contract.ts';

describe('native DuckDB', () => {
  engineContract(() => openNodeEngine());
});

describe('the native door', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskbook-test-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('a database file keeps what was written', async () => {
    const path = join(folder, 'kept.db');
    const first = await openNodeEngine({ path });
    await first.exec('create table kept as select 7 as n');
    await first.close();
    const second = await openNodeEngine({ path });
    expect([second.database, second.storage, rowsOf(await second.query('select n from kept'))]).toEqual([
      'kept',
      'native',
      [{ n: 7 }],
    ]);
    await second.close();
  });

  test('a file on the disk is read in place, its name taken as it is', async () => {
    const path = join(folder, 'export [1].csv');
    await writeFile(path, 'a\n1\n');
    const engine = await openNodeEngine();
    const file = await engine.register({ path }, 'export [1].csv');
    expect(rowsOf(await engine.query(`select a from read_csv(${quoteLiteral(file.path)})`))).toEqual([
      { a: 1n },
    ]);
    await engine.close();
    expect([existsSync(file.path), await readFile(path, 'utf8')]).toEqual([false, 'a\n1\n']);
  });

  test('what is interrupted between its preparation and its start does not start', async () => {
    const engine = await openNodeEngine();
    const controller = new AbortController();
    const { prepare } = DuckDBExtractedStatements.prototype;
    const spy = vi.spyOn(DuckDBExtractedStatements.prototype, 'prepare');
    spy.mockImplementationOnce(async function (this: DuckDBExtractedStatements, index) {
      const prepared = await prepare.call(this, index);
      controller.abort();
      return prepared;
    });
    const started = engine.query('create table started (n int)', { signal: controller.signal });
    await expect(started).rejects.toMatchObject({ kind: 'interrupted' });
    await expect(engine.query('from started')).rejects.toThrow('does not exist');
    spy.mockRestore();
    await engine.close();
  });

  test('an unbounded cartesian product, the work of days, is stopped', async () => {
    const engine = await openNodeEngine();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const sql = 'select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = 7';
    await expect(engine.query(sql, { signal: controller.signal })).rejects.toMatchObject({
      kind: 'interrupted',
    });
    expect(rowsOf(await engine.query('select 1 as one'))).toEqual([{ one: 1 }]);
    await engine.close();
  });

  test('progress is told as fractions that grow', async () => {
    const engine = await openNodeEngine({ threads: 1 });
    await engine.exec('create table many as select range as i, hash(range) as h from range(3000000)');
    const fractions: number[] = [];
    await engine.query('select count(distinct sqrt(h) || i::varchar) from many', {
      onProgress: (fraction) => fractions.push(fraction),
    });
    expect(fractions.length).toBeGreaterThan(0);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    await engine.close();
  });

  test('once locked, it reaches nothing on the disk or the net', async () => {
    const engine = await openNodeEngine();
    await engine.lock();
    const outside = [
      "select * from read_text('/etc/hostname')",
      `copy (select 1) to ${quoteLiteral(join(folder, 'leak.csv'))}`,
      'install spatial',
      `attach ${quoteLiteral(join(folder, 'other.db'))}`,
    ];
    const kinds = outside.map((sql) => engine.query(sql).catch((error: unknown) => error));
    expect(await Promise.all(kinds)).toEqual(outside.map(() => expect.any(QueryError)));
    expect(existsSync(join(folder, 'leak.csv'))).toBe(false);
    await engine.close();
  });

  test('a closed engine says so', async () => {
    const engine = await openNodeEngine();
    await engine.close();
    await engine.close();
    await expect(engine.query('select 1')).rejects.toMatchObject({ text: { code: 'engine.closed' } });
  });
});
