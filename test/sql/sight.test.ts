import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { canonicalTables, prepareDatabase } from '#import';
import { bindParameters, sightAt, type Known } from '#sql';
import { rowsOf } from '#table';
import { sharedEngine } from '../support/engine.ts';
import { corpus } from './corpus.ts';

const folder = 'test/kpi/golden';
const golden = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/^-- .*$/m))
  .map((sql) => sql.trim())
  .filter((sql) => sql !== '');

const engine = sharedEngine();
const known: Known<{ readonly name: string }> = {
  columnsOf: (relation) => canonicalTables.find(({ name }) => name === relation)?.columns ?? [],
  made: (name) => ({ name }),
};

/** Of the right type, whatever it is. */
function valueOf(name: string): string {
  return /_start$|_end$|as_of/.test(name) ? "timestamp '2026-01-01'" : 'null::varchar';
}

beforeAll(() => prepareDatabase(engine()));

test('the columns of a query in brackets are those that DuckDB gives it', async () => {
  const told: string[] = [];
  const given: string[] = [];
  for (const sql of golden) {
    const described = rowsOf(await engine().query(`describe ${bindParameters(sql, valueOf).sql}`));
    given.push(described.map(({ column_name: name }) => name).join(' '));
    const text = `select q. from (${sql}) as q`;
    const { sources } = sightAt(text, text.indexOf('.') + 1, known);
    told.push(sources.flatMap(({ columns }) => columns.map(({ name }) => name)).join(' '));
  }
  expect(told).toEqual(given);
});

test('any text that is being written has some answer', () => {
  for (const sql of [...corpus, ...golden.slice(0, 5)])
    for (let at = 0; at <= sql.length; at += 1) {
      const { sources } = sightAt(sql.slice(0, at), at, known);
      expect(sources.every(({ from }) => from <= at)).toBe(true);
    }
});
