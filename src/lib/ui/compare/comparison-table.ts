import { reasons, type Compared } from '#compare';
import { say, type Locale } from '#messages';
import { copyTable, effectText, valueText } from '#output';
import { noValue, type Table, type Value } from '#table';

/** What of a comparison is written. */
export interface WrittenComparison {
  readonly comparison: { readonly changed: readonly Compared[]; readonly same: readonly Compared[] };
  readonly exports: Readonly<Record<'earlier' | 'later', { readonly name: string }>>;
}

interface Written {
  readonly locale: Locale;
  /** How a KPI is called. */
  readonly nameOf: (compared: Compared) => string;
}

/** A comparison as text: the numbers as they are for a spreadsheet, or as people write them. */
export function comparisonText(
  found: WrittenComparison,
  { locale, nameOf }: Written,
  format: 'csv' | 'markdown',
): string {
  const { changed, same } = found.comparison;
  const rows = format === 'csv' ? [...changed, ...same] : changed;
  const table = tableOf(
    rows.map((each) => [nameOf(each), ...(format === 'csv' ? exact(each) : written(each, locale))]),
    headOf(locale),
  );
  if (format === 'csv') return `${copyTable(table, format)}\r\n`;
  const title = `${found.exports.earlier.name} → ${found.exports.later.name}`;
  return `## ${title}\n\n${copyTable(table, format)}\n\n${say(locale, 'compare.same', { count: same.length })}\n`;
}

function headOf(locale: Locale): readonly string[] {
  const columns = ['kpi', 'earlier', 'earlierN', 'later', 'laterN', 'change'] as const;
  return [
    ...columns.map((name) => say(locale, `compare.column.${name}`)),
    ...reasons.map((reason) => say(locale, `compare.reason.${reason}`)),
  ];
}

function exact({ earlier, later, change, because }: Compared): readonly Value[] {
  const effects = reasons.map((reason) => because.find((part) => part.reason === reason)?.effect ?? null);
  return [earlier.value, earlier.n, later.value, later.n, change, ...effects];
}

function written({ earlier, later, change, because, unit }: Compared, locale: Locale): readonly Value[] {
  const value = (of: number | null): string => (of === null ? noValue : valueText(of, { unit, locale }));
  const effects = reasons.map((reason) => {
    const part = because.find((each) => each.reason === reason);
    return part ? effectText(part.effect, { unit, locale }) : '';
  });
  return [
    value(earlier.value),
    earlier.n,
    value(later.value),
    later.n,
    change === null ? noValue : effectText(change, { unit, locale }),
    ...effects,
  ];
}

function tableOf(rows: readonly (readonly Value[])[], names: readonly string[]): Table {
  return {
    rowCount: rows.length,
    columns: names.map((name, index) => {
      const isNumber = rows.some((row) => typeof row[index] === 'number');
      return {
        name,
        type: isNumber ? 'DOUBLE' : 'VARCHAR',
        kind: isNumber ? ('float' as const) : ('text' as const),
        at: (row: number): Value => rows[row]?.[index] ?? null,
      };
    }),
  };
}
