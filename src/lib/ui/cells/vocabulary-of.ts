import { findKpi } from '#kpi';
import { readableTables } from '#import';
import type { Locale } from '#messages';
import { attributeOf, type Cell } from '#notebook';
import { ownParameters } from '#runtime';
import { sameName } from '#sql';
import type { NotebookSession } from '#workspace';
import { kpiSnippets, meaningOf } from './kpi-snippets.ts';
import { functionWords } from '../editor/functions.ts';
import { noVocabulary, type Relation, type Vocabulary, type Word } from '../editor/vocabulary.ts';

/** The names a cell may use: canonical tables, the notebook's other cells, its inputs and the period. */
export function vocabularyOf(session: NotebookSession, cell: Cell, locale: Locale): Vocabulary {
  if (cell.kind === 'vega-lite') return { ...noVocabulary, relations: drawnBy(session, cell, locale) };
  const others = session.notebook.cells.filter(({ id, name }) => id !== cell.id && name !== null);
  return {
    relations: [...cellRelations(session, others, locale), ...tableRelations(locale)],
    parameters: [...others.filter(({ kind }) => kind === 'input').flatMap(parametersOf), ...periodParameters],
    snippets: cell.source.trim().includes(' ') ? [] : kpiSnippets(session, cell, locale),
    functions: functionWords(locale),
    kpis: session.workspace.kpis.map((kpi) => ({
      name: kpi.id,
      detail: kpi.name[locale],
      info: meaningOf(kpi, locale),
    })),
    values: async (relation, column) => (await session.runs.aside()).values(relation, column),
  };
}

/** The cell whose rows a chart draws. */
function drawnBy(session: NotebookSession, chart: Cell, locale: Locale): Relation[] {
  const of = attributeOf(chart, 'of') ?? '';
  const drawn = session.notebook.cells.filter(({ name }) => name !== null && sameName(name, of));
  return cellRelations(session, drawn, locale);
}

const tablesByLocale = new Map<Locale, readonly Relation[]>();

/** The tables there are, with what their columns mean. */
export function tableRelations(locale: Locale): readonly Relation[] {
  const known =
    tablesByLocale.get(locale) ??
    readableTables.map(({ name, sentence, columns, key }): Relation => ({
      kind: 'table',
      name,
      key,
      detail: '',
      info: sentence[locale],
      columns: columns.map((column) => ({
        name: column.name,
        detail: column.type.toLowerCase(),
        info: column.sentence[locale],
      })),
    }));
  tablesByLocale.set(locale, known);
  return known;
}

function cellRelations(session: NotebookSession, cells: readonly Cell[], locale: Locale): Relation[] {
  return cells
    .filter(({ kind }) => kind === 'sql')
    .map((cell) => {
      const output = session.runs.snapshot(cell.id).lastOutput;
      const columns = output?.kind === 'table' ? output.columns : [];
      const kpi = findKpi(attributeOf(cell, 'kpi') ?? '', session.workspace.kpis);
      return {
        kind: 'cell',
        name: cell.name ?? '',
        key: [],
        detail: kpi?.name[locale] ?? '',
        info: kpi ? meaningOf(kpi, locale) : columns.map(({ name }) => name).join(', '),
        columns: columns.map(({ name, type }) => ({ name, detail: type.toLowerCase(), info: '' })),
      };
    });
}

function parametersOf({ name, source }: Cell): Word[] {
  const base = name ?? '';
  const isRange = /^type:\s*(daterange|period)/m.test(source);
  const names = isRange ? [`${base}_start`, `${base}_end`] : [base];
  return names.map((each) => ({ name: each, detail: 'input', info: '' }));
}

const periodParameters: readonly Word[] = ownParameters.map((name) => ({
  name,
  detail: 'timestamp',
  info: '',
}));
