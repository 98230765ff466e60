import { text, type Text } from '#errors';
import type { Plan } from '../compile/table-sql.ts';
import type { TableMapping } from '../mapping.ts';
import { leaves } from '../survey/survey.ts';
import type { DateReview } from './dates.ts';
import type { RowReview } from './rows.ts';
import type { UnreadValues } from './unread.ts';
import type { ScoreReview, WordReview } from './words.ts';

/** Something about a mapping that its reader should see; with an error it cannot be loaded. */
export interface MappingProblem {
  readonly severity: 'error' | 'warning';
  readonly text: Text;
  /** The raw column to look at; null where the whole mapping is meant. */
  readonly column: string | null;
}

export interface Findings {
  readonly plan: Plan;
  readonly rows: RowReview;
  readonly dates: readonly DateReview[];
  readonly words: readonly WordReview[];
  readonly scores: readonly ScoreReview[];
  readonly unread: readonly UnreadValues[];
  readonly strict: boolean;
}

/** Errors first. */
export function problemsOf(findings: Findings): MappingProblem[] {
  const all = [
    ...structure(findings.plan),
    ...refusals(findings.rows),
    ...openWords(findings),
    ...openDates(findings),
    ...unreadable(findings),
    ...strays(findings),
  ];
  return all.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

/** What a table requires and nothing fills. An answer fills several columns at once. */
export function unfilled({ columns, requires }: TableMapping): string[] {
  const filled = new Set(
    Object.entries(columns).flatMap(([name, field]) =>
      field.kind === 'score' ? [name, 'score', 'score_raw', 'scale'] : [name],
    ),
  );
  return requires.filter((name) => !filled.has(name));
}

const listed = 5;

function structure({ mapping }: Plan): MappingProblem[] {
  const read = mapping.tables.flatMap(({ columns }) => Object.values(columns).flatMap(leaves));
  if (!read.some((field) => 'column' in field))
    return [problem('error', text('import.review.nothing'), null)];
  const required = mapping.tables.flatMap((table) =>
    unfilled(table).map((column) =>
      problem('error', text('import.review.required', { table: table.table, column }), null),
    ),
  );
  const undated = mapping.tables.some(({ table, columns }) => table === 'tickets' && !columns['created_at'])
    ? [problem('warning', text('import.review.undated'), null)]
    : [];
  return [...required, ...undated];
}

function refusals({ read, loaded, rejected }: RowReview): MappingProblem[] {
  return read > 0 && loaded === 0 && rejected === read
    ? [problem('error', text('import.review.allRejected', { count: read }), null)]
    : [];
}

function openWords({ plan, words, strict }: Findings): MappingProblem[] {
  return words.flatMap(({ columns, words: all }) => {
    const open = all.filter(({ basis }) => basis === 'unknown');
    if (open.length === 0) return [];
    const named = open.slice(0, listed).map(({ word }) => `“${word}”`);
    const params = { count: open.length, column: headerOf(plan, columns[0] ?? ''), words: named.join(', ') };
    const said = text(strict ? 'import.review.words' : 'import.review.wordsEmpty', params);
    return [problem(strict ? 'error' : 'warning', said, columns[0] ?? null)];
  });
}

function openDates({ plan, dates }: Findings): MappingProblem[] {
  return dates.flatMap(({ column, orders }) =>
    orders.some(({ basis }) => basis === 'assumed')
      ? [problem('warning', text('import.review.dates', { column: headerOf(plan, column) }), column)]
      : [],
  );
}

/** Rows that are refused for a date are counted there. */
function unreadable({ plan, unread, rows }: Findings): MappingProblem[] {
  const refused = rows.reasons.flatMap(({ reason }) =>
    reason.code === 'import.reject.date' ? [reason.params['column']] : [],
  );
  const lost = unread.filter(({ column }) => !refused.includes(column));
  return lost.map(({ column, target, count, filled, examples }) => {
    const words = examples.slice(0, listed).map((word) => `“${word}”`);
    const params = { column: headerOf(plan, column), target, count, filled, words: words.join(', ') };
    return problem('warning', text('import.review.unread', params), column);
  });
}

function strays({ plan, scores }: Findings): MappingProblem[] {
  return scores.flatMap(({ column, answers }) => {
    const off = answers.filter(({ bucket }) => bucket === null);
    if (off.length === 0) return [];
    const words = off.slice(0, listed).map(({ word }) => `“${word}”`);
    const count = off.reduce((sum, { rows }) => sum + rows, 0);
    const params = { column: headerOf(plan, column), count, words: words.join(', ') };
    return [problem('warning', text('import.review.strays', params), column)];
  });
}

/** A column as its file names it. */
function headerOf({ raw }: Plan, column: string): string {
  return raw.columns.find(({ name }) => name === column)?.header || column;
}

function problem(severity: MappingProblem['severity'], said: Text, column: string | null): MappingProblem {
  return { severity, text: said, column };
}
