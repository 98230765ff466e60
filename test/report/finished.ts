import { readFileSync } from 'node:fs';
import type { Engine } from '#engine';
import { asOf } from '#import';
import { catalogue, findKpi, measure, parseKpiAttributes, stateOfCell } from '#kpi';
import type { Locale } from '#messages';
import { parse, type Notebook } from '#notebook';
import { unitsOfCell } from '#output';
import { Runtime } from '#runtime';
import { basisOf, buildReport, collectResults, type FinishedRun, type Report } from '#report';

let books = 0;

/** A shipped notebook by its file, or one that is written here. */
export function notebookOf(text: string): Notebook {
  return parse(text.endsWith('.md') ? readFileSync(`notebooks/${text}`, 'utf8') : text).notebook;
}

/** Runs a notebook on an engine, at noon UTC on 2 June 2026; whoever asks for it closes it. */
export async function finished(
  engine: Engine,
  text: string,
  locale: Locale = 'en',
): Promise<{ run: FinishedRun; close: () => Promise<void> }> {
  const notebook = notebookOf(text);
  const book = `report_${++books}`;
  const instant = await asOf(engine);
  const runtime = new Runtime(engine, {
    book,
    notebook,
    asOf: instant,
    locale,
    unitOf: (cell, column) => unitsOfCell(cell, catalogue)[column],
  });
  await runtime.runAll();
  const { period } = runtime;
  const sources = [{ file: 'made-up.csv', vendor: 'canonical', rowsRead: 4, rowsLoaded: 3, rowsRejected: 1 }];
  const run: FinishedRun = {
    notebook,
    results: await collectResults(notebook, { stateOf: (id) => runtime.state(id), kpis: catalogue }),
    scope: notebook.meta.filters,
    basis: await basisOf(engine, { sources, asOf: instant, now: Date.UTC(2026, 5, 2, 12) }),
    weekStart: 1,
    locale,
    kpis: catalogue,
    period,
    readPage: (relation, request) => runtime.page(relation, request),
    measure: (cell) => {
      const kpi = findKpi(parseKpiAttributes(cell)?.kpi ?? '');
      if (!kpi || stateOfCell(cell, { kpis: catalogue }) !== 'asInCatalogue') return null;
      const { variant } = parseKpiAttributes(cell) ?? {};
      const isDated = cell.source.includes('$period_start');
      return measure(engine, book, kpi, { variant, period: isDated ? period : null, asOf: instant });
    },
  };
  return { run, close: () => runtime.close() };
}

/** The report of a notebook that is run for it. */
export async function reportOf(engine: Engine, text: string): Promise<Report> {
  const { run, close } = await finished(engine, text);
  const report = await buildReport(run);
  await close();
  return report;
}
