import { expect, test } from 'vitest';
import type { Distribution, FilteredColumn, PageQuery } from '#output';
import { tableFrom } from '#table';
import { tableSource, type GridSource } from '../../../src/lib/ui/outputs/grid-source.ts';
import { GridDistributions } from '../../../src/lib/ui/outputs/GridDistributions.svelte.ts';
import { GridModel } from '../../../src/lib/ui/outputs/GridModel.svelte.ts';

const column = (name: string): FilteredColumn => ({ name, type: 'INTEGER', kind: 'integer' });
const settled = () => new Promise((resume) => setTimeout(resume));

/** Questions that are answered when the test says so. */
function asked() {
  const questions: { name: string; signal: AbortSignal; answer: () => void }[] = [];
  const ask = ({ name }: FilteredColumn, signal: AbortSignal) =>
    new Promise<Distribution>((resolve, reject) => {
      const answer = () => resolve({ kind: 'bins', bins: [1], low: 0, high: 0, nulls: 0 });
      signal.addEventListener('abort', () => reject(new Error('stopped')));
      questions.push({ name, signal, answer });
    });
  return { questions, ask };
}

test('columns in sight are looked at one after the other, each once', async () => {
  const { questions, ask } = asked();
  const looks = new GridDistributions(ask);
  looks.want([column('a'), column('b')]);
  expect(questions.map(({ name }) => name)).toEqual(['a']);
  questions[0]?.answer();
  await settled();
  looks.want([column('a'), column('b')]);
  questions[1]?.answer();
  await settled();
  expect(questions.map(({ name }) => name)).toEqual(['a', 'b']);
  expect([looks.of('a')?.kind, looks.of('b')?.kind, looks.of('c')]).toEqual(['bins', 'bins', null]);
});

test('of 500 columns those scrolled past are let go, and looked at when they are seen again', async () => {
  const { questions, ask } = asked();
  const columns = Array.from({ length: 500 }, (_, index) => column(`c${index}`));
  const looks = new GridDistributions(ask);
  looks.want(columns.slice(0, 8));
  looks.want(columns.slice(400, 408));
  await settled();
  expect(questions.map(({ name, signal }) => [name, signal.aborted])).toEqual([
    ['c0', true],
    ['c400', false],
  ]);
  looks.want(columns.slice(0, 8));
  await settled();
  expect(questions.at(-1)?.name).toBe('c0');
  looks.want([]);
  await settled();
  expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
});

/** 100,000 rows, whose pages are never sent unless `isPrompt`. */
function longSource(isPrompt: boolean): { readonly source: GridSource; readonly pages: AbortSignal[] } {
  const pages: AbortSignal[] = [];
  const page = ({ offset, limit }: Pick<PageQuery, 'offset' | 'limit'>) =>
    tableFrom([
      { name: 'n', type: 'INTEGER', values: Array.from({ length: limit }, (_, row) => offset + row) },
      { name: 'm', type: 'INTEGER', values: Array.from({ length: limit }, () => 0) },
    ]);
  const source: GridSource = {
    ...tableSource(page({ offset: 0, limit: 200 })),
    rowCount: 100_000,
    page: (query, signal = new AbortController().signal) => {
      pages.push(signal);
      if (isPrompt) return Promise.resolve(page(query));
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    },
  };
  return { source, pages };
}

test('pages that were scrolled past before they came are not waited for, and asked for again when they are seen', async () => {
  const { source, pages } = longSource(false);
  const model = new GridModel(source);
  model.want(50_000, 50_020);
  model.want(90_000, 90_020);
  await settled();
  model.want(50_000, 50_020);
  expect(pages.map(({ aborted }) => aborted)).toEqual([true, true, false]);
  expect([model.at(50_000), model.problem]).toEqual([null, null]);
});

test('whoever scrolls through all rows holds a few pages of them', async () => {
  const model = new GridModel(longSource(true).source);
  for (let row = 0; row < 100_000; row += 200) {
    model.want(row, row + 20);
    await settled();
  }
  const held = [...model.heldRows()].reduce((rows, table) => rows + table.rowCount, 0);
  expect(held).toBeLessThanOrEqual(25 * 200);
  expect(model.at(99_810)?.table.columns[0]?.at(10)).toBe(99_810);
});

test('rows that are copied or saved have the columns that are shown, as they are laid out', async () => {
  const model = new GridModel(longSource(true).source);
  model.move('m', 0);
  expect((await model.rows(7, 1)).columns.map(({ name, at }) => [name, at(0)])).toEqual([
    ['m', 0],
    ['n', 7],
  ]);
});
