import { quoteIdentifier, quoteLiteral } from '#sql';
import { afterSecondsSql, localToUtcSql, utcToLocalSql, type ZoneTransition } from '#time';
import { canonicalTable, type CanonicalTable } from '../canonical/index.ts';
import type { Condition, Field, Mapping, TableMapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import { storedName } from '../stored-name.ts';
import { leaves, rawColumns, type Survey } from '../survey/survey.ts';
import { plainWord, reopenedWords } from '../vocabulary/index.ts';
import { cleanSql } from './clean-sql.ts';
import { customNames } from './custom-fields.ts';
import { derivedInstants, derivedValues, type Derived } from './derived.ts';
import { cell, fieldInstantSql, fieldSql, scoreSql, type FieldContext } from './field-sql.ts';
import { durationSql } from './number-sql.ts';
import { extend, stage, stageOnce, type Assignment, type Stage } from './stage.ts';
import { takenRows } from './taken-sql.ts';

/** All that one raw table's statements are made of. */
export interface Plan {
  readonly sourceId: string;
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly survey: Survey;
  /** Null = UTC. */
  readonly sourceZone: readonly ZoneTransition[] | null;
  readonly workspaceZone: readonly ZoneTransition[] | null;
}

type NamedField = readonly [name: string, field: Field];

/** The query that yields the canonical rows of one table from `rows` (raw ones), columns named as in `base`. */
export function tableSql(plan: Plan, mapping: TableMapping, rows: string): Stage {
  const table = canonicalTable(mapping.table);
  if (!table) throw new Error(`No canonical table ${mapping.table}`);
  const instants = fill(parsed(plan, mapping, rows), derivedInstants[mapping.table] ?? []);
  const clocks = extend(instants, wallClocks(plan, table, instants));
  const derived = [...reopened(plan, mapping), ...(derivedValues[mapping.table] ?? [])];
  return finished(plan, table, mapping, fill(clocks, derived));
}

/** What the mapping itself says: cells, typed values, conditions, UTC. */
export function parsed(plan: Plan, mapping: TableMapping, rows: string): Stage {
  const context: FieldContext = { ...plan, asNps: asksNps(mapping) };
  const fields = Object.entries(mapping.columns);
  const row = { name: 'source_row', sql: 'source_row' };
  const columns = [...rawColumns(mapping)].map((column) => ({ column, survey: plan.survey.cells[column] }));
  const taken = takenRows(plan.survey, mapping, rows);
  const trimmed = stage(taken.from, [
    row,
    ...columns.map(({ column, survey }) => trimmedCell(column, survey?.padded ?? true)),
    ...taken.before,
  ]);
  const dirty = columns.filter(({ survey }) => !survey || survey.padded || survey.unknown > 0);
  const raw = extend(
    trimmed,
    dirty.map(({ column }) => ({ name: `cell ${column}`, sql: cleanSql(cell(column)) })),
  );
  const typed = stageOnce(`(${raw.query})`, [
    row,
    ...fields.flatMap((each) => fixedInstant(mapping.table, each) ?? typedColumns(each, context)),
    ...customFields(mapping),
  ]);
  const exact = extend(
    typed,
    fields.flatMap((each) => conditioned(plan, each, typed)),
  );
  const offsets = extend(exact, fields.flatMap(offsetColumns));
  return extend(offsets, fields.flatMap(copies(offsets)));
}

function trimmedCell(column: string, padded: boolean): Assignment {
  const name = `r.${quoteIdentifier(column)}`;
  return { name: `cell ${column}`, sql: padded ? `trim(${name})` : name };
}

export function asksNps({ columns }: TableMapping): boolean {
  const kind = columns['kind'];
  return kind?.kind === 'constant' && kind.value === 'nps';
}

function typedColumns([name, field]: NamedField, context: FieldContext): Assignment[] {
  if (field.kind === 'score') return [{ name: 'answer', sql: scoreSql(field, context) }];
  if (field.kind === 'copy') return [];
  const alternatives = leaves(field);
  if (!alternatives.some((each) => each.kind === 'instant' || each.kind === 'offset')) {
    return [{ name, sql: fieldSql(field, context) }];
  }
  return alternatives.flatMap((each, index) => {
    if (each.kind === 'offset') {
      const comma = context.survey.decimalComma.has(each.column);
      return [{ name: `${name} after ${index}`, sql: durationSql(cell(each.column), each.unit, comma) }];
    }
    if (each.kind !== 'instant') return [];
    const { clock, offsetSeconds } = fieldInstantSql(each, context);
    const offset = offsetSeconds === null ? [] : [{ name: `${name} offset ${index}`, sql: offsetSeconds }];
    return [{ name: `${name} clock ${index}`, sql: clock }, ...offset];
  });
}

/** An instant that the mapping itself states, such as the period that a line above the table names. */
function fixedInstant(table: string, [name, field]: NamedField): Assignment[] | null {
  const column = canonicalTable(table)?.columns.find((each) => each.name === name);
  if (field.kind !== 'constant' || column?.clock !== 'wall') return null;
  return [{ name: `${name} clock 0`, sql: `cast(${quoteLiteral(field.value)} as timestamp)` }];
}

function customFields({ customFields = [] }: TableMapping): Assignment[] {
  if (customFields.length === 0) return [];
  const entries = [...customNames(customFields)].map(
    ([column, name]) => `{'key': ${quoteLiteral(name)}, 'value': ${cell(column)}}`,
  );
  return [
    {
      name: 'custom_fields',
      sql: `map_from_entries(list_filter([${entries.join(', ')}], lambda entry: entry.value is not null))`,
    },
  ];
}

/** Conditions are asked of the typed values; clocks become UTC; an answer falls into its parts. */
function conditioned(plan: Plan, [name, field]: NamedField, typed: Stage): Assignment[] {
  if (field.kind === 'score') {
    const answered = ['score', 'scale'].map((part) => ({ name: part, sql: `answer.${part}` }));
    return [{ name: 'score_raw', sql: 'answer.answer' }, ...answered];
  }
  const clocks = leaves(field).flatMap((_, index) =>
    typed.columns.has(`${name} clock ${index}`) ? [index] : [],
  );
  if (clocks.length > 0) {
    const alternatives = clocks.map((index) => utcOf(plan, [name, field], index, typed));
    return [
      {
        name: `${name}_utc`,
        sql: unless(
          field,
          alternatives.length === 1 ? alternatives[0]! : `coalesce(${alternatives.join(', ')})`,
        ),
      },
    ];
  }
  if (!typed.columns.has(name)) return [];
  const column = quoteIdentifier(name);
  const zero =
    field.kind === 'duration' && field.zero && typed.columns.has(field.zero.column) ? field.zero : undefined;
  const known = zero
    ? `case when ${column} = 0 and (${conditionSql(zero)}) is not true then null else ${column} end`
    : column;
  return field.unless || zero ? [{ name, sql: unless(field, known) }] : [];
}

function utcOf(plan: Plan, [name, field]: NamedField, index: number, typed: Stage): string {
  const clock = quoteIdentifier(`${name} clock ${index}`);
  const offset = `${name} offset ${index}`;
  const zoned =
    plan.sourceZone === null || isUtc(field, index) ? clock : localToUtcSql(clock, plan.sourceZone);
  if (!typed.columns.has(offset)) return zoned;
  const seconds = quoteIdentifier(offset);
  return `case when ${seconds} is null then ${zoned} else ${afterSecondsSql(clock, `-${seconds}::bigint`)} end`;
}

function isUtc(field: Field, index: number): boolean {
  const chosen = leaves(field)[index];
  return chosen?.kind === 'instant' && chosen.utc === true;
}

function unless(field: Field, sql: string): string {
  return field.unless ? `case when ${conditionSql(field.unless)} then null else ${sql} end` : sql;
}

function conditionSql({ column, is }: Condition): string {
  return `${quoteIdentifier(column)} in (${is.map((value) => quoteLiteral(value)).join(', ')})`;
}

/** An instant that is given as time after another one. */
function offsetColumns([name, field]: NamedField): Assignment[] {
  const parts = leaves(field);
  const after = parts.flatMap((each, index) =>
    each.kind === 'offset'
      ? [afterSecondsSql(quoteIdentifier(`${each.from}_utc`), quoteIdentifier(`${name} after ${index}`))]
      : [],
  );
  if (after.length === 0) return [];
  const direct = parts.some((each) => each.kind === 'instant') ? [quoteIdentifier(`${name}_utc`)] : [];
  const all = [...direct, ...after];
  return [
    { name: `${name}_utc`, sql: unless(field, all.length === 1 ? all[0]! : `coalesce(${all.join(', ')})`) },
  ];
}

function copies(known: Stage): (named: NamedField) => Assignment[] {
  return ([name, field]) => {
    if (field.kind !== 'copy') return [];
    const instant = known.columns.has(`${field.of}_utc`);
    const suffix = instant ? '_utc' : '';
    return [{ name: `${name}${suffix}`, sql: unless(field, quoteIdentifier(`${field.of}${suffix}`)) }];
  };
}

/** Fills what is empty from what is known, one thing after the other. */
export function fill(start: Stage, derived: readonly Derived[]): Stage {
  const mapped = start.columns;
  return derived.reduce((known, { column, needs, sql, unlessMapped = [] }) => {
    const possible =
      needs.every((name) => known.columns.has(name)) && !unlessMapped.some((name) => mapped.has(name));
    if (!possible) return known;
    const value = known.columns.has(column) ? `coalesce(${quoteIdentifier(column)}, ${sql})` : sql;
    return extend(known, [{ name: column, sql: value }]);
  }, start);
}

function reopened({ mapping, survey }: Plan, table: TableMapping): Derived[] {
  const field = table.columns['status_raw'];
  if (table.table !== 'tickets' || field?.kind !== 'text') return [];
  const words = (survey.words[field.column] ?? [])
    .map(({ text }) => text.trim())
    .filter((word) => reopenedWords.includes(plainWord(word)));
  if (words.length === 0 || mapping.vendor === 'canonical') return [];
  const list = words.map((word) => quoteLiteral(word)).join(', ');
  return [{ column: 'is_reopened', needs: ['status_raw'], sql: `status_raw in (${list})` }];
}

/** The wall clocks of a table's instants, as far as they are known. */
export function wallClocks(plan: Plan, table: CanonicalTable, known: Stage): Assignment[] {
  const instants = table.columns.filter(
    ({ name, clock }) => clock === 'wall' && known.columns.has(`${name}_utc`),
  );
  return instants.map(({ name }) => {
    const utc = quoteIdentifier(`${name}_utc`);
    return { name, sql: plan.workspaceZone === null ? utc : utcToLocalSql(utc, plan.workspaceZone) };
  });
}

/** The columns of a table in their types, with their origin; rows that lack what the mapping requires are left out. */
export function finished(plan: Plan, table: CanonicalTable, mapping: TableMapping, known: Stage): Stage {
  const own = table.columns.filter(({ name }) => known.columns.has(name) && name !== 'source_row');
  const where = mapping.requires.map((name) => `${quoteIdentifier(name)} is not null`);
  const from = `(${known.query})${where.length === 0 ? '' : ` where ${where.join(' and ')}`}`;
  const done = stage(from, [
    { name: 'source_id', sql: quoteLiteral(plan.sourceId) },
    ...own.map(({ name, type }) => ({ name, sql: castTo(name, type) })),
    { name: 'source_file', sql: quoteLiteral(storedName(plan.raw)) },
    { name: 'source_row', sql: 'source_row' },
  ]);
  if (!mapping.distinct) return done;
  const key = table.key.map(quoteIdentifier).join(', ');
  return { ...done, query: done.query.replace(/^select /, `select distinct on (${key}) `) };
}

function castTo(name: string, type: string): string {
  const column = quoteIdentifier(name);
  return type === 'TIMESTAMP' || type === 'VARCHAR' ? column : `${column}::${type}`;
}
