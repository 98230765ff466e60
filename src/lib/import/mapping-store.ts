import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { transact } from './load/transaction.ts';
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

/** Columns that a mapping reads and a file lacks: with any, it was made for another file. */
export function missingColumns(mapping: Mapping, { columns }: RawTable): string[] {
  const known = new Set(columns.map(({ name }) => name));
  const read = new Set(mapping.tables.flatMap((table) => [...rawColumns(table)]));
  return [...read].filter((name) => !known.has(name));
}

/** What is longer is no name, and megabytes of it are no key. */
const longestHeader = 1_000;

/** The headers of a file as one text: what it is recognised by the next time. */
export function signatureOf(raw: RawTable): string {
  return signatureFor(headersOf(raw));
}

/** The headers of a file as they are written, as far as they are names. */
export function headersOf({ columns }: RawTable): readonly string[] {
  return columns.map(({ header, name }) => header.slice(0, longestHeader) || name);
}

/** What files with certain headers are recognised by, whatever their order. */
export function signatureFor(headers: readonly string[]): string {
  return headers.map(plainWord).sort().join('|');
}

/** Every mapping that is remembered, and the headers it is for. */
export async function keptMappings(engine: Engine): Promise<{ headers: string[]; mapping: Mapping }[]> {
  const table = quoteRelation(engine.database, 'base', 'mappings');
  const result = await engine.query(`select signature, mapping from ${table} order by signature`);
  return rowsOf(result).flatMap(({ signature, mapping: stored }) => {
    const mapping = typeof stored === 'string' ? parseMapping(stored) : null;
    return mapping ? [{ headers: String(signature).split('|'), mapping }] : [];
  });
}

/** Replaces what is remembered; of two mappings for the same headers the first counts. */
export async function setKeptMappings(
  engine: Engine,
  kept: readonly { readonly headers: readonly string[]; readonly mapping: Mapping }[],
): Promise<void> {
  const table = quoteRelation(engine.database, 'base', 'mappings');
  const mappings = new Map(kept.toReversed().map((each) => [signatureFor(each.headers), each.mapping]));
  await transact(engine, [
    `delete from ${table}`,
    ...[...mappings].map(
      ([signature, mapping]) =>
        `insert into ${table} values (${quoteLiteral(signature)}, ${quoteLiteral(JSON.stringify(mapping))})`,
    ),
  ]);
}
