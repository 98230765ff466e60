import { canExplain } from '#explain';
import { findKpi, parseKpiAttributes } from '#kpi';
import type { Cell } from '#notebook';
import { spanText } from '#output';
import { toIso, type Table, type Value } from '#table';
import { comparedPeriods, periodFrom, type Period, type WallClock } from '#time';
import type { NotebookSession } from '#workspace';
import type { Reader } from './reader.ts';
import type { ActionMenu } from './row-action.ts';

/** What can be asked of a trend's points: why one is another than the one before, and whether something that happened then did it. */
export interface TrendQuestion {
  /** The column of the points' instants. */
  readonly column: string;
  /** For the point that begins with an instant; null where it has none. */
  readonly of: (value: Value) => ActionMenu | null;
  /** For the latest point that the data reach the end of. */
  readonly latest: (table: Table) => ActionMenu | null;
}

interface Asked {
  readonly session: NotebookSession;
  /** The cell that what is found is put below. */
  readonly cellId: string;
  readonly reader: Reader;
}

/** Null for a cell that is no trend, and for a KPI that cannot be taken apart. */
export function trendQuestion(cell: Cell, { session, cellId, reader }: Asked): TrendQuestion | null {
  const { ask, locale } = reader;
  const { kpi: id = '', shape, grain: unit, variant = '', by } = parseKpiAttributes(cell) ?? {};
  const kpi = findKpi(id, session.workspace.kpis);
  if (!ask || !kpi || shape !== 'trend' || !canExplain(kpi, variant)) return null;
  const grain = unit ?? kpi.grain;
  if (grain === 'hour') return null;

  const compared = (value: Value) => {
    const whole = periodFrom(grain, startOf(value));
    return whole && comparedPeriods(whole, session.asOf);
  };
  const explain = ({ before, now }: { readonly before: Period; readonly now: Period }): Item => {
    const spans = { now: spanText(now, locale), before: spanText(before, locale) };
    const label = reader.t(by === undefined ? 'output.point.explain' : 'output.point.explainAll', spans);
    const change = { variant, before, now };
    return { label, run: () => void ask({ kind: 'explain', kpi: kpi.id, session, cellId, change }) };
  };
  const of = (value: Value): ActionMenu | null => {
    const day = startOf(value).slice(0, 10);
    if (day === '') return null;
    const found = compared(value);
    const cause = { variant, day, dimension: null, member: null };
    const test = () => void ask({ kind: 'test', kpi: kpi.id, session, cellId, cause });
    const items = [
      ...(found ? [explain(found)] : []),
      { label: reader.t('cause.ask'), run: test },
      ...markItems(reader, day),
    ];
    return { title: kpi.name[locale], items };
  };
  const latest = (table: Table): ActionMenu | null => {
    const column = table.columns.find(({ name }) => name === grain);
    const { to } = session.period;
    for (let row = table.rowCount - 1; column && row >= 0; row--) {
      const found = compared(column.at(row));
      if (found && !found.isPart && (to === null || (found.now.to ?? '') <= to)) return of(column.at(row));
    }
    return null;
  };
  return { column: grain, of, latest };
}

/** To mark what happened on a day, or, where none is meant, on the data's last. */
export function markItems({ events, t }: Reader, day: WallClock | null): Item[] {
  return events ? [{ label: t('events.mark'), run: () => events.ask(day) }] : [];
}

type Item = ActionMenu['items'][number];

function startOf(value: Value): WallClock {
  return toIso(value, typeof value === 'bigint' ? 'timestamp' : 'date') ?? '';
}
