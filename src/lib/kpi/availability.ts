import { text, type Text } from '#errors';
import type { Definition, Kpi, Path } from './kpi.ts';
import { failedCheck, type KpiProfile } from './profile.ts';
import { preludeNames } from './prelude.ts';
import { columnsIn } from './relation.ts';
import {
  definitionOf,
  fullVariant,
  isChoice,
  missingCompanions,
  otherChoices,
  parseVariant,
  serializeVariant,
  type Choice,
} from './variant.ts';

/** Whether a KPI can be computed from the data at hand, and if not, what exactly it lacks. */
export type Availability =
  | {
      readonly status: 'ok';
      /** Every option that was used, ★ included. */
      readonly variant: string;
      readonly path: Path;
      readonly notes: readonly Text[];
    }
  | {
      readonly status: 'not_computable';
      readonly variant: string;
      readonly reason: Text;
      /** Variants that can be computed; none is ever taken by itself. */
      readonly alternatives: readonly string[];
    };

export interface AvailabilityOptions {
  readonly variant?: string | undefined;
  /** Whether rows will have to be placed in a period, for which they need their date. */
  readonly withPeriod?: boolean | undefined;
}

/** Judges one variant (★ unless named) of a KPI by the profile of the data; pure. */
export function availability(
  kpi: Kpi,
  profile: KpiProfile,
  { variant = '', withPeriod = false }: AvailabilityOptions = {},
): Availability {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return { status: 'not_computable', variant, reason: choice, alternatives: [] };
  const reason = obstacle(kpi, choice, profile, withPeriod);
  if (reason === null) {
    const definition = definitionOf(kpi, choice);
    return {
      status: 'ok',
      variant: fullVariant(choice),
      path: pathOf(definition, profile),
      notes: missingComponents(kpi, definition, profile),
    };
  }
  return {
    status: 'not_computable',
    variant: fullVariant(choice),
    reason,
    alternatives: alternatives(kpi, choice, profile, withPeriod),
  };
}

/** Tables and columns that a definition reads, as `table` and `table.column`. */
export function needsOf(definition: Definition): readonly string[] {
  const { from, where, value, numerator, denominator, expression, needs } = definition;
  if (needs !== null) return needs;
  const expressions = [where, value, numerator, denominator, expression].filter((each) => each !== null);
  const columns = expressions.flatMap((each) => columnsIn(each, from)).map((column) => `${from}.${column}`);
  return [from, ...new Set(columns)];
}

function obstacle(kpi: Kpi, choice: Choice, profile: KpiProfile, withPeriod: boolean): Text | null {
  const definition = definitionOf(kpi, choice);
  const companions = missingCompanions(definition, choice);
  if (companions.length > 0) return text('kpi.variant.onlyWith', { others: companions.join('+') });
  const needs = needsOf(definition);
  const tables = needs.filter((need) => !need.includes('|')).map(tableOf);
  const read = [definition.from, ...tables].filter((table) => !preludeNames(definition).includes(table));
  const emptyTable = read.find((table) => rowsOf(profile, table) === 0);
  if (emptyTable !== undefined) return lacksTable(emptyTable, profile);
  const empty = needs.filter((need) => need.includes('.') && !isFilled(need, profile));
  if (empty.length > 0) return lacksColumns(empty);
  for (const name of definition.requires) {
    const failed = failedCheck(name, profile);
    if (failed) return failed;
  }
  return withPeriod ? lacksDate(definition, profile) : null;
}

/** Columns that it cannot do without come first; of alternatives one would be enough. */
function lacksColumns(empty: readonly string[]): Text {
  const single = empty.filter((need) => !need.includes('|'));
  if (single.length > 0)
    return text('kpi.needs.columns', { columns: single.join(', '), count: single.length });
  const [column = '', ...others] = alternativesIn(empty[0] ?? '');
  return text('kpi.needs.either', { column, other: others.join(', ') });
}

/** Rows have to have the date by which they fall into a period; it may be the first of several that is known. */
function lacksDate(definition: Definition, profile: KpiProfile): Text | null {
  const { from, at } = definition;
  if (at === null || preludeNames(definition).includes(from)) return null;
  const columns = columnsIn(at, from).map((column) => `${from}.${column}`);
  if (columns.length === 0) return null;
  if (isFilled(columns.join(' | '), profile)) return null;
  const [column = '', ...others] = columns;
  return others.length === 0
    ? text('kpi.needs.date', { columns: column })
    : text('kpi.needs.dateEither', { column, other: others.join(', ') });
}

function lacksTable(table: string, profile: KpiProfile): Text {
  const present = Object.entries(profile.tables)
    .filter(([name, { rows }]) => rows > 0 && name !== 'contacts')
    .map(([name]) => name);
  if (present.length === 0) return text('kpi.needs.data', { table });
  if (table === 'contacts') return text('kpi.needs.contacts', { present: present.join(', ') });
  return text('kpi.needs.table', { table: workedOutFrom[table] ?? table, present: present.join(', ') });
}

/** What an export would have to hold for a table that Deskbook works out. */
const workedOutFrom: Readonly<Record<string, string>> = {
  replies: 'messages',
  solves: 'ticket_events',
  status_periods: 'ticket_events',
};

/** `tickets.a | tickets.b`: one of them is enough. */
export function isFilled(need: string, profile: KpiProfile): boolean {
  return alternativesIn(need).some((part) => knownRows(part, profile) > 0);
}

/** Rows of a table, or those that know a column. */
export function knownRows(place: string, { tables }: KpiProfile): number {
  const [table = '', column] = place.split('.');
  return (column === undefined ? tables[table]?.rows : tables[table]?.columns[column]) ?? 0;
}

export function alternativesIn(need: string): string[] {
  return need.split('|').map((part) => part.trim());
}

function tableOf(need: string): string {
  return need.split(/[.|]/)[0]!.trim();
}

function rowsOf({ tables }: KpiProfile, table: string): number {
  return tables[table]?.rows ?? 0;
}

function alternatives(kpi: Kpi, choice: Choice, profile: KpiProfile, withPeriod: boolean): string[] {
  const computable = otherChoices(kpi, choice).filter(
    (other) => obstacle(kpi, other, profile, withPeriod) === null,
  );
  const names = computable.map((other) => serializeVariant(kpi, other)).filter((name) => name !== '');
  const near = names.filter((name) => !names.some((other) => other !== name && isPartOf(other, name)));
  return [...new Set(near)];
}

function isPartOf(part: string, whole: string): boolean {
  const options = whole.split('+');
  return part.split('+').every((option) => options.includes(option));
}

/** Computed values come from messages or events where there are any, else from the instants that the export gives. */
function pathOf({ path }: Definition, profile: KpiProfile): Path {
  if (path === 'messages' && rowsOf(profile, 'messages') === 0) return 'timestamps';
  if (path === 'events' && rowsOf(profile, 'ticket_events') === 0) return 'timestamps';
  return path;
}

/** The parts of a sum that the file lacks altogether, where it has others. */
function missingComponents(kpi: Kpi, definition: Definition, profile: KpiProfile): Text[] {
  if (definition.path === 'reported' || definition.from !== kpi.definition.from) return [];
  const missing = kpi.components.filter((column) => !isFilled(column, profile));
  if (missing.length === kpi.components.length) return [];
  return missing.map((column) => text('kpi.note.component', { column }));
}
