import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { toNumber, type Value } from '#table';
import { isUnknownSql } from '../compile/clean-sql.ts';
import type { RawTable } from '../readers/reader.ts';

/** What the cells of a raw column are like: most need no care, and what they need costs more than the reading. */
export interface CellSurvey {
  /** Some may begin or end with blanks, of whichever alphabet. */
  readonly padded: boolean;
  /** Those that are not empty, words for "unknown" included. */
  readonly filled: number;
  /** Those with a word that says that nothing is known; of a padded column, only those without blanks around it. */
  readonly unknown: number;
  /** Some hold a comma; asked of numbers only. */
  readonly commas: boolean;
  /** Some may be an id that a spreadsheet has rounded; asked of ids only. */
  readonly exponents: boolean;
}

/** The raw columns that a mapping reads, and what else is asked of some. */
export interface CellQuestions {
  readonly columns: readonly string[];
  readonly numbers: readonly string[];
  readonly ids: readonly string[];
}

/** Looks at the columns in one scan. */
export async function surveyCells(
  { engine, raw, signal }: { engine: Engine; raw: RawTable; signal: AbortSignal | undefined },
  { columns, numbers, ids }: CellQuestions,
): Promise<Readonly<Record<string, CellSurvey>>> {
  if (columns.length === 0) return {};
  const asked = columns.flatMap((column) =>
    aggregates(quoteIdentifier(column), { isNumber: numbers.includes(column), isId: ids.includes(column) }),
  );
  const result = await engine.query(`select ${asked.join(', ')} from ${raw.relation}`, { signal });
  const values = result.columns.map((each) => each.at(0));
  const width = asked.length / columns.length;
  return Object.fromEntries(
    columns.map((column, index) => [column, toSurvey(values.slice(index * width, (index + 1) * width))]),
  );
}

/** Blanks of other alphabets are no ASCII; asking for that is far cheaper than trimming. */
function aggregates(
  cell: string,
  { isNumber, isId }: { readonly isNumber: boolean; readonly isId: boolean },
): string[] {
  return [
    `count(${cell})`,
    `count(*) filter (${isUnknownSql(cell)})`,
    `bool_or(case when prefix(${cell}, ' ') then true when suffix(${cell}, ' ') then true else strlen(${cell}) <> length(${cell}) end)`,
    isNumber ? `bool_or(contains(${cell}, ','))` : 'false',
    isId ? `bool_or(contains(${cell}, 'E+'))` : 'false',
  ];
}

function toSurvey([filled, unknown, padded, commas, exponents]: readonly Value[]): CellSurvey {
  return {
    padded: padded === true,
    filled: toNumber(filled ?? null) ?? 0,
    unknown: toNumber(unknown ?? null) ?? 0,
    commas: commas === true,
    exponents: exponents === true,
  };
}
