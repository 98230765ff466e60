import { createBook, dimensions, type Scope } from '#import';
import type { Engine } from '#engine';
import type { Period, WeekStart } from '#time';
import { instantOf } from './data.ts';
import type { Arguments } from './options.ts';
import { UsageError } from './usage-error.ts';

/** `--from` and `--to` as a period; null where neither was given, which is all rows. */
export function periodOf(args: Arguments): Period | null {
  const [from, to] = [instantOf(args, 'from') ?? null, instantOf(args, 'to') ?? null];
  if (from === null && to === null) return null;
  if (from !== null && to !== null && to <= from) throw new UsageError('cli.usage.emptyPeriod', { from, to });
  return { from, to };
}

/** As they are written, Monday first. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const weekStarts = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly WeekStart[];

/** `--week-start sunday`; null where it was not given. */
export function weekStartOf(args: Arguments): WeekStart | null {
  const written = args.value('week-start');
  if (written === undefined) return null;
  const found = weekStarts[weekdays.findIndex((day) => day === written.toLowerCase())];
  if (found === undefined) throw new UsageError('cli.usage.weekStart', { day: written });
  return found;
}

/** `--filter column=value`, as often as wanted: values of one column widen, another column narrows. */
export function scopeOf(args: Arguments): Scope {
  const scope: Record<string, string[]> = {};
  for (const filter of args.values('filter')) {
    const at = filter.indexOf('=');
    if (at < 1) throw new UsageError('cli.usage.filter', { filter });
    const column = filter.slice(0, at).trim();
    scope[column] = [...(scope[column] ?? []), filter.slice(at + 1).trim()];
  }
  return scope;
}

/** The only book of a run of the program. */
export const book = 'book_1';

/** Opens the book on a scope, refusing dimensions that there are not; it is gone with the engine. */
export async function openBook(engine: Engine, scope: Scope): Promise<string> {
  const { unknown } = await createBook(engine, book, scope);
  if (unknown.length > 0) throw unknownDimension(unknown);
  return book;
}

export function unknownDimension(unknown: readonly string[]): UsageError {
  return new UsageError('cli.usage.unknownDimension', {
    dimension: unknown.join(', '),
    known: dimensions.map(({ name }) => name).join(', '),
  });
}
