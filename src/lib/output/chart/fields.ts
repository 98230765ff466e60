import { text } from '#errors';
import { dimensions, optionTitle } from '#kpi';
import { say, tell, type Locale } from '#messages';
import type { Column, Kind, Table, Unit } from '#table';
import { columnFormats, isNumeric, isTemporal, type ColumnUnits } from '../table/columns.ts';
import type { FieldFormat, Vocabulary } from './format.ts';
import type { DatumRow } from './rows.ts';
import { countedIn, isShareCohort, type ChartSubject } from './subject.ts';

/** What a chart knows of a column: what to call it in plain words (null for its own name), and how to write its values. */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly title: string | null;
  readonly format: FieldFormat | null;
}

interface FieldOptions {
  readonly locale: Locale;
  readonly units: ColumnUnits;
  readonly subject: ChartSubject | null;
  readonly rows: readonly DatumRow[];
}

/** The columns of a chart's rows by name, those that a KPI's rows have besides included. */
export function fieldsOf(table: Table, options: FieldOptions): Map<string, Field> {
  const units = new Map(
    columnFormats(table.columns, options.units).map(({ name, unit }) => [name, unit] as const),
  );
  const own = table.columns.map((column): [string, Field] => [
    column.name,
    {
      name: column.name,
      kind: column.kind,
      title: titleOf(column, options),
      format: formatOf(column, units.get(column.name) ?? null, options.rows),
    },
  ]);
  const value = own.find(([name]) => name === 'value')?.[1];
  const derived = ['low', 'high', 'target'].map((name): [string, Field] => [
    name,
    {
      name,
      kind: 'float',
      title: say(options.locale, name === 'target' ? 'output.column.target' : 'output.column.interval'),
      format: value?.format ?? null,
    },
  ]);
  return new Map([...(value ? derived : []), ...own.map(asEnd(value, options.locale))]);
}

/** The ends of an interval that a query itself gives are written as what they surround. */
function asEnd(value: Field | undefined, locale: Locale): (entry: [string, Field]) => [string, Field] {
  return ([name, field]) => {
    if (value === undefined || !['low', 'high', 'actual'].includes(name)) return [name, field];
    const title = name === 'actual' ? field.title : say(locale, 'output.column.between');
    return [name, { ...field, title, format: value.format }];
  };
}

const vocabularies: Readonly<Record<string, Vocabulary>> = {
  channel: 'channel',
  preferred_channel: 'channel',
  network: 'channel',
  status: 'status',
  priority: 'priority',
  stage: 'stage',
  started_by: 'author',
  outcome: 'outcome',
  answer: 'answer',
  bucket: 'answer',
  service: 'service',
};

function formatOf({ name, kind }: Column, unit: Unit | null, rows: readonly DatumRow[]): FieldFormat | null {
  if (name === 'weekday' && kind === 'integer') return 'weekday';
  if (isNumeric(kind)) return unit;
  if (kind === 'interval') return 'duration';
  if (kind === 'date') return 'date';
  if (kind === 'timestamp') return rows.every((row) => isMidnight(row[name])) ? 'date' : 'timestamp';
  const vocabulary = vocabularies[name];
  if (vocabulary !== undefined) return `word.${vocabulary}`;
  return kind === 'text' ? 'text' : null;
}

function isMidnight(value: unknown): boolean {
  return typeof value !== 'string' || value.includes('T00:00:00');
}

function titleOf({ name, kind }: Column, { locale, subject }: FieldOptions): string | null {
  const ofKpi = subject && kpiTitle(name, subject, locale);
  if (ofKpi) return ofKpi;
  if (name === 'tag') return say(locale, 'output.column.tag');
  if (name === 'hour' && isTemporal(kind)) return say(locale, 'output.column.time');
  const dimension = dimensions.find((known) => known.name === name);
  if (dimension) return tell(locale, dimension.label);
  const code = `output.column.${name}`;
  const title = tell(locale, text(code));
  return title === code ? null : title;
}

/** What only the KPI can say of a column. */
function kpiTitle(name: string, subject: ChartSubject, locale: Locale): string | null {
  const { grain, cut } = subject;
  if (name === 'value' || name === 'bin_from') return valueTitle(subject, locale);
  if (name === 'n' && cut === 'distribution') {
    const isDays = countedIn(subject) === 'days';
    return say(locale, isDays ? 'output.column.days' : 'output.column.howMany');
  }
  if (grain === 'hour') return null;
  if (name === 'opened_in') return tell(locale, text(`output.column.openedIn.${grain}`));
  if (name === `within_${grain}s`) return tell(locale, text(`output.column.within.${grain}`));
  return name === `${grain}s_later` ? tell(locale, text(`output.column.later.${grain}`)) : null;
}

/** The KPI's name, and what of it is not as usual. */
function valueTitle(subject: ChartSubject, locale: Locale): string {
  const { kpi, choice } = subject;
  const name = kpi.name[locale];
  if (isShareCohort(subject)) return say(locale, 'output.column.shareOfOpened', { kpi: name });
  const unusual = Object.values(choice).filter(
    (option) => kpi.variants[option.axis]?.[0]?.name !== option.name,
  );
  return unusual.length === 0
    ? name
    : `${name} (${unusual.map((option) => optionTitle(option, locale)).join(', ')})`;
}
