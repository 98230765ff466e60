import type { Text } from '#errors';
import { say, type Locale } from '#messages';
import { cannotOf, type CellResult } from '#report';
import { dayMs, wallClockToMs, type WallClock } from '#time';

export interface RunSummary {
  readonly notebook: string;
  readonly results: readonly CellResult[];
  /** How many rows were loaded, and the latest instant among them. */
  readonly rows: number;
  readonly latest: WallClock | null;
  /** What time it is where the data are from. */
  readonly now: WallClock;
  readonly files: readonly string[];
}

/** A run in one line, for a log. */
export function summaryLine(summary: RunSummary, locale: Locale): string {
  const { notebook, results, now, files } = summary;
  const parts = [
    now.slice(0, 16),
    notebook,
    [
      say(locale, 'cli.run.cells', { count: results.length }),
      say(locale, 'cli.run.countFailed', { count: failedCells(results).length }),
      say(locale, 'cli.run.countCannot', { count: results.filter(({ state }) => cannotOf(state)).length }),
    ].join(', '),
    dataText(summary, locale),
    ...(files.length > 0 ? [files.join(', ')] : []),
  ];
  return `${parts.join(' · ')}\n`;
}

/** What each is called, and why it failed. */
export function failedCells(results: readonly CellResult[]): readonly { name: string; why: Text }[] {
  return results.flatMap(({ cell, state }) =>
    state.status === 'failed' ? [{ name: cell.name ?? cell.kind, why: state.error.text }] : [],
  );
}

/** How old the latest row is, in days; null where there is none. */
export function ageInDays(latest: WallClock | null, now: WallClock): number | null {
  const [from, to] = [wallClockToMs(latest ?? ''), wallClockToMs(now)];
  return from === null || to === null ? null : Math.max(0, (to - from) / dayMs);
}

function dataText({ rows, latest, now }: RunSummary, locale: Locale): string {
  const age = ageInDays(latest, now);
  const loaded = say(locale, 'common.rows', { count: rows });
  if (age === null) return loaded;
  const old = say(locale, 'cli.run.old', { count: Math.floor(age) });
  return say(locale, 'cli.run.upTo', { rows: loaded, at: latest?.slice(0, 16) ?? '', old });
}
