import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { parseMapping } from './mapping-file.ts';
import type { Mapping } from './mapping.ts';
import type { RawTable } from './readers/reader.ts';
import { rawColumns } from './survey/survey.ts';
import { plainWord } from './vocabulary/index.ts';

/** Remembers how a file was read, for the next file with the same headers. */
export async function saveMapping(engine: Engine, raw: RawTable, mapping: Mapping): Promise<void> {
  const table = quoteRelation(engine.database, 'base', 'mappings');
  const signature = quoteLiteral(signatureOf(raw));
  await engine.exec(
    `delete from ${table} where signature = ${signature};
insert into ${table} values (${signature}, ${quoteLiteral(JSON.stringify(mapping))})`,
  );
}

/** The mapping that was confirmed for the same headers, whatever their order. */
export async function findMapping(engine: Engine, raw: RawTable): Promise<Mapping | null> {
  const table = quoteRelation(engine.database, 'base', 'mappings');
  const result = await engine.query(
    `select mapping from ${table} where signature = ${quoteLiteral(signatureOf(raw))}`,
  );
  const stored = rowsOf(result)[0]?.['mapping'];
  const mapping = typeof stored === 'string' ? parseMapping(stored) : null;
  return mapping && missingColumns(mapping, raw).length === 0 ? mapping : null;
}

/** Lets the next file with these headers be recognised anew. */
export async function forgetMapping(engine: Engine, raw: RawTable): Promise<void> {
  const table = quoteRelation(engine.database, 'base', 'mappings');
  await engine.exec(`delete from ${table} where signature = ${quoteLiteral(signatureOf(raw))}`);
}

/** Columns that a mapping reads and a file lacks: with any, it was made for another file. */
export function missingColumns(mapping: Mapping, { columns }: RawTable): string[] {
  const known = new Set(columns.map(({ name }) => name));
  const read = new Set(mapping.tables.flatMap((table) => [...rawColumns(table)]));
  return [...read].filter((name) => !known.has(name));
}

/** What is longer is no name, and megabytes of it are no key. */
const longestHeader = 1_000;

/** The headers of a file as one text: what it is recognised by the next time. */
export function signatureOf({ columns }: RawTable): string {
  return columns
    .map(({ header, name }) => plainWord(header.slice(0, longestHeader) || name))
    .sort()
    .join('|');
}
