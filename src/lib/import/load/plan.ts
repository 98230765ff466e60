import type { Engine } from '#engine';
import { zoneTransitions, type ZoneTransition } from '#time';
import { tryPatterns } from '../compile/patterns.ts';
import type { Plan } from '../compile/table-sql.ts';
import type { Mapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import { surveyTable, type Survey } from '../survey/survey.ts';

/** Zones that an import is read and written in. */
export interface Zones {
  /** Of times that name none. */
  readonly source: string;
  /** Of every `x_at`. */
  readonly workspace: string;
}

export interface PlanOptions {
  readonly sourceId: string;
  readonly zones: Zones;
  readonly signal: AbortSignal | undefined;
}

/** Asks the rows what the mapping leaves to them, and settles the zones' changes over their time. */
export async function makePlan(
  engine: Engine,
  raw: RawTable,
  mapping: Mapping,
  options: PlanOptions,
): Promise<Plan> {
  await tryPatterns(engine, mapping);
  const survey = await surveyTable(engine, raw, mapping, options.signal);
  const { from, to } = timeOf(survey);
  return {
    sourceId: options.sourceId,
    raw,
    mapping,
    survey,
    sourceZone: changes(options.zones.source, from, to),
    workspaceZone: changes(options.zones.workspace, from, to),
  };
}

/** A zone's changes over a range; null for UTC, which has none and needs no arithmetic. */
export function changes(zone: string, from: number, to: number): readonly ZoneTransition[] | null {
  const found = zoneTransitions(zone, from, to);
  return found.length === 1 && found[0]!.offsetSeconds === 0 ? null : found;
}

const day = 86_400_000;

function timeOf({ dates }: Survey): { from: number; to: number } {
  const known = Object.values(dates);
  const froms = known.flatMap(({ from }) => from ?? []);
  const tos = known.flatMap(({ to }) => to ?? []);
  if (froms.length === 0) return { from: Date.UTC(2000, 0, 1), to: Date.UTC(2040, 0, 1) };
  return { from: Math.min(...froms) - day, to: Math.max(...tos) + day };
}
