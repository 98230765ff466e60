import { say, tell, type Locale } from '#messages';
import {
  asInCell,
  compile,
  cutsOf,
  findKpi,
  isChoice,
  kpiProfile,
  measureAny,
  readTargets,
  unusualDays,
  parseVariant,
  type Kpi,
  type Measurement,
  type UnusualDay,
} from '#kpi';
import { kpisOf, kpisOption } from './own-kpis.ts';
import type { Period } from '#time';
import { jsonRows, type JsonValue } from '#export';
import { unusualDayText } from '#output';
import { formatMeasurement } from './measurement.ts';
import { dataOptions, jsonOption, scopeOptions, type Call, type Command } from './command.ts';
import { withData, type Data } from './data.ts';
import type { Arguments } from './options.ts';
import { periodOf, scopeOf, openBook } from './scope.ts';
import { jsonSources, sourcesTable } from './sources.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const kpisCommand: Command = {
  name: 'kpis',
  synopsis: 'FILE… [options]',
  summary: 'cli.kpis.summary',
  details: 'cli.kpis.details',
  options: [
    ...dataOptions,
    ...scopeOptions,
    { name: 'variant', value: 'ID=NAME', isRepeatable: true, summary: 'cli.option.variant' },
    kpisOption,
    jsonOption,
  ],
  run,
};

interface Measured {
  readonly kpi: Kpi;
  readonly measurement: Measurement;
  /** Of a KPI that is a table, not a number. */
  readonly rows: readonly Readonly<Record<string, JsonValue>>[] | null;
  /** Days unlike the same weekday of the weeks before; null where the KPI has no such days. */
  readonly alerts: readonly UnusualDay[] | null;
}

async function run(call: Call): Promise<number> {
  const { args, locale, terminal } = call;
  const kpis = kpisOf(call);
  const wanted = { kpis, variants: variantsOf(args, kpis), period: periodOf(args) };
  const scope = scopeOf(args);
  return withData(args.words, args, async (data) => {
    const book = await openBook(data.engine, scope);
    const measured = await measureAll(data, { ...wanted, book });
    terminal.out(args.has('json') ? jsonOf(data, measured, locale) : textOf(data, measured, locale));
    return exitCodes.fine;
  });
}

interface Wanted {
  readonly kpis: readonly Kpi[];
  readonly book: string;
  readonly period: Period | null;
  readonly variants: ReadonlyMap<string, string>;
}

async function measureAll(
  { engine, asOf }: Data,
  { book, kpis, period, variants }: Wanted,
): Promise<readonly Measured[]> {
  const profile = await kpiProfile(engine, book);
  const targets = await readTargets(engine, book);
  const measured: Measured[] = [];
  for (const kpi of kpis) {
    const variant = variants.get(kpi.id);
    const measurement = await measureAny(engine, book, kpi, { variant, period, asOf, profile, targets });
    const isTable = measurement.status === 'ok' && !cutsOf(kpi).includes('headline');
    const rows = isTable ? await rowsOfKpi({ engine, asOf, book, kpi, variant, period }) : null;
    const isRefused = measurement.status === 'not_computable';
    const alerts = isRefused
      ? null
      : await unusualDays(engine, book, kpi, { variant, period, asOf, profile });
    measured.push({ kpi, measurement, rows, alerts });
  }
  return measured;
}

interface Rows extends Pick<Data, 'engine' | 'asOf'> {
  readonly book: string;
  readonly kpi: Kpi;
  readonly variant: string | undefined;
  readonly period: Period | null;
}

async function rowsOfKpi({ engine, asOf, book, kpi, variant, period }: Rows): Promise<Measured['rows']> {
  const [shape] = cutsOf(kpi);
  if (shape === undefined) return [];
  const sql = compile({
    kpi,
    shape: cutsOf(kpi).includes('rows') ? 'rows' : shape,
    variant,
    withPeriod: period !== null,
  });
  return jsonRows(await engine.query(await asInCell(engine, sql, { book, period, asOf })));
}

/** `--variant id=name`, checked against the catalogue before anything is read. */
function variantsOf(args: Arguments, kpis: readonly Kpi[]): ReadonlyMap<string, string> {
  const variants = new Map<string, string>();
  for (const written of args.values('variant')) {
    const [id = '', ...rest] = written.split('=');
    const kpi = findKpi(id, kpis);
    if (kpi === undefined || kpi === null || rest.length === 0)
      throw new UsageError('cli.usage.variant', { variant: written });
    const choice = parseVariant(kpi, rest.join('='));
    if (!isChoice(choice)) throw new UsageError(choice.code, choice.params);
    variants.set(id, rest.join('='));
  }
  return variants;
}

function jsonOf({ report }: Data, measured: readonly Measured[], locale: Locale): string {
  const kpis = measured.map(({ measurement, rows, alerts }) => {
    const { id, value, unit, n, variant, path, status, reason, notes } = measurement;
    const { previous, lastYear, begins, target } = measurement;
    const said = [...(reason === null ? [] : [reason]), ...notes].map((each) => tell(locale, each)).join(' ');
    return {
      id,
      value,
      unit,
      n,
      variant,
      path,
      status,
      reason: said || null,
      previous,
      lastYear,
      begins,
      target: target && { ...target, note: target.note?.[locale] ?? null },
      alerts,
      ...(rows === null ? {} : { rows }),
    };
  });
  return `${JSON.stringify({ sources: jsonSources(report), kpis }, null, 2)}\n`;
}

function textOf({ report }: Data, measured: readonly Measured[], locale: Locale): string {
  const columns = [
    { title: 'KPI' },
    { title: say(locale, 'cli.column.name') },
    { title: say(locale, 'cli.column.value'), align: 'end' },
    { title: 'n', align: 'end' },
    { title: say(locale, 'cli.column.variant') },
    { title: say(locale, 'cli.column.note') },
  ] as const;
  const rows = measured.map(({ kpi, measurement, rows: table }) => {
    const { value, n, note } = formatMeasurement(measurement, { better: kpi.better, locale });
    const shown = table === null ? value : say(locale, 'cli.kpis.table', { count: table.length });
    return [kpi.id, kpi.name[locale], shown, n, measurement.variant, note];
  });
  return `${sourcesTable(report, locale)}\n${textTable(columns, rows)}${alertsText(measured, locale)}`;
}

/** Days of an alert shown to a person; JSON has them all. */
const shownAlerts = 3;

function alertsText(measured: readonly Measured[], locale: Locale): string {
  const lines = measured.flatMap(({ kpi, measurement: { unit }, alerts }) =>
    (alerts ?? [])
      .slice(0, shownAlerts)
      .map((day) => `${kpi.id}: ${unusualDayText(day, { unit, locale })}\n`),
  );
  return lines.length === 0 ? '' : `\n${say(locale, 'cli.kpis.alerts')}\n${lines.join('')}`;
}
