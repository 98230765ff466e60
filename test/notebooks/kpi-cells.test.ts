import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, findKpi, parseKpiAttributes } from '#kpi';
import { attributeOf, parse } from '#notebook';

const files = readdirSync('notebooks', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

/** `UPDATE=1` writes the cells anew. */
if (process.env['UPDATE'] === '1') files.forEach(rewrite);

function rewrite(file: string): void {
  const path = `notebooks/${file}`;
  const text = readFileSync(path, 'utf8');
  const anew = parse(text).notebook.cells.reduce((written, cell) => {
    const attributes = parseKpiAttributes(cell);
    const kpi = findKpi(attributes?.kpi ?? '');
    return attributes && kpi
      ? written.replace(cell.source.trim(), () => compile({ ...attributes, kpi }).trim())
      : written;
  }, text);
  writeFileSync(path, anew);
}

describe.each(files)('notebooks/%s', (file) => {
  const { notebook, diagnostics } = parse(readFileSync(`notebooks/${file}`, 'utf8'));

  test('is read without anything to complain of', () => {
    expect(diagnostics).toEqual([]);
    expect(notebook.meta.title).not.toBe('');
  });

  test('has KPI cells that say what the catalogue says', () => {
    const cells = notebook.cells.filter((cell) => attributeOf(cell, 'kpi') !== undefined);
    for (const cell of cells) {
      const attributes = parseKpiAttributes(cell);
      const kpi = findKpi(attributes?.kpi ?? '');
      expect(kpi).toBeDefined();
      expect(cell.source.trim()).toBe(compile({ ...attributes!, kpi: kpi! }).trim());
    }
  });
});

test('every notebook comes in both languages, with the same cells', () => {
  const english = files.filter((file) => !file.includes('/'));
  const names = (file: string) =>
    parse(readFileSync(`notebooks/${file}`, 'utf8')).notebook.cells.map(
      ({ kind, name }) => `${kind} ${name ?? ''}`,
    );
  expect(files.filter((file) => file.startsWith('pt-BR/'))).toEqual(english.map((file) => `pt-BR/${file}`));
  for (const file of english) expect(names(`pt-BR/${file}`)).toEqual(names(file));
});
