import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { writeWorkbook } from '#export/xlsx';
import { buildReport, drawCharts, notebookSheets, toHtml } from '#report';
import { toNumber, type Column, type Unit, type Value } from '#table';
import { strFromU8, unzipSync } from 'fflate';
import { cellsOf } from '../export/xlsx/written.ts';
import { isInFull } from '../support/in-full.ts';
import { sampleEngine } from '../support/sample-engine.ts';
import { finished } from './finished.ts';

/** One notebook, or in full all that ship. */
const files = isInFull
  ? readdirSync('notebooks', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  : ['pt-BR/customer-360.md'];

/** What would ask for something from elsewhere, run, or shows that a value is missing. */
const asking =
  /<script|<link|<img|<iframe|<use|\ssrc=|url\((?!#)|@import|\{\{|\bNaN\b|\bundefined\b|\[object/;

let sample: Engine;
beforeAll(async () => {
  sample = await sampleEngine();
}, 120_000);

test.each(files)(
  '%s as a page and as a workbook',
  async (file) => {
    const { run, close } = await finished(sample, file, file.startsWith('pt-BR') ? 'pt-BR' : 'en');

    const report = await drawCharts(await buildReport(run));
    expect(report.sections.filter(({ kind }) => kind === 'failed')).toEqual([]);
    const html = toHtml(report);
    const drawn = report.sections.flatMap((section) => (section.kind === 'chart' ? [section.svg] : []));
    expect(drawn.every((svg) => svg !== null && html.includes(svg))).toBe(true);
    expect(html.match(asking)).toBeNull();

    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const write = (chunk: Uint8Array<ArrayBuffer>) => void chunks.push(chunk);
    const { sheets } = await writeWorkbook(await notebookSheets(run), { locale: run.locale, write });
    const parts = unzipSync(new Uint8Array(await new Blob(chunks).arrayBuffer()));
    const xml = Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
    expect(xml.filter(([, text]) => /<f[ >]|<\/f>/.test(text)).map(([path]) => path)).toEqual([]);

    const wrong: unknown[] = [];
    let looked = 0;
    for (const { cell, table, units } of run.results) {
      const at = sheets.findIndex(([name]) => name === cell.name);
      if (table === null || at < 0) continue;
      const path = `xl/worksheets/sheet${at + 1}.xml`;
      const written = new Map(
        cellsOf(strFromU8(parts[path] ?? new Uint8Array())).map(([place = '', look = '', inside = '']) => [
          place,
          { look, inside },
        ]),
      );
      for (const [index, column] of table.columns.entries())
        for (let row = 0; row < table.rowCount; row++) {
          looked += 1;
          const place = `${lettersOf(index)}${row + 2}`;
          const found = written.get(place);
          const value = column.at(row);
          if (!isRight(value, column, { unit: units[column.name], ...found }))
            wrong.push({ cell: cell.name, column: column.name, place, value, found });
        }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(10);
    await close();
  },
  300_000,
);

function lettersOf(index: number): string {
  return (index < 26 ? '' : lettersOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}

interface Found {
  readonly unit: Unit | undefined;
  readonly look?: string;
  readonly inside?: string;
}

/** What Excel makes of a cell: nothing, a truth, a number, a day, or text that stays text when it is edited. */
function isRight(value: Value, { kind }: Column, { unit, look = '', inside }: Found): boolean {
  if (value === null) return inside === undefined;
  const [, number] = /^<v>(.*)<\/v>$/.exec(inside ?? '') ?? [];
  const [, text] = /^<is><t xml:space="preserve">([^]*)<\/t><\/is>$/.exec(inside ?? '') ?? [];
  switch (kind) {
    case 'boolean':
      return look.includes('t="b"') && number === (value === true ? '1' : '0');
    case 'integer':
    case 'decimal':
    case 'float': {
      const expected =
        (toNumber(typeof value === 'object' ? null : value) ?? NaN) / (unit === 'duration' ? 86_400 : 1);
      return Math.abs(Number(number) - expected) <= Math.abs(expected) * 1e-12;
    }
    case 'date':
      return Number(number) === Number(value) + 25_569;
    case 'timestamp':
      return Math.abs(Number(number) - (Number(value) / 86_400_000_000 + 25_569)) < 1e-8;
    default:
      return text !== undefined && (/^[=+\-@\t\r\d]/.test(text) ? /s="1"/.test(look) : true);
  }
}
