import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, readOwnKpis, type Kpi } from '#kpi';
import { say, tell } from '#messages';
import { isKpiText } from '#notebook';
import type { Call, Command } from './command.ts';
import { UsageError } from './usage-error.ts';

export const kpisOption = {
  name: 'kpis',
  value: 'FOLDER',
  summary: 'cli.option.kpis',
} as const satisfies Command['options'][number];

/**
 * The catalogue, and the KPIs of a folder's Markdown files where one is named. A KPI that cannot be used is told on standard
 * error, with the reason and its place; it keeps nobody from the rest. Other Markdown in the folder is left alone.
 */
export function kpisOf({ args, locale, terminal }: Call): readonly Kpi[] {
  const folder = args.value('kpis');
  if (folder === undefined) return catalogue;
  if (!existsSync(folder)) throw new UsageError('cli.usage.kpiFolder', { folder });
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const files = names.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const own = readOwnKpis(files.filter(({ text }) => isKpiText(text)));
  for (const { path, diagnostics } of own) {
    for (const { text, line } of diagnostics.filter(({ severity }) => severity === 'error')) {
      const place = { file: join(folder, path), line: line ?? 1, message: tell(locale, text) };
      terminal.err(`${say(locale, 'cli.run.diagnostic', place)}\n`);
    }
  }
  return [...catalogue, ...own.flatMap(({ kpi }) => kpi ?? [])];
}
