import { dimensions } from '#import';
import { isTemporal, spanText, toRows, type DatumRow } from '#output';
import { formatValue, toIso, type Table } from '#table';
import { isGrain, periodFrom } from '#time';
import type { NotebookSession } from '#workspace';
import { markKeys, type MarkKey } from '../outputs/mark-keys.ts';
import type { Reader } from '../outputs/reader.ts';
import type { ActionMenu } from '../outputs/row-action.ts';
import { rowsBehind } from '../outputs/rows-behind.ts';
import { chosenIn, type ScopeChange } from './ChartSelection.svelte.ts';

interface Asked {
  readonly session: NotebookSession;
  /** The chart's. */
  readonly cellId: string;
  readonly chart: {
    readonly spec: Readonly<Record<string, unknown>>;
    readonly data: { readonly cell: string; readonly table: Table };
    /** Whether its rows are computed by the catalogue, which a query of the cell says nothing more of. */
    readonly isOfKpi: boolean;
  };
  readonly reader: Reader;
}

type Item = ActionMenu['items'][number];

/** What can be asked of a mark: to tell its rows from others everywhere, to filter by it, to see the rows behind it. */
export function markMenu({ session, cellId, chart, reader }: Asked, mark: DatumRow): Item[] {
  const { spec, data, isOfKpi } = chart;
  const keys = markKeys({ spec, table: data.table }, mark);
  if (keys.length === 0) return [];
  const rows = toRows(data.table);
  const values = keys.map(({ column: { name }, row }) => ({
    column: name,
    value: rows[row]?.[name] ?? null,
  }));
  const said = keys.map((key) => textOf(key, reader)).join(' · ');
  const filters = keys.flatMap((key): Item[] => {
    const found = scopeOf(key, session, reader);
    if (!found || session.readOnly) return [];
    const { change, said: words } = found;
    const label = reader.t('output.point.filter', { values: words });
    return [{ label, run: () => void chosenIn(session).filter(change, { cellId, said: words }) }];
  });
  const source = isOfKpi || session.readOnly ? null : rowsBehind(data.cell, keys);
  return [
    {
      label: reader.t('output.point.mark', { values: said }),
      run: () => chosenIn(session).mark({ values, said }),
    },
    ...filters,
    ...(source === null
      ? []
      : [{ label: reader.t('output.point.rows'), run: () => showRows(session, cellId, source) }]),
  ];
}

/** In a cell of their own below the chart. */
function showRows(session: NotebookSession, cellId: string, source: string): void {
  session.selection.select(cellId);
  const id = session.insertCell('sql', 'below', { source });
  session.reveal(id);
  void session.run([id]);
}

/** The filter of the whole notebook that a value is one of, beside those that it has. */
function scopeOf(
  { column, row }: MarkKey,
  { notebook }: NotebookSession,
  reader: Reader,
): { readonly change: ScopeChange; readonly said: string } | null {
  const value = column.at(row);
  const { name, kind } = column;
  if (isGrain(name) && name !== 'hour' && isTemporal(kind)) {
    const period = periodFrom(name, toIso(value, kind) ?? '');
    if (!period?.from || !period.to) return null;
    const days = `${period.from.slice(0, 10)}..${period.to.slice(0, 10)}`;
    return { change: { key: 'period', value: days }, said: spanText(period, reader.locale) };
  }
  if (typeof value !== 'string' || !dimensions.some((dimension) => dimension.name === name)) return null;
  const filters = { ...notebook.meta.filters, [name]: [value] };
  return { change: { key: 'filters', value: filters }, said: value };
}

function textOf({ column, row }: MarkKey, { locale, t }: Reader): string {
  const value = column.at(row);
  return value === null ? t('output.chart.unknown') : formatValue(value, column, { locale });
}
