import type { Output, TableOutput } from '#cells';
import type { Kpi, Refusal } from '#kpi';
import { say, type Locale } from '#messages';
import { attributeOf, type Cell } from '#notebook';
import { columnFormats, findingTexts, unitsOfCell } from '#output';
import type { CellState } from '#runtime';
import type { Table, Unit } from '#table';

type Settled = Extract<CellState, { status: 'done' | 'failed' }>;

/** A cell that was run, and its rows: all of them, or as many as were asked for. */
export interface CellResult {
  readonly cell: Cell;
  readonly state: Settled;
  readonly table: Table | null;
  readonly units: Readonly<Record<string, Unit>>;
}

export function isSettled(state: CellState): state is Settled {
  return state.status === 'done' || state.status === 'failed';
}

/** Folded away in the notebook: what it is for stands in other cells. */
export function isStep(cell: Cell): boolean {
  const fold = attributeOf(cell, 'fold');
  return fold === null || fold === 'all';
}

/** What the columns of a cell's rows measure, as the grid shows them. */
export function unitsOfRows(cell: Cell, table: Table, kpis: readonly Kpi[]): Record<string, Unit> {
  const formats = columnFormats(table.columns, unitsOfCell(cell, kpis));
  return Object.fromEntries(formats.flatMap(({ name, unit }) => (unit === null ? [] : [[name, unit]])));
}

/** Why a cell's rows are not to be read; null where they are. */
export function cannotOf(state: Settled): Refusal | null {
  if (state.status !== 'done') return null;
  const { output } = state;
  if (output.kind === 'chart') return output.data?.cannot ?? null;
  return output.kind === 'table' ? output.cannot : null;
}

/** What is to be said under a result's rows. */
export function saidOf({ findings }: TableOutput, table: Table, locale: Locale): readonly string[] {
  return findings ? findingTexts(findings, table, locale) : [];
}

/** The chosen value of an input, as its label where it is one of several; of a field that was left empty, that it was. */
export function inputText(
  { spec, value, options }: Extract<Output, { kind: 'input' }>,
  locale: Locale,
): string {
  const isChoice = spec.type === 'select' || spec.type === 'multiselect';
  if (value === null) return spec.none ?? say(locale, isChoice ? 'reporting.all' : 'reporting.blank');
  const label = options.find((option) => option.value === value)?.label;
  return label ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
}
