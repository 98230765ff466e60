import { existsSync, openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import type { JsonValue } from '#export';
import type { InputFile } from '#import';
import { isInFull } from '../support/in-full.ts';
import { openServedPage, type ServedPage } from '../support/page-modules.ts';
import { answersOf, load, type Answers } from './answers-of.ts';

const text = readFileSync('notebooks/every-kpi.md', 'utf8');
const root = '../shared/data';

let served: ServedPage;
beforeAll(async () => {
  served = await openServedPage();
}, 120_000);
afterAll(() => served.close());

async function native(files: readonly InputFile[] | null): Promise<Answers> {
  const engine = await openNodeEngine({ threads: 1 });
  await load(engine, files);
  const answers = await answersOf(engine, text, files === null);
  await engine.close();
  return answers;
}

function inPage(files: readonly { name: string; address: string }[] | null): Promise<Answers> {
  return served.call<Answers>('/test/notebooks/answers-page.ts', 'answersInPage', text, files);
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

test('every KPI of the sample has a value, and the same one in the page and on the command line', async () => {
  const here = await native(null);
  const empty = Object.entries(here.cells).filter(([, cell]) => !hasValue(cell));
  expect(empty).toEqual([]);
  expect([here.failed, here.silent]).toEqual([[], []]);
  equal(await inPage(null), here);
}, 240_000);

/** Rows, and of a headline a number. */
function hasValue(cell: JsonValue): boolean {
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return false;
  if (!('cannot' in cell) || cell['cannot'] !== null) return false;
  const rows = 'rows' in cell && Array.isArray(cell['rows']) ? cell['rows'] : [];
  return (
    rows.length > 1 || rows.some((row) => row !== null && typeof row === 'object' && row['value'] !== null)
  );
}

/** A shop's in Portuguese and a helpdesk's tables. */
const usual = /^(br-suporte-whatsapp|fivetran-zendesk-seeds)$/;
const folders = existsSync(root) ? readdirSync(root).filter((name) => isInFull || usual.test(name)) : [];

// Without the real exports beside the project there is nothing to try; the summary counts these as skipped.
describe.skipIf(folders.length === 0)('real exports (needs ../shared/data)', () => {
  test.each(folders)(
    '%s: every KPI is a value or a reason, and the same on both engines',
    async (folder) => {
      const names = readdirSync(`${root}/${folder}`).filter((file) => file !== 'SOURCE.txt');
      const paths = names.sort().map((name) => ({ name, path: resolve(root, folder, name) }));
      const here = await native(await Promise.all(paths.map(opened)));
      expect([here.failed, here.silent]).toEqual([[], []]);
      equal(await inPage(paths.map(({ name, path }) => ({ name, address: served.addressOf(path) }))), here);
    },
    240_000,
  );
});

async function opened({ name, path }: { name: string; path: string }): Promise<InputFile> {
  return { name, size: statSync(path).size, blob: await openAsBlob(path), path };
}
