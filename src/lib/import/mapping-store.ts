import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { rowsOf } from '#table';
import { parseMapping } from './mapping-file.ts';
import type { Mapping } from './mapping.ts';
import type { RawTable } from './readers/reader.ts';
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
  return typeof stored === 'string' ? parseMapping(stored) : null;
}

/** The headers of a file as one text: what it is recognised by the next time. */
export function signatureOf({ columns }: RawTable): string {
  return columns
    .map(({ header, name }) => plainWord(header || name))
    .sort()
    .join('|');
}
