import { quoteIdentifier, quoteLiteral } from '#sql';
import type { RowFilter, TableMapping } from '../mapping.ts';
import { mostWords, type Survey } from '../survey/survey.ts';
import { isNullWord, plainWord } from '../vocabulary/index.ts';
import { cleanSql, isUnknownSql } from './clean-sql.ts';
import { instantSql } from './date-sql.ts';
import { leaves } from '../survey/survey.ts';
import type { Assignment } from './stage.ts';
import { plainWordSql } from './word-sql.ts';

/** The raw rows of one table mapping, ready to write after `from`: the raw columns as `r`, and what they held before. */
export interface TakenRows {
  readonly from: string;
  readonly before: readonly Assignment[];
}

/** The name under which the value of a column in the row before stands. */
export function before(column: string): string {
  return quoteIdentifier(`before ${column}`);
}

/** Of `rows` (raw ones) those that a table mapping takes: by their words, the last of each thing, or the changes. */
export function takenRows(survey: Survey, mapping: TableMapping, rows: string): TakenRows {
  const { where, latest, changes } = mapping;
  const told = where ? ` where ${isTakenSql(where, survey)}` : '';
  if (changes) return changedRows(survey, { mapping, changes }, { rows, told });
  if (latest) {
    const order = orderSql(survey, latest.by, 'desc nulls last');
    const ranked = `select source_row, row_number() over (partition by ${known(survey, latest.of)} order by ${[...order, 'source_row desc'].join(', ')}) as place from ${rows} as r${told}`;
    return {
      from: `${rows} as r semi join (select source_row from (${ranked}) where place = 1) as n using (source_row)`,
      before: [],
    };
  }
  return { from: where ? `(select * from ${rows} as r${told}) as r` : `${rows} as r`, before: [] };
}

interface Changed {
  readonly mapping: TableMapping;
  readonly changes: NonNullable<TableMapping['changes']>;
}

/**
 * Only the columns that tell are put in order, not the rows whole. Nothing is not distinct from nothing: a first row that holds
 * nothing is no change. A table of states where nothing has two rows is no log, and tells of no events; rows that a word marks
 * as events are a log always.
 */
function changedRows(
  survey: Survey,
  { mapping, changes }: Changed,
  { rows, told }: { readonly rows: string; readonly told: string },
): TakenRows {
  const fields = Object.values(mapping.columns).flatMap(leaves);
  const columns = [...new Set(fields.flatMap((field) => (field.kind === 'before' ? [field.column] : [])))];
  const order = [...orderSql(survey, changes.by, 'asc nulls first'), 'source_row'].join(', ');
  const lags = columns.map((column) => `, lag(${known(survey, column)}) over ordered as ${before(column)}`);
  const ordered = `select source_row, ${known(survey, changes.of)} as now, lag(${known(survey, changes.of)}) over ordered as was${lags.join('')}
  from ${rows} as r${told} window ordered as (partition by ${known(survey, changes.per)} order by ${order})`;
  const kept = ['source_row', ...columns.map(before)].join(', ');
  const isLog = `(select count(${known(survey, changes.per)}) > count(distinct ${known(survey, changes.per)}) from ${rows} as r${told})`;
  return {
    from: `${rows} as r join (select ${kept} from (${ordered}) where now is distinct from was${mapping.table === 'ticket_events' && !mapping.where ? ` and ${isLog}` : ''}) as n using (source_row)`,
    before: columns.map((column) => ({ name: `before ${column}`, sql: `n.${before(column)}` })),
  };
}

/** Whether a raw row `r` is taken; never NULL. A word for "unknown" is as good as an empty cell. */
export function isTakenSql({ column, is, not }: RowFilter, survey: Survey): string {
  const cell = `r.${quoteIdentifier(column)}`;
  const wanted = new Set(is.map(plainWord));
  const words = survey.words[column] ?? [];
  const isAmong =
    words.length < mostWords
      ? caseOf(
          cell,
          words.map(({ text }) => text).filter((word) => isWanted(word, wanted)),
          wanted.has(''),
        )
      : longCaseOf(cell, wanted);
  return not ? `not (${isAmong})` : `(${isAmong})`;
}

function isWanted(word: string, wanted: ReadonlySet<string>): boolean {
  return wanted.has(plainWord(word)) || (wanted.has('') && isNullWord(word));
}

function caseOf(value: string, words: readonly string[], isEmptyWanted: boolean): string {
  const branches = words.map((word) => `when ${quoteLiteral(word)} then true`);
  const among = branches.length === 0 ? 'false' : `case ${value} ${branches.join(' ')} else false end`;
  return isEmptyWanted ? `${value} is null or ${among}` : among;
}

function longCaseOf(value: string, wanted: ReadonlySet<string>): string {
  const among = caseOf(`coalesce(${plainWordSql(value)}, '')`, [...wanted], false);
  return wanted.has('') ? `${among} or coalesce(${isUnknownSql(`trim(${value})`)}, true)` : among;
}

/** A cell that says something, NULL where it does not. */
function known({ cells }: Survey, column: string): string {
  const name = `r.${quoteIdentifier(column)}`;
  const survey = cells[column];
  const trimmed = survey?.padded === false ? name : `trim(${name})`;
  return survey && !survey.padded && survey.unknown === 0 ? name : cleanSql(trimmed);
}

/** Numbers by their size, dates by their day, texts by their letters, what is empty first of all. */
function orderSql(survey: Survey, by: readonly string[], direction: string): string[] {
  return by.flatMap((column) => {
    const value = known(survey, column);
    const decision = survey.dates[column];
    if (decision?.way === 'iso' || decision?.way === 'parts') {
      const { clock, offsetSeconds } = instantSql(value, decision, null);
      const utc = offsetSeconds === null ? clock : `${clock} - to_seconds(coalesce(${offsetSeconds}, 0))`;
      return [`${utc} ${direction}`];
    }
    return [`try_cast(${value} as double) ${direction}`, `${value} ${direction}`];
  });
}
