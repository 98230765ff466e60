import { assertNever } from '#errors';
import { quoteIdentifier, quoteLiteral } from '#sql';
import type { Field, Mapping } from '../mapping.ts';
import type { RawTable } from '../readers/reader.ts';
import type { Survey } from '../survey/survey.ts';
import { isUnanswered, scoreReader } from '../vocabulary/score.ts';
import { isNullWord, meaning, plainWord, vocabulary } from '../vocabulary/index.ts';
import { daySql, instantSql, type InstantSql } from './date-sql.ts';
import { listSql } from './list-sql.ts';
import { durationSql, numberSql } from './number-sql.ts';
import { fileMark } from './file-mark.ts';
import { before } from './taken-sql.ts';

/** What compiling a field needs to know besides the field. */
export interface FieldContext {
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly survey: Survey;
  /** The table asks for NPS answers, whose rule differs. */
  readonly asNps: boolean;
}

/** The name of a cleaned raw cell within the compiled statement. */
export function cell(column: string): string {
  return quoteIdentifier(`cell ${column}`);
}

/** A field that fills one plain column, as SQL over cleaned cells; instants, scores and copies are compiled elsewhere. */
export function fieldSql(field: Field, context: FieldContext): string {
  switch (field.kind) {
    case 'text':
      return cell(field.column);
    case 'id':
      return idSql(field.column, context);
    case 'key':
      return keySql(cell(field.column));
    case 'integer':
      return `cast(round(${number(field.column, context)}) as bigint)`;
    case 'number':
      return scaled(field, context);
    case 'money':
      return `cast(${scaled(field, context)} as decimal(18,4))`;
    case 'boolean':
      return field.not ? `not (${booleanSql(field.column, context)})` : booleanSql(field.column, context);
    case 'duration':
      return durationSql(cell(field.column), field.unit, context.survey.decimalComma.has(field.column));
    case 'word':
      return wordSql(cell(field.column), field, context);
    case 'before':
      return field.vocabulary === null
        ? before(field.column)
        : wordSql(before(field.column), { ...field, vocabulary: field.vocabulary }, context);
    case 'list':
      return listSql(cell(field.column), field.separator);
    case 'map':
      return `try_cast(${cell(field.column)} as map(varchar, varchar))`;
    case 'constant':
      return quoteLiteral(field.value);
    case 'row':
      return `${quoteLiteral(field.prefix)} || source_row || ${quoteLiteral(` #${fileMark(context.raw)}`)}`;
    case 'date':
      return dateSql(field.column, context);
    case 'first':
      return `coalesce(${field.of.map((each) => fieldSql(each, context)).join(', ')})`;
    case 'extract':
      return extractSql(field);
    case 'join':
      return field.of
        .map((each) => `cast(${fieldSql(each, context)} as varchar)`)
        .join(` || ${quoteLiteral(field.separator)} || `);
    case 'score':
    case 'instant':
    case 'offset':
    case 'copy':
      throw new Error(`A ${field.kind} field is compiled with its table`);
    default:
      return assertNever(field);
  }
}

function extractSql({ column, pattern, as }: Field & { kind: 'extract' }): string {
  if (as === undefined) return `nullif(regexp_extract(${cell(column)}, ${quoteLiteral(pattern)}, 1), '')`;
  return `case when regexp_matches(${cell(column)}, ${quoteLiteral(pattern)}) then ${quoteLiteral(as)} end`;
}

function scaled({ column, per }: Field & { kind: 'number' | 'money' }, context: FieldContext): string {
  const value = number(column, context);
  return per === undefined ? value : `(${value}) / ${per}`;
}

function number(column: string, { survey }: FieldContext): string {
  return numberSql(cell(column), survey.decimalComma.has(column));
}

/** `52 267`: a space within digits parts thousands and belongs to no id. */
function idSql(column: string, { survey }: FieldContext): string {
  const value = cell(column);
  if (survey.cells[column]?.parted === false) return value;
  return `case when contains(${value}, ' ') or contains(${value}, chr(160)) then case when regexp_full_match(${value}, '\\d{1,3}([ \\x{A0}]\\d{3})+') then regexp_replace(${value}, '[ \\x{A0}]', '', 'g') else ${value} end else ${value} end`;
}

function keySql(value: string): string {
  const digits = `nullif(regexp_replace(${value}, '[^0-9]', '', 'g'), '')`;
  return `case when contains(${value}, '@') then lower(regexp_extract(${value}, '[^\\s<>"]+@[^\\s<>"]+')) else ${digits} end`;
}

function dateSql(column: string, { survey }: FieldContext): string {
  const decision = survey.dates[column];
  return decision ? daySql(cell(column), decision) : 'null::date';
}

/** An instant's clock and offset, over cleaned cells. */
export function fieldInstantSql(field: Field & { kind: 'instant' }, { survey }: FieldContext): InstantSql {
  const decision = survey.dates[field.column];
  if (!decision) return { clock: 'null::timestamp', offsetSeconds: null };
  const found = instantSql(cell(field.column), decision, field.time === undefined ? null : cell(field.time));
  return field.daysLater === undefined
    ? found
    : { ...found, clock: `(${found.clock} + interval ${field.daysLater} day)` };
}

/** What a word means: what the mapping says, then what the vocabulary knows, then nothing. */
export function wordMeaning(word: string, name: string, mapping: Mapping): string | null {
  const words = mapping.vocabularies[name];
  const stated = words?.[word] ?? words?.[plainWord(word)];
  if (stated !== undefined) return stated;
  const known = vocabulary(name);
  return known ? meaning(known, word) : null;
}

function wordSql(
  value: string,
  { column, vocabulary: name }: { readonly column: string; readonly vocabulary: string },
  context: FieldContext,
): string {
  const branches = branchesOf(column, context, (word) => {
    const meant = wordMeaning(word, name, context.mapping);
    return meant === null ? null : quoteLiteral(meant);
  });
  return caseOf(value, branches, 'null::varchar');
}

function booleanSql(column: string, context: FieldContext): string {
  const branches = branchesOf(column, context, (word) => wordMeaning(word, 'boolean', context.mapping));
  return caseOf(cell(column), branches, 'null::boolean');
}

/** An answer as the struct `{answer, score, scale}`; NULL where the cell holds no answer: blank, or zero on a scale from one. */
export function scoreSql(field: Field & { kind: 'score' }, context: FieldContext): string {
  const read = scoreReader(context.survey.words[field.column] ?? [], field.scale, context.asNps);
  const branches = branchesOf(field.column, context, (word) => {
    const score = read(word);
    if (score) return struct(word, String(score.score), quoteLiteral(score.scale));
    return isUnanswered(word) ? struct(word, 'null', 'null') : null;
  });
  return caseOf(cell(field.column), branches, 'null::struct(answer varchar, score double, scale varchar)');
}

function struct(answer: string, score: string, scale: string): string {
  return `{'answer': ${quoteLiteral(answer.trim())}, 'score': ${score}::double, 'scale': ${scale}::varchar}`;
}

function branchesOf(
  column: string,
  { survey }: FieldContext,
  value: (word: string) => string | null,
): string[] {
  const seen = new Set<string>();
  return (survey.words[column] ?? []).flatMap(({ text }) => {
    const word = text.trim();
    const result = isNullWord(word) || seen.has(word) ? null : value(word);
    seen.add(word);
    return result === null ? [] : [`when ${quoteLiteral(word)} then ${result}`];
  });
}

function caseOf(value: string, branches: readonly string[], otherwise: string): string {
  return branches.length === 0 ? otherwise : `case ${value} ${branches.join(' ')} else ${otherwise} end`;
}
