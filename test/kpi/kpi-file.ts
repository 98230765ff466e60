import { tell } from '#messages';
import type { Diagnostic } from '#notebook';

/** A small KPI's file, with some of its lines exchanged, added (of a new name) or left out (null). */
export function kpiFile(changes: Readonly<Record<string, string | null>> = {}, body = prose): string {
  const fields = { ...usual, ...changes };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

const usual = {
  id: 'refunds',
  name: '{en: Refunds, pt-BR: Reembolsos}',
  theme: 'volume',
  unit: 'count',
  shape: 'count',
  from: 'tickets',
  where: "type = 'refund'",
  at: 'created_at',
};

const prose = 'What it means.\n\n## pt-BR\n\nO que significa.\n';

/** What is told, as a reader sees it: how grave, where, and the sentence. */
export function told(source: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, text, line, span }) => {
    const place = span === null ? '' : ` “${source.slice(span.from, span.to)}”`;
    return `${severity} ${line ?? '-'}${place}: ${tell('en', text)}`;
  });
}
