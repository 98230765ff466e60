import type { Engine } from '#engine';
import { createBook, dropBook, type Scope } from '#import';
import { quoteLiteral, quoteRelation } from '#sql';

let books = 0;

/** Asks with a notebook's filters in a book of its own: the notebook's is not there before its first run. Without filters, in none. */
export async function inBook<T>(
  engine: Engine,
  filters: Scope,
  ask: (book: string | null) => Promise<T>,
): Promise<T> {
  if (Object.keys(filters).length === 0) return ask(null);
  const book = `explain_${++books}`;
  await createBook(engine, book, filters);
  try {
    return await ask(book);
  } finally {
    await engine.exec(`set search_path = ${quoteLiteral(quoteRelation(engine.database, 'main'))}`);
    await dropBook(engine, book);
  }
}
