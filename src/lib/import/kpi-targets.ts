import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import type { WallClock } from '#time';
import { workspaceSource } from './calendar/calendar.ts';
import { workspaceZone } from './canonical/prepare.ts';
import { transact } from './load/transaction.ts';
import { isOwnSql, spanReadSql, spanWrittenSql, word } from './own-rows.ts';

/** What a KPI should be, as a screen edits it. */
export interface KpiTargetSpec {
  /** The channel, team or agent it holds for; null for all. */
  readonly member: string | null;
  /** From when to when it holds, by the workspace's clock; the end is not part of it. Null for always. */
  readonly from: WallClock | null;
  readonly to: WallClock | null;
  /** In the KPI's unit. */
  readonly value: number;
}

/** A target of the workspace, and the KPI it is for. */
export interface OwnTarget extends KpiTargetSpec {
  readonly kpi: string;
}

export interface KpiTarget extends KpiTargetSpec {
  /** `workspace` for targets set here; a source may bring its own. */
  readonly sourceId: string;
}

/** The targets of a KPI: the workspace's own first, of each the latest first. */
export async function kpiTargets(engine: Engine, kpi: string): Promise<KpiTarget[]> {
  const result = await engine.query(
    `select source_id, ${columns} from ${targets(engine)} where kpi = ${quoteLiteral(kpi)} and value is not null
order by source_id <> ${quoteLiteral(workspaceSource)}, source_id, from_at desc nulls last, member nulls first, value`,
  );
  return rowsOf(result).map((row) => ({
    sourceId: word(row['source_id']) ?? '',
    member: word(row['member']),
    from: word(row['from_at']),
    to: word(row['to_at']),
    value: toNumber(row['value'] ?? null) ?? NaN,
  }));
}

/** The workspace's targets of all KPIs, in the order in which they were set. */
export async function ownTargets(engine: Engine): Promise<OwnTarget[]> {
  const result = await engine.query(
    `select kpi, ${columns} from ${targets(engine)} where ${isOwnSql} and value is not null order by rowid`,
  );
  return rowsOf(result).map((row) => ({
    kpi: word(row['kpi']) ?? '',
    member: word(row['member']),
    from: word(row['from_at']),
    to: word(row['to_at']),
    value: toNumber(row['value'] ?? null) ?? NaN,
  }));
}

/** Replaces the workspace's targets; those that sources brought stay. */
export async function setOwnTargets(engine: Engine, all: readonly OwnTarget[]): Promise<void> {
  all.forEach(checkTarget);
  const zone = await workspaceZone(engine);
  await transact(engine, [
    `delete from ${targets(engine)} where ${isOwnSql}`,
    ...all.map((target) => insertSql(engine, target, zone)),
  ]);
}

/** Statements that keep the workspace's targets at their hours of the wall when its zone becomes another. */
export async function rezonedTargets(engine: Engine, zone: string): Promise<string[]> {
  const inserts = (await ownTargets(engine)).map((target) => insertSql(engine, target, zone));
  return inserts.length === 0 ? [] : [`delete from ${targets(engine)} where ${isOwnSql}`, ...inserts];
}

export function checkTarget({ value, from, to }: OwnTarget): void {
  if (!Number.isFinite(value)) throw new ImportError('import.target.noValue');
  if (from !== null && to !== null && from >= to) throw new ImportError('import.target.span');
}

const span = { from: 'from_at', to: 'to_at' };
const columns = `nullif(member, '') as member, ${spanReadSql(span)}, value`;

function insertSql(engine: Engine, target: OwnTarget, zone: string): string {
  const { kpi, member, value } = target;
  return `insert into ${targets(engine)} by name select ${quoteLiteral(workspaceSource)} as source_id, ${quoteLiteral(kpi)} as kpi, ${quoteLiteral(member)}::varchar as member, ${spanWrittenSql(span, target, zone)}, ${value}::double as value`;
}

function targets(engine: Engine): string {
  return quoteRelation(engine.database, 'base', 'targets');
}
