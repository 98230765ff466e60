import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral } from '#sql';
import type { Mapping } from '../mapping.ts';
import { leaves } from '../survey/survey.ts';

/** Tries the patterns of a mapping, which a person may have written, before anything is loaded. A name for the group asks for one. */
export async function tryPatterns(engine: Engine, mapping: Mapping): Promise<void> {
  const fields = mapping.tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  for (const field of fields) {
    if (field.kind !== 'extract') continue;
    try {
      const pattern = quoteLiteral(field.pattern);
      const isWhole = field.as !== undefined;
      await engine.query(
        isWhole ? `select regexp_matches('', ${pattern})` : `select regexp_extract('', ${pattern}, ['part'])`,
      );
    } catch (cause) {
      const { pattern, column } = field;
      throw new ImportError('import.mapping.pattern', { pattern, column }, { cause });
    }
  }
}
