import { causeTestSql, type CauseTestSql, type TestNames, type TestWords } from '#explain';
import type { Kpi } from '#kpi';
import { say, type Locale } from '#messages';
import type { Attribute, CellContent } from '#notebook';
import { dimensionText, writeSpec, type JsonObject } from '#output';
import { escaped, freeSuffix, plainName, prose } from './cell-writing.ts';

/** Who was affected: the members of a dimension; null for the rows that do not say. */
export interface Affected {
  readonly dimension: string;
  readonly members: readonly string[] | null;
}

export interface TestedCause {
  readonly kpi: Kpi;
  readonly variant: string;
  /** What happened, where it has a name. */
  readonly event: string | null;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly days: number;
  readonly affected: readonly Affected[];
}

interface TestCellOptions {
  readonly locale: Locale;
  /** The names of the cells that are there already. */
  readonly taken: readonly string[];
}

interface Writing {
  readonly cause: TestedCause;
  readonly locale: Locale;
  readonly sql: CauseTestSql;
  readonly names: TestNames & { readonly placebo: string; readonly weeks: string };
  readonly inputs: readonly (Affected & { readonly column: string; readonly input: string | null })[];
}

/** The test of a cause as cells: what happened where, as inputs; what it changed, in sentences; the SQL of each step; a chart. */
export function testCells(cause: TestedCause, { locale, taken }: TestCellOptions): CellContent[] {
  const columns = cause.affected.map(({ dimension }) => columnOf(dimension));
  const inputsOf = columns.map((column) => `affected_${column}`);
  const suffix = freeSuffix([...stepNames, ...inputsOf], taken);
  const [day = '', days = '', rows = '', sides = '', test = '', placebo = '', weeks = ''] = stepNames.map(
    (name) => name + suffix,
  );
  const names = { day, days, rows, sides, test, placebo, weeks };
  const inputs = cause.affected.map((each, index) => ({
    ...each,
    column: columns[index] ?? '',
    input: each.members === null ? null : (inputsOf[index] ?? '') + suffix,
  }));
  const { kpi, variant } = cause;
  const sql = causeTestSql(kpi, { variant, segment: inputs, names, words: wordsIn(locale) });
  return cellsOf({ cause, locale, sql, names, inputs });
}

const stepNames = [
  'event_day',
  'event_days',
  'cause_rows',
  'cause_sides',
  'cause',
  'cause_before',
  'cause_weeks',
];

function cellsOf(writing: Writing): CellContent[] {
  const { cause, locale, sql, names, inputs } = writing;
  const heading =
    cause.event === null
      ? say(locale, 'cause.title', { kpi: cause.kpi.name[locale] })
      : say(locale, 'cause.titleOf', { event: cause.event });
  const lead = say(locale, 'cause.lead', {
    kpi: cause.kpi.name[locale],
    segment: cause.affected.map((each) => affectedText(each, locale)).join(` ${say(locale, 'cause.and')} `),
  });
  const day = `type: date\nlabel: ${JSON.stringify(say(locale, 'cause.day'))}\ndefault: ${cause.day}`;
  const days = `type: number\nlabel: ${JSON.stringify(say(locale, 'cause.days'))}\ndefault: ${cause.days}\nmin: 2`;
  return [
    prose(`## ${escaped(heading)}\n\n${lead}`),
    input(names.day, day),
    input(names.days, days),
    ...inputs.flatMap((each) => membersInput(each, { rows: names.rows, locale })),
    prose(answer(writing)),
    cell(names.sides, sql.sides, { fold: 'code', ...unitsOf(sql, ['value', ...ends(sql)]) }),
    cell(names.test, sql.test, { fold: 'code', ...unitsOf(sql, [...groups, 'effect', 'low', 'high']) }),
    cell(names.placebo, sql.placebo, { fold: '', ...unitsOf(sql, [...groups, 'effect', 'low', 'high']) }),
    cell(names.rows, sql.rows, { fold: '' }),
    prose(`### ${say(locale, 'cause.byWeek')}`),
    cell(names.weeks, sql.weeks, { fold: '', ...unitsOf(sql, ['value']) }),
    {
      kind: 'vega-lite',
      name: null,
      attributes: [{ key: 'of', value: names.weeks }],
      source: writeSpec(weeksSpec(sql)),
    },
    prose(say(locale, 'cause.cannot') + (sql.kind === 'count' ? say(locale, 'cause.cannotCount') : '')),
  ];
}

/** The sentences: every number of them comes from a cell. */
function answer({ locale, sql, names }: Writing): string {
  const isPoints = sql.definition.unit === 'percent' && sql.kind !== 'count';
  const found = (of: string) => {
    const at = (column: string) => `{{${of}.${column}}}`;
    const sized = (column: string) =>
      isPoints
        ? say(locale, 'output.value.points', {
            difference: at(column === 'effect' ? 'points' : `points_${column}`),
          })
        : at(column);
    return {
      verdict: at('verdict'),
      affectedBefore: at('affected_before'),
      affectedAfter: at('affected_after'),
      restBefore: at('rest_before'),
      restAfter: at('rest_after'),
      effect: sized('effect'),
      low: sized('low'),
      high: sized('high'),
      least: at('least_n'),
    };
  };
  const result = say(locale, sql.kind === 'count' ? 'cause.resultCount' : 'cause.result', found(names.test));
  return `${result}\n\n${say(locale, 'cause.placeboResult', found(names.placebo))}`;
}

const groups = ['affected_before', 'affected_after', 'rest_before', 'rest_after'];

function ends({ kind }: CauseTestSql): string[] {
  return kind === 'share' ? ['low', 'high'] : [];
}

/** A count is compared by how much more it grew: a share, whatever it counts. */
function unitsOf({ definition: { unit }, kind }: CauseTestSql, columns: readonly string[]): Units {
  if (kind === 'count') {
    const shares = columns.filter((name) => name === 'effect' || name === 'low' || name === 'high');
    return shares.length === 0 ? {} : { percent: shares.join(' ') };
  }
  if (unit === 'percent') return { percent: columns.join(' ') };
  return unit === 'duration' ? { duration: columns.join(' ') } : {};
}

type Units = Readonly<Record<string, string>>;

function weeksSpec({ kind }: CauseTestSql): JsonObject {
  const isCount = kind === 'count';
  const x = { field: 'week', type: 'temporal', title: null };
  const y: JsonObject = {
    field: 'value',
    type: 'quantitative',
    ...(isCount ? {} : { scale: { zero: false } }),
  };
  return {
    width: 'container',
    height: 240,
    layer: [
      {
        mark: { type: 'line', point: true },
        encoding: { x, y, color: { field: 'side', type: 'nominal', title: null } },
      },
      {
        mark: { type: 'rule', strokeDash: [4, 4] },
        encoding: { x: { field: 'event_day', type: 'temporal', title: null } },
      },
    ],
  };
}

function membersInput(
  { dimension, column, input: name, members }: Writing['inputs'][number],
  { rows, locale }: { readonly rows: string; readonly locale: Locale },
): CellContent[] {
  if (name === null || members === null) return [];
  const label = `${say(locale, 'cause.segment')}: ${dimensionText(dimension, locale)}`;
  const options = `select distinct ${column} from ${rows} where ${column} is not null order by 1`;
  const source = `type: multiselect\nlabel: ${JSON.stringify(label)}\noptions: ${options}\ndefault: ${JSON.stringify(members)}`;
  return [input(name, source)];
}

function affectedText({ dimension, members }: Affected, locale: Locale): string {
  const named = members?.map((each) => `“${escaped(each)}”`).join(', ') ?? say(locale, 'cause.unknown');
  return `${escaped(dimensionText(dimension, locale))} ${named}`;
}

function wordsIn(locale: Locale): TestWords {
  return {
    event: say(locale, 'cause.eventRow'),
    placebo: say(locale, 'cause.placebo'),
    affected: say(locale, 'cause.affected'),
    rest: say(locale, 'cause.rest'),
    before: say(locale, 'cause.before'),
    after: say(locale, 'cause.after'),
    nothing: say(locale, 'cause.nothing'),
    unclear: say(locale, 'cause.unclear'),
    lower: say(locale, 'cause.lower'),
    higher: say(locale, 'cause.higher'),
  };
}

function cell(name: string, source: string, attributes: Units): CellContent {
  const written = Object.entries(attributes).map(([key, value]): Attribute => ({
    key,
    value: value === '' ? null : value,
  }));
  return { kind: 'sql', name, attributes: written, source };
}

function input(name: string, source: string): CellContent {
  return { kind: 'input', name, attributes: [{ key: 'fold', value: 'code' }], source };
}

function columnOf(dimension: string): string {
  return plainName(dimension.replace(/^field:/, '')) || 'member';
}
