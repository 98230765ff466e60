import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import { prepareDatabase } from '#import';
import { tryFile } from './attempt.ts';
import { corpus } from './corpus/index.ts';
import { faultsOf } from './judge.ts';

/** The nastiest, through the engine of the page. */
const names = [
  'text/only nuls',
  'text/utf-16 with a lone surrogate',
  'text/windows-1252',
  'text/a header without rows',
  'text/quotes only',
  'text/a quote that opens at the start',
  'text/mixed line ends',
  'text/a row with too many cells',
  'text/header: sql in a header',
  'text/header: a header called __proto__',
  'text/header: a nul in a header',
  'text/cell: "; drop table base.tickets; --',
  'text/date: year 0022',
  'json/lists 100,000 deep',
  'json/lone surrogates',
  'json/a number of 400 digits',
  'json/lines of which one is broken',
  'json/each row with keys of its own',
  'xlsx/serials 1, 59, 60 and 61',
  'xlsx/negative and huge serials',
  'xlsx/an entity bomb',
  'xlsx/a cell outside every sheet',
  'archive/zip: encrypted',
  'archive/zip: a bomb, flat',
  'archive/zip: a symbolic link',
  'archive/gzip: cut off',
  'columns/parquet: a footer of noise',
  'columns/parquet',
  'columns/arrow: a schema of noise',
  'large/a million columns',
  'large/a line of 10 MB of delimiters',
  'large/a quoted cell of 10 MB with line ends',
];

let engine: Engine;
beforeAll(async () => {
  engine = await openWasmEngine({ storage: 'memory' });
  await prepareDatabase(engine);
});
afterAll(() => engine.close());

describe('in the browser, too, a hostile file ends in a clear report', () => {
  test.for(names)('%s', { timeout: 60_000 }, async (name) => {
    const each = corpus.find((candidate) => candidate.name === name);
    if (!each) throw new Error(`no case ${name}`);
    expect(faultsOf(each, await tryFile(engine, each.file, each.bytes()))).toEqual([]);
  });
});
