import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteRelation } from '#sql';
import { isZone, utcToLocalSql, zoneTransitions } from '#time';
import { toNumber } from '#table';
import { applyCalendars } from './calendar/apply.ts';
import { canonicalTables, recordTables } from './canonical/index.ts';
import type { CanonicalTable } from './canonical/index.ts';
import { setSettingSql } from './canonical/prepare.ts';
import { rezonedEvents } from './events.ts';
import { rezonedTargets } from './kpi-targets.ts';

/** Lets every `x_at` show the wall clock of another zone; instants and durations stay what they are. */
export async function setWorkspaceZone(engine: Engine, zone: string): Promise<void> {
  if (!isZone(zone)) throw new ImportError('import.zone.unknown', { zone });
  const updates: string[] = [];
  for (const table of [...canonicalTables, ...recordTables]) {
    const update = await updateSql(engine, table, zone);
    if (update) updates.push(update);
  }
  const statements = [
    'begin transaction',
    ...updates,
    ...(await rezonedTargets(engine, zone)),
    ...(await rezonedEvents(engine, zone)),
    setSettingSql(engine.database, 'workspace_zone', zone),
    'commit',
  ];
  try {
    await engine.exec(statements.join(';\n'));
  } catch (error) {
    await engine.exec('rollback').catch(() => undefined);
    throw error;
  }
  await applyCalendars(engine);
}

async function updateSql(engine: Engine, table: CanonicalTable, zone: string): Promise<string | null> {
  const instants = table.columns.filter(({ clock }) => clock === 'utc').map(({ name }) => name);
  if (instants.length === 0) return null;
  const relation = quoteRelation(engine.database, 'base', table.name);
  const bounds = instants.map((name) => `min(${name}), max(${name})`).join(', ');
  const result = await engine.query(
    `select ${bounds.replaceAll(/(min|max)\((\w+)\)/g, 'epoch_ms($1($2))')} from ${relation}`,
  );
  const known = result.columns.flatMap((column) => toNumber(column.at(0)) ?? []);
  if (known.length === 0) return null;
  const transitions = zoneTransitions(zone, Math.min(...known), Math.max(...known));
  const sets = instants.map(
    (name) =>
      `${quoteIdentifier(name.replace(/_utc$/, ''))} = ${utcToLocalSql(quoteIdentifier(name), transitions)}`,
  );
  return `update ${relation} set ${sets.join(', ')}`;
}
