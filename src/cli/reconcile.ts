import { say, tell, type Locale } from '#messages';
import { departureText, findKpi, reconcile, type Attempt, type Kpi, type Reconciliation } from '#kpi';
import { formatNumber, formatValue, noValue } from '#table';
import { dataOptions, jsonOption, scopeOptions, type Call, type Command } from './command.ts';
import { withData } from './data.ts';
import { kpisOf, kpisOption } from './own-kpis.ts';
import { openBook, periodOf, scopeOf } from './scope.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const reconcileCommand: Command = {
  name: 'reconcile',
  synopsis: 'KPI NUMBER --data FILE… [options]',
  summary: 'cli.reconcile.summary',
  details: 'cli.reconcile.details',
  options: [
    { name: 'data', value: 'FILE', isRepeatable: true, summary: 'cli.option.data' },
    { name: 'zone', value: 'Z', isRepeatable: true, summary: 'cli.option.zone' },
    ...dataOptions,
    kpisOption,
    ...scopeOptions,
    jsonOption,
  ],
  run,
};

/** Ways that miss the number, shown to a person; JSON has them all. */
const shownOthers = 10;

async function run(call: Call): Promise<number> {
  const { args, locale, terminal } = call;
  const [id, reported, ...rest] = args.words;
  if (id === undefined || reported === undefined) throw new UsageError('cli.usage.reconcile');
  const kpi = findKpi(id, kpisOf(call));
  if (kpi === undefined) throw new UsageError('cli.usage.unknownKpi', { kpi: id });
  const period = periodOf(args);
  const zones = args.values('zone');
  return withData([...args.values('data'), ...rest], args, async ({ engine, asOf }) => {
    const book = await openBook(engine, scopeOf(args));
    const found = await reconcile(engine, book, kpi, { reported, period, asOf, zones });
    if (found === null) throw new UsageError('cli.usage.number', { number: reported, kpi: id });
    terminal.out(args.has('json') ? jsonOf(kpi, found, locale) : textOf(kpi, found, locale));
    return exitCodes.fine;
  });
}

function jsonOf(kpi: Kpi, { attempts, tried, possible }: Reconciliation, locale: Locale): string {
  const said = attempts.map((attempt) => ({ ...attempt, how: howOf(kpi, attempt, locale) }));
  return `${JSON.stringify({ kpi: kpi.id, tried, possible, attempts: said }, null, 2)}\n`;
}

function textOf(kpi: Kpi, { attempts, tried, possible }: Reconciliation, locale: Locale): string {
  const matching = attempts.filter(({ matches }) => matches);
  const others = attempts.filter(({ matches }) => !matches).slice(0, shownOthers);
  const columns = [
    { title: say(locale, 'cli.column.value'), align: 'end' },
    { title: 'n', align: 'end' },
    { title: say(locale, 'cli.column.difference'), align: 'end' },
    { title: say(locale, 'cli.column.how') },
  ] as const;
  const rows = [...matching, ...others].map((attempt) => {
    const { value, unit, n, matches, difference } = attempt;
    const shown = (each: number): string =>
      formatValue(each, { kind: 'float', type: 'DOUBLE' }, { locale, unit });
    return [
      shown(value),
      n === null ? noValue : formatNumber(n, locale),
      matches ? '=' : `${difference > 0 ? '+' : ''}${shown(difference)}`,
      howOf(kpi, attempt, locale),
    ];
  });
  const summary = say(locale, 'cli.reconcile.found', {
    count: matching.length,
    tried: formatNumber(tried, locale),
    possible: formatNumber(possible, locale),
  });
  const sql = matching[0] ? `\n${matching[0].sql}\n` : '';
  return `${summary}\n\n${textTable(columns, rows)}${sql}`;
}

function howOf(kpi: Kpi, { departures }: Attempt, locale: Locale): string {
  if (departures.length === 0) return say(locale, 'kpi.reconcile.asIs');
  return departures.map((each) => tell(locale, departureText(each, { kpi, locale }))).join('; ');
}
