import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOwnKpis, type Kpi } from '#kpi';
import { tell, type Locale } from '#messages';
import { UsageError } from './usage-error.ts';

/** The KPIs of a folder's Markdown files; none without a folder. A file that means nothing is told, with the reason. */
export function readOwnKpiFolder(folder: string | undefined, locale: Locale): Kpi[] {
  if (folder === undefined) return [];
  if (!existsSync(folder)) throw new UsageError('cli.usage.kpiFolder', { folder });
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const files = names.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return readOwnKpis(files).map(({ path, kpi, diagnostics }) => {
    if (kpi) return kpi;
    const [reason] = diagnostics.filter(({ severity }) => severity === 'error').map(({ text }) => text);
    throw new UsageError('cli.usage.kpiFile', { file: path, reason: reason ? tell(locale, reason) : '' });
  });
}
