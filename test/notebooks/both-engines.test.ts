import { existsSync, openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import type { JsonValue } from '#export';
import { importFiles, prepareDatabase, type InputFile } from '#import';
import { plantedCause } from '#sample';
import { isInFull } from '../support/in-full.ts';
import { openServedPage, type ServedPage } from '../support/page-modules.ts';
import { sampleEngine } from '../support/sample-engine.ts';
import { answersOf, type Answers } from './answers-of.ts';
import type { Runs } from './answers-page.ts';

const text = readFileSync('notebooks/every-kpi.md', 'utf8');
const root = '../shared/data';

let served: ServedPage;
beforeAll(async () => {
  served = await openServedPage();
}, 120_000);
afterAll(() => served.close());

const inPage = '/test/notebooks/answers-page.ts';

async function native(files: readonly InputFile[]): Promise<Answers> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  await importFiles(engine, files);
  const answers = await answersOf(engine, text, null);
  await engine.close();
  return answers;
}

/** Numbers to ten digits: sums of floats come in another order on another engine. */
function rounded(value: JsonValue): JsonValue {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rounded(each)]));
}

const equal = (a: Answers, b: Answers): void => {
  expect(rounded({ ...a.cells })).toEqual(rounded({ ...b.cells }));
  expect(rounded({ ...a.kpis })).toEqual(rounded({ ...b.kpis }));
};

/** The Portuguese ones differ in words alone, and run on native DuckDB with every test. */
const others = readdirSync('notebooks', { recursive: true, encoding: 'utf8' })
  .filter(
    (name) => name.endsWith('.md') && name !== 'every-kpi.md' && (isInFull || !name.startsWith('pt-BR')),
  )
  .map((name) => [name, readFileSync(`notebooks/${name}`, 'utf8')] as const);

describe('the sample', () => {
  // Every third variant beside the first of each KPI; in full all of them.
  const nth = isInFull ? 1 : 3;
  let here: Answers;
  let there: Answers & { readonly runs: Runs };
  beforeAll(async () => {
    here = await answersOf(await sampleEngine(), text, nth);
    there = await served.call(inPage, 'sampleInPage', text, nth, Object.fromEntries(others));
  }, 240_000);

  test('every KPI has a value, and the same one in the page and on the command line', () => {
    const empty = Object.entries(here.cells).filter(([, cell]) => !hasValue(cell));
    expect(empty).toEqual([]);
    expect([here.failed, here.silent]).toEqual([[], []]);
    expect([there.failed, there.silent]).toEqual([[], []]);
    equal(there, here);
  });

  test.each(others.map(([name]) => name))('%s runs in the page without a failed cell', (name) => {
    const { failed, prose } = there.runs[name] ?? {};
    expect(failed).toEqual([]);
    if (name.endsWith('csat-drop.md')) expect(prose).toContain(plantedCause.segment.site);
  });
});

/** Rows, and of a headline a number. */
function hasValue(cell: JsonValue): boolean {
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return false;
  if (!('cannot' in cell) || cell['cannot'] !== null) return false;
  const rows = 'rows' in cell && Array.isArray(cell['rows']) ? cell['rows'] : [];
  return (
    rows.length > 1 || rows.some((row) => row !== null && typeof row === 'object' && row['value'] !== null)
  );
}

/** A shop's in Portuguese; in full, all. */
const folders = existsSync(root)
  ? readdirSync(root).filter((name) => isInFull || name === 'br-suporte-whatsapp')
  : [];

// Without the real exports beside the project there is nothing to try; the summary counts these as skipped.
describe.skipIf(folders.length === 0)('real exports (needs ../shared/data)', () => {
  test.each(folders)(
    '%s: every KPI is a value or a reason, and the same on both engines',
    async (folder) => {
      const names = readdirSync(`${root}/${folder}`).filter((file) => file !== 'SOURCE.txt');
      const paths = names.sort().map((name) => ({ name, path: resolve(root, folder, name) }));
      const here = await native(await Promise.all(paths.map(opened)));
      expect([here.failed, here.silent]).toEqual([[], []]);
      const addresses = paths.map(({ name, path }) => ({ name, address: served.addressOf(path) }));
      equal(await served.call<Answers>(inPage, 'answersInPage', text, addresses), here);
    },
    240_000,
  );
});

async function opened({ name, path }: { name: string; path: string }): Promise<InputFile> {
  return { name, size: statSync(path).size, blob: await openAsBlob(path), path };
}
