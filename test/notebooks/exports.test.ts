import { existsSync, openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { asOf, importFiles, prepareDatabase } from '#import';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { isInFull } from '../support/in-full.ts';

const root = '../shared/data';
/** Every KPI's notebook is asked on both engines elsewhere. */
const notebooks = readdirSync('notebooks', { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && !name.endsWith('every-kpi.md'),
);
/** One that has nearly everything. */
const folders = existsSync(root)
  ? readdirSync(root).filter((name) => isInFull || name === 'fivetran-zendesk-seeds')
  : [];

// Without the real exports beside the project there is nothing to try; the summary counts these as skipped.
describe.skipIf(folders.length === 0)('real exports (needs ../shared/data)', () => {
  test.each(folders)(
    '%s: each cell of each notebook is a value or a reason',
    async (folder) => {
      const engine = await openNodeEngine({ threads: 1 });
      const names = readdirSync(`${root}/${folder}`).filter((file) => file !== 'SOURCE.txt');
      const files = await Promise.all(names.sort().map((name) => opened(resolve(root, folder, name))));
      await prepareDatabase(engine);
      await importFiles(engine, files);
      const wrong: string[] = [];
      for (const file of notebooks) wrong.push(...(await wrongIn(engine, file)));
      await engine.close();
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});

async function opened(path: string) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, size: statSync(path).size, blob: await openAsBlob(path), path };
}

/** Cells that failed, tables without a row that do not say why, and prose that says what is not known. */
async function wrongIn(engine: Engine, file: string): Promise<string[]> {
  const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
  const book = `book_${notebooks.indexOf(file)}`;
  const runtime = new Runtime(engine, { book, notebook, asOf: await asOf(engine) });
  await runtime.runAll();
  const wrong = notebook.cells.flatMap((cell) => {
    const where = `${file} ${cell.name ?? cell.source.slice(0, 40)}`;
    const state = runtime.state(cell.id);
    if (state.status !== 'done') return [`${where}: ${JSON.stringify(state)}`];
    const { output } = state;
    if (output.kind === 'table' && output.rowCount === 0 && !output.cannot) return [`${where}: silent`];
    const isOdd = output.kind === 'markdown' && /\{\{|NaN|undefined|Infinity/.test(output.source);
    return isOdd ? [`${where}: ${output.source}`] : [];
  });
  await runtime.close();
  return wrong;
}
