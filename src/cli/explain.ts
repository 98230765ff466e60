import { explain, type Explanation, type Late, type Part } from '#explain';
import { findKpi, definitionOf, isChoice, parseVariant, type Kpi } from '#kpi';
import { say, tell, type Locale } from '#messages';
import { causeText, dimensionText, effectText, valueText } from '#output';
import { formatNumber, noValue, type Unit } from '#table';
import { parsePeriod, resolvePeriod, type Period } from '#time';
import { dataOptions, jsonOption, type Call, type Command } from './command.ts';
import { withData } from './data.ts';
import type { Arguments } from './options.ts';
import { openBook, scopeOf } from './scope.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  synopsis: 'KPI FILE… --before A..B --after C..D [options]',
  summary: 'cli.explain.summary',
  details: 'cli.explain.details',
  options: [
    { name: 'before', value: 'A..B', summary: 'cli.option.before' },
    { name: 'after', value: 'C..D', summary: 'cli.option.after' },
    { name: 'variant', value: 'NAME', summary: 'cli.option.ofVariant' },
    ...dataOptions,
    { name: 'as-of', value: 'T', summary: 'cli.option.asOf' },
    { name: 'filter', value: 'COLUMN=VALUE', isRepeatable: true, summary: 'cli.option.filter' },
    jsonOption,
  ],
  run,
};

/** Parts shown to a person; JSON has them all. */
const shownParts = 20;

async function run({ args, locale, terminal }: Call): Promise<number> {
  const [id, ...files] = args.words;
  if (id === undefined) throw new UsageError('cli.usage.explain');
  const kpi = findKpi(id);
  if (kpi === undefined) throw new UsageError('cli.usage.unknownKpi', { kpi: id });
  const variant = args.value('variant') ?? '';
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) throw new UsageError(choice.code, choice.params);
  const { unit } = definitionOf(kpi, choice);
  return withData(files, args, async ({ engine, asOf }) => {
    const [before, after] = [spanOf(args, 'before', asOf), spanOf(args, 'after', asOf)];
    const book = await openBook(engine, scopeOf(args));
    const found = await explain(engine, book, kpi, { variant, before, after });
    terminal.out(args.has('json') ? jsonOf(found, locale) : textOf(found, { kpi, unit, locale }));
    return exitCodes.fine;
  });
}

function spanOf(args: Arguments, name: 'before' | 'after', asOf: string | null): Period {
  const written = args.value(name);
  if (written === undefined) throw new UsageError('cli.usage.explain');
  const spec = parsePeriod(written);
  if ('code' in spec) throw new UsageError('cli.usage.period', { period: written });
  return resolvePeriod(spec, { asOf });
}

function jsonOf({ verdict, caution, ...found }: Explanation, locale: Locale): string {
  const said = { code: verdict.code.replace('explain.verdict.', ''), text: tell(locale, verdict) };
  return `${JSON.stringify({ ...found, verdict: said, caution: caution && tell(locale, caution) }, null, 2)}\n`;
}

interface Written {
  readonly kpi: Kpi;
  readonly unit: Unit;
  readonly locale: Locale;
}

function textOf(found: Explanation, { kpi, unit, locale }: Written): string {
  const { before, after, change, interval, causes, suspect, changePoint, verdict, caution, parts } = found;
  const value = (each: number | null): string =>
    each === null ? noValue : valueText(each, { unit, locale });
  const effect = (each: number): string => effectText(each, { unit, locale });
  const count = (each: number): string => formatNumber(each, locale);
  const range = interval
    ? say(locale, 'cli.explain.interval', { low: effect(interval[0]), high: effect(interval[1]) })
    : '';
  const lines = [
    `${kpi.name[locale]}: ${value(before.value)} (n = ${count(before.n)}) → ${value(after.value)} (n = ${count(after.n)}), ${effect(change)}${range}`,
    tell(locale, verdict),
    ...(caution ? [tell(locale, caution)] : []),
    ...causes.map((cause) => `  ${causeText(cause, { unit, locale })}`),
    ...(suspect ? [say(locale, 'cli.explain.suspect', { cause: causeText(suspect, { unit, locale }) })] : []),
    ...(causes.length > 0 && changePoint
      ? [
          say(locale, 'cli.explain.since', {
            day: changePoint.day,
            from: changePoint.interval[0],
            to: changePoint.interval[1],
          }),
        ]
      : []),
  ];
  if (found.late) lines.push(lateText(found.late, { value, effect, count, locale }));
  const columns = [
    { title: say(locale, 'cli.column.dimension') },
    { title: say(locale, 'cli.column.member') },
    ...(['before', 'after', 'mix', 'rate', 'answering'] as const).map((name) => ({
      title: say(locale, `cli.column.${name}`),
      align: 'end' as const,
    })),
    { title: 'n', align: 'end' as const },
    { title: '' },
  ];
  const rows = parts
    .slice(0, shownParts)
    .map((part) => [
      dimensionText(part.dimension, locale),
      memberText(part, locale),
      value(part.before),
      value(part.after),
      effect(part.mix),
      effect(part.rate),
      part.answering === null ? noValue : effect(part.answering),
      count(part.n),
      part.significant ? '*' : '',
    ]);
  return `${lines.join('\n')}\n\n${textTable(columns, rows)}${say(locale, 'cli.explain.legend')}\n`;
}

interface LateWords {
  readonly value: (value: number) => string;
  readonly effect: (effect: number) => string;
  readonly count: (count: number) => string;
  readonly locale: Locale;
}

function lateText(late: Late, { value, effect, count, locale }: LateWords): string {
  const { day, n, missing, before, after, change, interval } = late;
  return say(locale, 'cli.explain.late', {
    day,
    n: count(n),
    missing: count(missing),
    before: value(before.value),
    nBefore: count(before.n),
    after: value(after.value),
    nAfter: count(after.n),
    change: effect(change),
    interval: interval
      ? say(locale, 'cli.explain.interval', { low: effect(interval[0]), high: effect(interval[1]) })
      : '',
  });
}

function memberText({ member, isPooled }: Part, locale: Locale): string {
  if (isPooled) return say(locale, 'cli.explain.pooled');
  return member ?? say(locale, 'output.cause.unknown');
}
