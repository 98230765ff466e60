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

/** Replaces the workspace's targets of a KPI; those that sources brought stay. */
export async function setKpiTargets(
  engine: Engine,
  kpi: string,
  specs: readonly KpiTargetSpec[],
): Promise<void> {
  for (const spec of specs) check(spec);
  const zone = await workspaceZone(engine);
  await transact(engine, [
    `delete from ${targets(engine)} where ${isOwnSql} and kpi = ${quoteLiteral(kpi)}`,
    ...specs.map((spec) => insertSql(engine, { kpi, zone, spec })),
  ]);
}

/** Statements that keep the workspace's targets at their hours of the wall when its zone becomes another. */
export async function rezonedTargets(engine: Engine, zone: string): Promise<string[]> {
  const result = await engine.query(
    `select kpi, ${columns} from ${targets(engine)} where ${isOwnSql} and value is not null order by rowid`,
  );
  const inserts = rowsOf(result).map((row) => {
    const spec = {
      member: word(row['member']),
      from: word(row['from_at']),
      to: word(row['to_at']),
      value: toNumber(row['value'] ?? null) ?? NaN,
    };
    return insertSql(engine, { kpi: word(row['kpi']) ?? '', zone, spec });
  });
  return inserts.length === 0 ? [] : [`delete from ${targets(engine)} where ${isOwnSql}`, ...inserts];
}

const span = { from: 'from_at', to: 'to_at' };
const columns = `nullif(member, '') as member, ${spanReadSql(span)}, value`;

function check({ value, from, to }: KpiTargetSpec): void {
  if (!Number.isFinite(value)) throw new ImportError('import.target.noValue');
  if (from !== null && to !== null && from >= to) throw new ImportError('import.target.span');
}

interface Insert {
  readonly kpi: string;
  readonly zone: string;
  readonly spec: KpiTargetSpec;
}

function insertSql(engine: Engine, { kpi, zone, spec }: Insert): string {
  const { member, value } = spec;
  return `insert into ${targets(engine)} by name select ${quoteLiteral(workspaceSource)} as source_id, ${quoteLiteral(kpi)} as kpi, ${quoteLiteral(member)}::varchar as member, ${spanWrittenSql(span, spec, zone)}, ${value}::double as value`;
}

function targets(engine: Engine): string {
  return quoteRelation(engine.database, 'base', 'targets');
}
