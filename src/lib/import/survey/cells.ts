import type { Engine } from '#engine';
import { quoteIdentifier } from '#sql';
import { toNumber, type Value } from '#table';
import { isUnknownSql } from '../compile/clean-sql.ts';
import type { RawTable } from '../readers/reader.ts';
import { nullWords } from '../vocabulary/index.ts';
import { columnBounds, unknownBounds, type ColumnBounds } from './bounds.ts';
import type { CountedText } from './date-family.ts';

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
  /** Some hold a blank within, as between thousands; asked of ids only. */
  readonly parted: boolean;
}

/** The raw columns that a mapping reads, what else is asked of some, and what is known already. */
export interface CellQuestions {
  readonly columns: readonly string[];
  readonly numbers: readonly string[];
  readonly ids: readonly string[];
  /** By column: every distinct text in it. */
  readonly words: Readonly<Record<string, readonly CountedText[]>>;
}

type Ask = { readonly engine: Engine; readonly raw: RawTable; readonly signal: AbortSignal | undefined };

/** Looks at the columns in one scan, and in that only at what the engine's own statistics leave open. */
export async function surveyCells(
  { engine, raw, signal }: Ask,
  { columns, numbers, ids, words }: CellQuestions,
): Promise<Readonly<Record<string, CellSurvey>>> {
  const known = columns.flatMap((column) => {
    const texts = words[column];
    return texts ? [[column, surveyOfWords(texts)] as const] : [];
  });
  const open = columns.filter((column) => !words[column]);
  if (open.length === 0) return Object.fromEntries(known);
  const bounds = await columnBounds(engine, raw.relation, open);
  const asked = open.flatMap((column) =>
    aggregates(quoteIdentifier(column), {
      bounds: bounds[column] ?? unknownBounds,
      isNumber: numbers.includes(column),
      isId: ids.includes(column),
    }),
  );
  const result = await engine.query(`select ${asked.join(', ')} from ${raw.relation}`, { signal });
  const values = result.columns.map((each) => each.at(0));
  const width = asked.length / open.length;
  const surveyed = open.map(
    (column, index) => [column, toSurvey(values.slice(index * width, (index + 1) * width))] as const,
  );
  return Object.fromEntries([...known, ...surveyed]);
}

interface Asked {
  readonly bounds: ColumnBounds;
  readonly isNumber: boolean;
  readonly isId: boolean;
}

/** Blanks of other alphabets are no ASCII; asking for that is far cheaper than trimming. */
function aggregates(cell: string, { bounds, isNumber, isId }: Asked): string[] {
  const { digitsFirst, ascii, filled } = bounds;
  const padding = [
    ...(digitsFirst ? [] : [`when prefix(${cell}, ' ') then true`]),
    ...(ascii ? [] : [`when strlen(${cell}) <> length(${cell}) then true`]),
  ];
  const ends = `suffix(${cell}, ' ')`;
  return [
    filled ? 'count(*)' : `count(${cell})`,
    digitsFirst ? '0' : `count(*) filter (${isUnknownSql(cell)})`,
    `bool_or(${padding.length === 0 ? ends : `case ${padding.join(' ')} else ${ends} end`})`,
    isNumber ? `bool_or(contains(${cell}, ','))` : 'false',
    isId ? `bool_or(contains(${cell}, 'E+'))` : 'false',
    isId ? `bool_or(contains(${cell}, ' ')${ascii ? '' : ` or contains(${cell}, chr(160))`})` : 'false',
  ];
}

function toSurvey([filled, unknown, padded, commas, exponents, parted]: readonly Value[]): CellSurvey {
  return {
    padded: padded === true,
    filled: toNumber(filled ?? null) ?? 0,
    unknown: toNumber(unknown ?? null) ?? 0,
    commas: commas === true,
    exponents: exponents === true,
    parted: parted === true,
  };
}

/** The same of a column whose every distinct text is known. */
function surveyOfWords(texts: readonly CountedText[]): CellSurvey {
  const rows = (test: (text: string) => boolean) =>
    texts.reduce((sum, each) => sum + (test(each.text) ? each.rows : 0), 0);
  const some = (pattern: RegExp) => texts.some(({ text }) => pattern.test(text));
  return {
    padded: some(/^ | $|[^\0-\x7f]/),
    filled: rows(() => true),
    unknown: rows((text) => text === '' || nullWords.includes(text)),
    commas: some(/,/),
    exponents: some(/E\+/),
    parted: some(/[ \xa0]/),
  };
}
