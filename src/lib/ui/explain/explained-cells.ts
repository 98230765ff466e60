import {
  explanationSql,
  type Cause,
  type Explanation,
  type ExplanationSql,
  type SegmentName,
} from '#explain';
import type { Kpi, PeriodNames } from '#kpi';
import { say, tell, type Locale, type MessageCode } from '#messages';
import { parse, serialize, type Attribute, type CellContent } from '#notebook';
import { causeText, dayText, dimensionText, effectText, writeSpec, type JsonObject } from '#output';
import { daysOf, type Period } from '#time';
import { escaped, freeSuffix, plainName, prose } from './cell-writing.ts';
import { companionNames, movedCells, wordCells } from './explained-companions.ts';
import { spanText } from './explained-days.ts';
import { partsSpec, shownBars, trendMeaning, trendSpec } from './explained-charts.ts';
import { lateText } from './explained-late.ts';
import { dimensionsShown, nearestTo } from './explained-segments.ts';

export interface ExplainedOptions {
  readonly variant?: string | undefined;
  readonly locale: Locale;
  /** The names of the cells that are there already. */
  readonly taken: readonly string[];
}

interface Writing {
  readonly kpi: Kpi;
  readonly found: Explanation;
  readonly locale: Locale;
  readonly sql: ExplanationSql;
  /** What every name ends on, so that none is taken. */
  readonly suffix: string;
  readonly names: PeriodNames;
}

/** An explanation as cells: the two periods, what was found in sentences, the SQL that shows it, charts, days and rows. */
export function explainedCells(kpi: Kpi, found: Explanation, options: ExplainedOptions): CellContent[] {
  const { locale, variant, taken } = options;
  const shown = dimensionsShown(found);
  const names = ['before', 'after', 'why', 'why_days', 'why_late', 'why_rows', ...shown.map(nameOf)];
  const suffix = freeSuffix([...names, ...companionNames], taken);
  const periods = { before: `before${suffix}`, after: `after${suffix}` };
  const sql = explanationSql(kpi, { variant, names: periods });
  const writing: Writing = { kpi, found, locale, sql, suffix, names: periods };
  const nearest = nearestTo(found);
  return [
    prose(`## ${title(kpi, locale)}`),
    input(periods.before, 'explaining.before', found.before.period, locale),
    input(periods.after, 'explaining.after', found.after.period, locale),
    prose(answer(writing)),
    ...shown.flatMap((dimension, index) => dimensionCells(writing, { dimension, index })),
    ...(nearest === null ? [] : segmentCells(writing, nearest)),
  ];
}

function segmentCells(writing: Writing, segment: SegmentName): CellContent[] {
  const companions = { ...writing, segment };
  return [
    ...dayCells(writing, segment),
    ...movedCells(companions),
    ...rowCells(writing, segment),
    ...(isWorse(writing) ? wordCells(companions) : []),
  ];
}

/** Whether a KPI went the way that nobody wants. */
function isWorse({ kpi: { better }, found: { change } }: Writing): boolean {
  return better === 'up' ? change < 0 : better === 'down' && change > 0;
}

/** Cells as the text of a notebook, with a title where they are to be one of their own. */
export function explainedText(cells: readonly CellContent[], named?: string): string {
  const front = named === undefined ? '' : `---\ndeskbook: 1\ntitle: ${JSON.stringify(named)}\n---\n`;
  const { notebook } = parse(front);
  const all = cells.map((cell, index) => ({ ...cell, id: String(index), origin: null }));
  return serialize({ ...notebook, cells: all });
}

export function title(kpi: Kpi, locale: Locale): string {
  return say(locale, 'explaining.title', { kpi: kpi.name[locale] });
}

/** The sentences: the numbers come from the cells, what stands out from the search. */
function answer(writing: Writing): string {
  const { found, locale, sql } = writing;
  const written = { unit: sql.definition.unit, locale };
  const said = (cause: Cause) => escaped(causeText(cause, written));
  const { causes, suspect, changePoint, verdict, before, after } = found;
  // The level that the search dates is a mean: a count has none.
  const dated = causes.length > 0 && changePoint && !sql.isCount ? sinceText(changePoint, locale) : null;
  const paragraphs = [
    wholeSentence(writing),
    `**${tell(locale, verdict)}** ${lookedText(found, locale)}`,
    causes.map((cause) => `- ${said(cause)}`).join('\n'),
    suspect && causes.length === 0 ? say(locale, 'explaining.suspect', { cause: said(suspect) }) : '',
    dated ?? '',
    found.caution ? tell(locale, found.caution) : '',
    found.late ? lateText(found.late, written) : '',
    say(locale, 'explaining.standing'),
    say(locale, 'explaining.again', {
      before: spanText(before.period, locale),
      after: spanText(after.period, locale),
    }),
  ];
  return paragraphs.filter((each) => each !== '').join('\n\n');
}

function wholeSentence({ kpi, found, locale, sql, suffix }: Writing): string {
  const { unit } = sql.definition;
  const at = (column: string) => `{{why${suffix}.${column}}}`;
  const { interval } = found;
  const written = { unit, locale };
  const params = {
    kpi: kpi.name[locale],
    before: at('value_before'),
    after: at('value_after'),
    change:
      unit === 'percent' ? say(locale, 'output.value.points', { difference: at('points') }) : at('change'),
    interval: interval
      ? say(locale, 'explaining.interval', {
          low: effectText(interval[0], written),
          high: effectText(interval[1], written),
        })
      : '',
  };
  if (sql.isCount) return say(locale, 'explaining.wholeCount', params);
  return say(locale, 'explaining.whole', { ...params, nBefore: at('n_before'), nAfter: at('n_after') });
}

function sinceText({ day, interval }: NonNullable<Explanation['changePoint']>, locale: Locale): string {
  return say(locale, 'explaining.since', {
    day: dayText(day, locale),
    from: dayText(interval[0], locale),
    to: dayText(interval[1], locale),
  });
}

function lookedText({ parts }: Explanation, locale: Locale): string {
  const alone = parts.filter(({ dimension, isPooled }) => !isPooled && !dimension.includes(' × '));
  const count = new Set(alone.map(({ dimension }) => dimension)).size;
  return say(locale, 'explaining.looked', {
    count: alone.length,
    dimensions: say(locale, 'explaining.dimensions', { count }),
  });
}

function dimensionCells(
  { kpi, locale, sql, suffix }: Writing,
  { dimension, index }: { readonly dimension: string; readonly index: number },
): CellContent[] {
  const { isCount, definition } = sql;
  const name = nameOf(dimension) + suffix;
  const at = (column: string) => `{{${name}.${column}}}`;
  const most = say(locale, isCount ? 'explaining.mostOfCount' : 'explaining.most', {
    segment: at('segment'),
    effect: at('effect'),
    rate: at('rate'),
    mix: at('mix'),
  });
  const meaning = [
    say(locale, isCount ? 'explaining.partsOfCount' : 'explaining.parts'),
    say(locale, 'explaining.chart', { count: shownBars }),
    ...(definition.unit === 'percent' ? [say(locale, 'explaining.points')] : []),
  ].join(' ');
  const heading = `### ${escaped(say(locale, 'explaining.byDimension', { dimension: dimensionText(dimension, locale) }))}`;
  const whole: CellContent = {
    kind: 'sql',
    name: `why${suffix}`,
    attributes: [{ key: 'fold', value: 'code' }, ...unitsOf(sql, wholeColumns)],
    source: sql.whole(name),
  };
  return [
    prose([heading, most, ...(index === 0 ? [meaning] : [])].join('\n\n')),
    {
      kind: 'sql',
      name,
      attributes: [...(index === 0 ? [] : [{ key: 'fold', value: 'code' }]), ...unitsOf(sql, partColumns)],
      source: sql.decomposition(dimension),
    },
    chart(name, partsSpec(sql, say(locale, 'explaining.effect', { kpi: kpi.name[locale] }))),
    ...(index === 0 ? [whole] : []),
  ];
}

function dayCells({ kpi, found, locale, sql, suffix }: Writing, segment: SegmentName): CellContent[] {
  const name = `why_days${suffix}`;
  const heading = say(locale, 'explaining.days', {
    kpi: kpi.name[locale],
    segment: segmentText(segment, locale),
  });
  const late = found.late && sql.late !== null ? `why_late${suffix}` : null;
  return [
    prose(`### ${escaped(heading)}\n\n${trendMeaning(sql, found, locale)}`),
    {
      kind: 'sql',
      name,
      attributes: [
        { key: 'fold', value: 'code' },
        ...unitsOf(sql, ['value', 'expected', 'low_limit', 'high_limit']),
      ],
      source: sql.control(segment, late),
    },
    chart(name, trendSpec(sql, found, { title: kpi.name[locale], locale })),
    ...(late === null ? [] : [lateCell(late, sql.late ?? '')]),
  ];
}

function lateCell(name: string, source: string): CellContent {
  const attributes = [
    { key: 'fold', value: 'code' },
    { key: 'percent', value: 'arrived' },
  ];
  return { kind: 'sql', name, attributes, source };
}

function rowCells(writing: Writing, segment: SegmentName): CellContent[] {
  const { locale, sql, suffix } = writing;
  const source = sql.rows(segment, { isLow: isWorse(writing) });
  const isLow = isWorse(writing) && source !== sql.rows(segment, { isLow: false });
  const heading = say(locale, isLow ? 'explaining.lowRows' : 'explaining.rows', {
    segment: segmentText(segment, locale),
  });
  return [
    prose(`### ${escaped(heading)}${isLow ? `\n\n${say(locale, 'explaining.lowRowsHint')}` : ''}`),
    { kind: 'sql', name: `why_rows${suffix}`, attributes: [{ key: 'fold', value: 'code' }], source },
  ];
}

function segmentText({ dimension, member }: SegmentName, locale: Locale): string {
  return `${dimensionText(dimension, locale)} “${member ?? say(locale, 'output.cause.unknown')}”`;
}

const partColumns = ['value_before', 'value_after', 'mix', 'rate', 'effect'];
const wholeColumns = ['value_before', 'value_after', 'change', 'all_mix', 'all_rate'];

/** Shares are shares whatever the KPI measures. */
function unitsOf({ definition, isCount }: ExplanationSql, columns: readonly string[]): Attribute[] {
  const measured = isCount ? columns.filter((name) => !/mix|rate/.test(name)) : columns;
  const shares = columns === partColumns ? ['share_before', 'share_after'] : [];
  const { unit } = definition;
  const percent = [...(unit === 'percent' ? measured : []), ...shares];
  return [
    ...(percent.length > 0 ? [{ key: 'percent', value: percent.join(' ') }] : []),
    ...(unit === 'duration' ? [{ key: 'duration', value: measured.join(' ') }] : []),
  ];
}

function input(name: string, label: MessageCode, period: Period, locale: Locale): CellContent {
  const { first, last } = daysOf(period);
  const source = `type: daterange\nlabel: ${say(locale, label)}\ndefault: {from: ${first}, to: ${last}}`;
  return { kind: 'input', name, attributes: [{ key: 'fold', value: 'code' }], source };
}

function chart(of: string, spec: JsonObject): CellContent {
  return {
    kind: 'vega-lite',
    name: null,
    attributes: [{ key: 'of', value: of }],
    source: writeSpec(spec),
  };
}

function nameOf(dimension: string): string {
  return `why_${plainName(dimension)}`;
}
