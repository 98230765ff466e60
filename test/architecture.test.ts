import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Each folder of `src/lib` may import itself and those before it. */
const order = [
  'errors',
  'messages',
  'table',
  'sql',
  'time',
  'engine',
  'import',
  'notebook',
  'kpi',
  'preflight',
  'explain',
  'compare',
  'sample',
  'output',
  'cells',
  'runtime',
  'export',
  'privacy',
  'bundle',
  'report',
  'share',
  'workspace',
  'ui',
];
const lowestSvelteFolder = order.indexOf('workspace');

/** Files above `workspace` that may touch the browser or the bundler, and why. */
const edges = new Set([
  'src/lib/engine/wasm/bundle.ts', // the only place that asks the bundler for the engine's addresses
  'src/lib/engine/wasm/lock.ts', // one engine a browser profile: Web Locks
  'src/lib/kpi/catalogue.ts', // the catalogue is a folder of files
]);

const limits = { file: 400, component: 250 };
/** Catalogues of sentences: long by nature, named by the part of the interface that says them. */
const sentences = 'src/lib/messages/';
const bannedNames = /^(utils?|helpers?|common|misc|types|constants|manager)\.|V2\.|^new-/;

const files = walk('src').filter((path) => /\.(ts|js|svelte)$/.test(path));
const library = files.filter((path) => path.startsWith('src/lib/'));

describe('the house', () => {
  test('every folder of src/lib has its place in the order', () => {
    const folders = readdirSync('src/lib', { withFileTypes: true }).map((entry) => entry.name);
    expect(folders.filter((name) => !order.includes(name))).toEqual([]);
  });

  test('imports only go up the list', () => {
    expect(library.flatMap(importsDown)).toEqual([]);
  });

  test('relative imports stay inside their folder', () => {
    expect(library.flatMap(escapes)).toEqual([]);
  });

  test('nothing above workspace knows Svelte, the DOM or the bundler', () => {
    const above = library.filter((path) => order.indexOf(folderOf(path)) < lowestSvelteFolder);
    const offenders = above.filter((path) => !edges.has(path)).flatMap(foreignWords);
    expect(offenders).toEqual([]);
  });

  test('the command line stands on the framework-free folders', () => {
    const cli = files.filter((path) => path.startsWith('src/cli/'));
    const offenders = cli.flatMap((path) =>
      imports(path)
        .filter((name) => /^(svelte|\$app|#workspace|#ui)/.test(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  test('files and components stay small enough to read', () => {
    const long = files
      .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > (path.endsWith('.svelte') ? limits.component : limits.file))
      .filter(({ path }) => !path.startsWith(sentences))
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  test('a file is named by its noun', () => {
    const named = files.filter((path) => !path.startsWith(sentences));
    expect(named.filter((path) => bannedNames.test(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  });

  test('components compute with $derived far more than they react with $effect', () => {
    const count = (pattern: RegExp) =>
      files.reduce((sum, path) => sum + (read(path).match(pattern)?.length ?? 0), 0);
    expect(count(/\$effect\b(?!\.root)/g)).toBeLessThanOrEqual(Math.max(1, count(/\$derived\b/g) / 10));
  });

  test('nothing is left half said', () => {
    expect(files.filter((path) => /\b(TODO|FIXME|XXX)\b/.test(read(path)))).toEqual([]);
  });

  test('only the policy may open the page to others', () => {
    const offenders = files.filter((path) =>
      /\beval\(|new Function\(|https?:\/\/(?!www\.w3\.org|vega\.github\.io|schemas\.openxmlformats\.org)/.test(
        code(path),
      ),
    );
    expect(offenders).toEqual([]);
  });
});

function importsDown(path: string): string[] {
  const own = order.indexOf(folderOf(path));
  return imports(path)
    .filter((name) => name.startsWith('#'))
    .filter((name) => order.indexOf(name.slice(1).split('/')[0]!) > own)
    .map((name) => `${path} → ${name}`);
}

function escapes(path: string): string[] {
  const folder = join('src/lib', folderOf(path));
  return imports(path)
    .filter((name) => name.startsWith('.'))
    .filter((name) => relative(folder, resolve(dirname(path), name)).startsWith('..'))
    .filter((name) => !name.includes('/notebooks/'))
    .map((name) => `${path} → ${name}`);
}

function foreignWords(path: string): string[] {
  const words =
    /\b(document|window|localStorage|sessionStorage)\.|import\.meta|\?(raw|url|worker)'|\$state|\$app\//g;
  const found = [
    ...(code(path).match(words) ?? []),
    ...imports(path).filter((name) => /^(svelte|\$app)/.test(name)),
  ];
  return found.map((word) => `${path}: ${word}`);
}

function imports(path: string): string[] {
  return [...code(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
}

/** The text without its comments. */
function code(path: string): string {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

function folderOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
