import { text, type Text } from '#errors';
import type { Engine } from '#engine';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { rowsOf, toNumber } from '#table';
import { cleanSql } from '../compile/clean-sql.ts';
import { wordMeaning } from '../compile/field-sql.ts';
import { leaves, wordsOf } from '../survey/survey.ts';
import { parseReason } from '../readers/reader.ts';
import { isNullWord } from '../vocabulary/index.ts';
import type { Rejection } from '../report.ts';
import { keptRows } from './check.ts';
import { completingOf } from './completing-sql.ts';
import type { Part, SourceLoad } from './load.ts';
import { storedName } from '../stored-name.ts';
import { strayNotes } from './scores.ts';

/** Why rows were refused, by reason, the most frequent first. */
export async function rejectionsOf(engine: Engine, { sourceId, parts }: SourceLoad): Promise<Rejection[]> {
  const table = quoteRelation(engine.database, 'base', 'rejected_rows');
  const files = parts.map(({ plan }) => quoteLiteral(storedName(plan.raw))).join(', ');
  const result = await engine.query(
    `select reason, count(*) as n from ${table} where source_id = ${quoteLiteral(sourceId)} and source_file in (${files}) group by reason order by n desc, reason`,
  );
  return rowsOf(result).flatMap(({ reason, n }) =>
    typeof reason === 'string' ? [{ reason: parseReason(reason), count: toNumber(n ?? 0) ?? 0 }] : [],
  );
}

/** What is odd about a source, each with its count; nothing here was dropped. */
export async function notesOf(engine: Engine, load: SourceLoad): Promise<Text[]> {
  const notes: Text[] = [];
  for (const part of load.parts) {
    notes.push(...part.plan.raw.decisions.notes);
    notes.push(...assumedDates(part), ...countNotes(part), ...unknownWords(part), ...strayNotes(part.plan));
    notes.push(...(await damagedIds(engine, part)), ...(await unreadable(engine, load, part)));
    notes.push(...(await unmet(engine, load, part)));
  }
  return [...notes, ...(await contradictions(engine, load.sourceId))];
}

function assumedDates({ plan }: Part): Text[] {
  return Object.entries(plan.survey.dates).flatMap(([column, { families, daysOnly }]) => {
    const assumed = families
      .filter(({ basis }) => basis === 'assumed')
      .map(({ order, example }) =>
        text('import.note.assumedOrder', { column, order: order.toUpperCase(), example }),
      );
    return daysOnly && hasNoTime(plan.mapping.tables, column)
      ? [...assumed, text('import.note.daysOnly', { column })]
      : assumed;
  });
}

function hasNoTime(tables: Part['plan']['mapping']['tables'], column: string): boolean {
  const fields = tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  return fields.some(
    (field) => field.kind === 'instant' && field.column === column && field.time === undefined,
  );
}

function countNotes({ plan, check }: Part): Text[] {
  const some = (code: string, count: number) => (count > 0 ? [text(code, { count })] : []);
  return [
    ...some('import.note.duplicates', check.duplicate),
    ...some('import.note.superseded', check.superseded),
    ...leftOut(plan, check),
  ];
}

function leftOut({ mapping }: Part['plan'], { leftOut: count }: Part['check']): Text[] {
  const columns = mapping.tables.flatMap(({ where }) => where?.column ?? []);
  const column = [...new Set(columns)].join('”, “');
  return count > 0 ? [text('import.note.leftOut', { count, column })] : [];
}

const listed = 5;

/** Words that no vocabulary knows: their rows are loaded, their meaning is not. */
function unknownWords({ plan: { mapping, survey } }: Part): Text[] {
  const fields = mapping.tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  const seen = new Set<string>();
  return fields.flatMap((field) => {
    if (field.kind !== 'word' && field.kind !== 'boolean') return [];
    const name = field.kind === 'word' ? field.vocabulary : 'boolean';
    const key = `${field.column}/${name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const unknown = wordsOf(survey, field.column, name).filter(
      ({ text: word }) => !isNullWord(word) && wordMeaning(word.trim(), name, mapping) === null,
    );
    const words = unknown
      .slice(0, listed)
      .map(({ text: word }) => word.trim())
      .join(', ');
    return unknown.length === 0
      ? []
      : [
          text('import.note.unknownWords', {
            column: field.column,
            words,
            count: unknown.reduce((sum, { rows }) => sum + rows, 0),
          }),
        ];
  });
}

/** `1.03006E+13`: a spreadsheet rounded the id, and several people may now share one. */
async function damagedIds(engine: Engine, { plan: { raw, mapping, survey } }: Part): Promise<Text[]> {
  const fields = mapping.tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  const ids = [...new Set(fields.flatMap((field) => (field.kind === 'id' ? [field.column] : [])))];
  const columns = ids.filter((column) => survey.cells[column]?.exponents ?? true);
  if (columns.length === 0) return [];
  const counts = columns.map(
    (column) =>
      `count(*) filter (where ${quoteIdentifier(column)} like '%E+%' and regexp_full_match(trim(${quoteIdentifier(column)}), '\\d([.,]\\d+)?E\\+\\d+'))`,
  );
  const result = await engine.query(`select ${counts.join(', ')} from ${raw.relation}`);
  return columns.flatMap((column, index) => {
    const count = toNumber(result.columns[index]!.at(0)) ?? 0;
    return count > 0 ? [text('import.note.damagedIds', { column, count })] : [];
  });
}

/** Instants that are written but cannot be read, other than the one that rows are refused for. */
async function unreadable(engine: Engine, load: SourceLoad, { plan, check }: Part): Promise<Text[]> {
  const [primary] = plan.mapping.tables;
  if (!primary) return [];
  const plain = Object.entries(primary.columns).flatMap(([name, field]) =>
    field.kind === 'instant' && !field.unless ? [{ name, column: field.column }] : [],
  );
  if (plain.length === 0) return [];
  const table = quoteRelation(engine.database, 'base', primary.table);
  const own = `from ${table} where source_id = ${quoteLiteral(load.sourceId)} and source_file = ${quoteLiteral(storedName(plan.raw))}`;
  const read = await engine.query(
    `select ${plain.map(({ name }) => `count(${quoteIdentifier(`${name}_utc`)})`).join(', ')}, count(*) ${own}`,
  );
  const loaded = toNumber(read.columns.at(-1)?.at(0) ?? null);
  const isWhole = loaded === check.loaded - check.duplicate - check.superseded;
  const written = await writtenCells(
    engine,
    { plan, check },
    {
      columns: plain.map(({ column }) => column),
      rows: isWhole ? null : `(select source_row ${own})`,
    },
  );
  return plain.flatMap(({ column }, index) => {
    const count = (written[index] ?? 0) - (toNumber(read.columns[index]!.at(0)) ?? 0);
    return count > 0 ? [text('import.note.unreadable', { column, count })] : [];
  });
}

/** Rows that were to complete others and met none. */
async function unmet(engine: Engine, { sourceId }: SourceLoad, part: Part): Promise<Text[]> {
  const notes: Text[] = [];
  for (const { table, file, key, keys } of completingOf([part])) {
    const base = quoteRelation(engine.database, 'base', table);
    const same = key.map((name) => `t.${quoteIdentifier(name)} = k.${quoteIdentifier(name)}`).join(' and ');
    const result = await engine.query(
      `select count(*) from (${keys}) k anti join (from ${base} where source_id = ${quoteLiteral(sourceId)}) t on ${same}`,
    );
    const count = toNumber(result.columns[0]!.at(0)) ?? 0;
    if (count > 0) notes.push(text('import.note.unmet', { count, file, table }));
  }
  return notes;
}

interface Written {
  readonly columns: readonly string[];
  /** The rows to ask, where they are not all that were kept: another file had a later state of some. */
  readonly rows: string | null;
}

/** How many of the kept rows have something written in a column; the survey knows, unless it has to be asked of fewer rows. */
async function writtenCells(
  engine: Engine,
  { plan: { raw, survey }, check }: Part,
  { columns, rows }: Written,
): Promise<number[]> {
  const surveyed = columns.flatMap((column) => {
    const cells = survey.cells[column];
    return cells && !cells.padded ? [cells.filled - cells.unknown] : [];
  });
  if (rows === null && check.dropped === null && surveyed.length === columns.length) return surveyed;
  const counts = columns.map((column) => `count(${cleanSql(`trim(${quoteIdentifier(column)})`)})`);
  const from = rows === null ? keptRows(raw, check) : `${raw.relation} semi join ${rows} using (source_row)`;
  const result = await engine.query(`select ${counts.join(', ')} from ${from}`);
  return result.columns.map((each) => toNumber(each.at(0)) ?? 0);
}

const oddities = {
  solvedBeforeCreated: 'last_solved_at_utc < created_at_utc',
  replyBeforeCreated: 'first_human_reply_at_utc < created_at_utc',
  closedWithoutDate: `status in ('solved', 'closed') and last_solved_at_utc is null and closed_at_utc is null`,
  undated: 'created_at_utc is null',
} as const;

/** Tickets whose instants contradict one another: kept, and left out of durations. */
async function contradictions(engine: Engine, sourceId: string): Promise<Text[]> {
  const table = quoteRelation(engine.database, 'base', 'tickets');
  const counts = Object.values(oddities).map((condition) => `count(*) filter (where ${condition})`);
  const result = await engine.query(
    `select ${counts.join(', ')} from ${table} where source_id = ${quoteLiteral(sourceId)}`,
  );
  return Object.keys(oddities).flatMap((name, index) => {
    const count = toNumber(result.columns[index]!.at(0)) ?? 0;
    return count > 0 ? [text(`import.note.${name}`, { count })] : [];
  });
}
