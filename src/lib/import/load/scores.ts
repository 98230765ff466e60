import { text, type Text } from '#errors';
import { asksNps, type Plan } from '../compile/table-sql.ts';
import { leaves } from '../survey/survey.ts';
import { isNullWord } from '../vocabulary/index.ts';
import { isUnanswered, scoreReader, type CountedAnswer, type Score } from '../vocabulary/score.ts';

/** How one column of answers was read. */
interface Answers {
  readonly column: string;
  /** The scale of most of its answers; null where none could be read. */
  readonly scale: string | null;
  /** What is written there and stands on no scale. */
  readonly strays: readonly CountedAnswer[];
}

/** The scales that answers were read on: whether people are satisfied rests on it. */
export function scalesOf(plan: Plan): readonly { column: string; scale: string }[] {
  return answersOf(plan).flatMap(({ column, scale }) => (scale === null ? [] : [{ column, scale }]));
}

const listed = 5;

/** Answers that stand on no scale, by column: they have no score. */
export function strayNotes(plan: Plan): Text[] {
  return answersOf(plan).flatMap(({ column, strays }) => {
    const count = strays.reduce((sum, { rows }) => sum + rows, 0);
    const words = strays
      .slice(0, listed)
      .map((stray) => stray.text.trim())
      .join(', ');
    return count === 0 ? [] : [text('import.note.offScale', { column, count, words })];
  });
}

function answersOf({ mapping, survey }: Plan): readonly Answers[] {
  return mapping.tables.flatMap((table) =>
    Object.values(table.columns)
      .flatMap(leaves)
      .flatMap((field) => {
        if (field.kind !== 'score') return [];
        const answers = survey.words[field.column] ?? [];
        const read = scoreReader(answers, field.scale, asksNps(table));
        const written = answers.filter(({ text }) => !isNullWord(text) && !isUnanswered(text));
        const strays = written.filter(({ text }) => read(text.trim()) === null);
        return [{ column: field.column, scale: usualScale(written, read), strays }];
      }),
  );
}

function usualScale(answers: readonly CountedAnswer[], read: (value: string) => Score | null): string | null {
  const rows = new Map<string, number>();
  for (const { text, rows: count } of answers) {
    const scale = read(text.trim())?.scale;
    if (scale !== undefined) rows.set(scale, (rows.get(scale) ?? 0) + count);
  }
  return [...rows].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
