import type { Engine } from '#engine';
import { scopeViews, type Scope } from '#import';
import { attachDatabase, detachDatabases, inDatabase } from './aside.ts';
import type { Sides } from './units.ts';

/** The databases whose `main` shows the two sides as a notebook's filters let them through. */
export interface Books {
  readonly earlier: string;
  /** What was mixed of both. */
  readonly mixture: string;
}

/** Lets filters be in force over the earlier export and the mixture; without any these are read as they are. */
export async function withScope<Result>(
  engine: Engine,
  { earlier, mixture }: Sides,
  filters: Scope,
  use: (books: Books) => Promise<Result>,
): Promise<Result> {
  if (Object.values(filters).every((values) => values.length === 0)) return use({ earlier, mixture });
  const books = { earlier: `${earlier}_scope`, mixture: `${mixture}_scope` };
  try {
    for (const [side, database] of [
      [books.earlier, earlier],
      [books.mixture, mixture],
    ] as const) {
      await attachDatabase(engine, side);
      await scopeViews(inDatabase(engine, database), side, filters);
    }
    return await use(books);
  } finally {
    await detachDatabases(engine, Object.values(books));
  }
}
