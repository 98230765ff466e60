import { exactText, jsonRows, type JsonValue } from '#export';
import { say, tell, type Locale } from '#messages';
import type { UnusualDay } from '#kpi';
import { refusalText, slice } from '#output';
import { cannotOf, inputText, saidOf, type CellResult } from '#report';
import { formatValue, type Table, type Unit } from '#table';
import { textTable } from './text-table.ts';

interface JsonCell {
  readonly name: string | null;
  readonly kind: string;
  readonly status: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, JsonValue>>[];
  readonly error: string | null;
  /** Why a KPI has no rows: what the data lack. */
  readonly reason?: string;
  /** Days unlike the same weekday of the weeks before, where the cell is a KPI's that has some. */
  readonly alerts?: readonly UnusualDay[];
}

/** What `run --json` prints: each cell with its rows; a cell without rows has none. */
export function jsonResults(results: readonly CellResult[], locale: Locale): string {
  const cells = results.map(({ cell, state, table }): JsonCell => ({
    name: cell.name,
    kind: cell.kind,
    status: state.status,
    columns: table === null ? [] : table.columns.map(({ name }) => name),
    rows: table === null ? [] : jsonRows(table),
    error: state.status === 'failed' ? tell(locale, state.error.text) : null,
    ...alertsOf(state),
    ...reasonOf(state, locale),
  }));
  return `${JSON.stringify({ cells }, null, 2)}\n`;
}

function reasonOf(state: CellResult['state'], locale: Locale): Pick<JsonCell, 'reason'> {
  const cannot = cannotOf(state);
  return cannot ? { reason: refusalText(cannot, locale) } : {};
}

function alertsOf(state: CellResult['state']): Pick<JsonCell, 'alerts'> {
  const findings = state.status === 'done' && state.output.kind === 'table' ? state.output.findings : null;
  return findings && findings.unusual.length > 0 ? { alerts: findings.unusual } : {};
}

/** Rows of a table that a terminal shows; JSON has them all. */
const shownRows = 20;

/** The results as a person reads them in a terminal: prose as written, tables aligned. */
export function textResults(results: readonly CellResult[], locale: Locale): string {
  return results
    .map((result) => textResult(result, locale))
    .filter((text) => text !== '')
    .join('\n');
}

function textResult({ cell, state, table, units }: CellResult, locale: Locale): string {
  const title = `── ${cell.name ?? cell.kind} ──\n`;
  if (state.status === 'failed') return `${title}${tell(locale, state.error.text)}\n`;
  const { output } = state;
  const cannot = cannotOf(state);
  if (cannot) return output.kind === 'table' ? `${title}${refusalText(cannot, locale)}\n` : '';
  switch (output.kind) {
    case 'markdown':
      return `${output.source.trim()}\n`;
    case 'input':
      return `${title}${inputText(output, locale)}\n`;
    case 'table': {
      if (table === null) return '';
      const said = saidOf(output, table, locale).map((line) => `${line}\n`);
      const shown = slice(table, { from: 0, to: shownRows }, { from: 0, to: table.columns.length });
      return title + textOf(shown, { units, rowCount: output.rowCount, locale }) + said.join('');
    }
    case 'chart':
    case 'statement':
      return '';
  }
}

interface Shown {
  readonly units: Readonly<Record<string, Unit>>;
  readonly rowCount: number;
  readonly locale: Locale;
}

function textOf({ columns, rowCount: shown }: Table, { units, rowCount, locale }: Shown): string {
  const rows = Array.from({ length: shown }, (_, row) =>
    columns.map((column) => {
      const value = column.at(row);
      const isText = column.kind === 'text';
      return isText
        ? exactText(value, column)
        : formatValue(value, column, { locale, unit: units[column.name] });
    }),
  );
  const head = columns.map(
    ({ name, kind }) => ({ title: name, align: isNumber(kind) ? 'end' : 'start' }) as const,
  );
  const more = rowCount > shown ? `${say(locale, 'reporting.firstRows', { shown, count: rowCount })}\n` : '';
  return textTable(head, rows) + more;
}

function isNumber(kind: string): boolean {
  return ['integer', 'decimal', 'float', 'interval'].includes(kind);
}
