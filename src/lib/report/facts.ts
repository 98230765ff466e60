import { say, type Locale, type MessageCode } from '#messages';
import { formatNumber, noValue } from '#table';
import type { ReportFact } from './report.ts';
import type { FinishedRun, SourceBasis } from './run.ts';
import { filterText, momentText, periodText } from './scope-text.ts';

/** What the numbers of a run rest on, each with its name. */
export function factsOf({ basis, period, scope, locale }: FinishedRun): readonly ReportFact[] {
  const rows = basis.sources.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  const fact = (code: MessageCode, ...values: readonly string[]): ReportFact => ({
    label: say(locale, code),
    values,
  });
  return [
    fact('reporting.period', periodText(period, locale)),
    fact('reporting.filter', filterText(scope, locale)),
    fact('reporting.files', ...basis.sources.map((source) => sourceText(source, locale))),
    fact('reporting.rows', formatNumber(rows, locale)),
    fact('reporting.asOf', momentText(basis.asOf ?? noValue, locale)),
    fact('reporting.zone', basis.zone),
    fact('reporting.made', momentText(basis.madeAt, locale)),
    fact('reporting.fingerprint', basis.fingerprint || noValue),
  ];
}

/** Before the first number: of when it is, of what, and when it was made. */
export function leadOf({ basis, period, scope, locale }: FinishedRun): string {
  const filter = filterText(scope, locale);
  return [
    periodText(period, locale),
    ...(Object.keys(scope).length > 0 ? [filter] : []),
    ...(basis.asOf === null ? [] : [say(locale, 'reporting.upTo', { at: momentText(basis.asOf, locale) })]),
    say(locale, 'reporting.madeAt', { at: momentText(basis.madeAt, locale), zone: basis.zone }),
  ].join(' · ');
}

function sourceText({ file, vendor, rowsLoaded, rowsRejected }: SourceBasis, locale: Locale): string {
  const rows = say(locale, 'common.rows', { count: rowsLoaded });
  const rejected = rowsRejected > 0 ? [say(locale, 'reporting.rejected', { count: rowsRejected })] : [];
  return `${file} (${[vendor, rows, ...rejected].join(', ')})`;
}
