import { asksNps, type Plan } from '../compile/table-sql.ts';
import { wordMeaning } from '../compile/field-sql.ts';
import type { Scale } from '../mapping.ts';
import { leaves } from '../survey/survey.ts';
import { isNullWord, plainWord, vocabulary } from '../vocabulary/index.ts';
import { isUnanswered, scoreReader, type Bucket } from '../vocabulary/score.ts';

/** How a word came to its meaning: by the mapping, by the built-in vocabulary, kept as written, or not at all. */
export type WordBasis = 'stated' | 'known' | 'kept' | 'left' | 'unknown';

export interface WordMeaning {
  readonly word: string;
  readonly rows: number;
  /** Null: its rows leave the canonical column empty. */
  readonly meaning: string | null;
  readonly basis: WordBasis;
}

/** The words that a mapping reads with one vocabulary; first those that only a person can tell, where they stay once they are told. */
export interface WordReview {
  readonly vocabulary: string;
  readonly columns: readonly string[];
  /** What a word can mean. */
  readonly values: readonly string[];
  readonly words: readonly WordMeaning[];
}

/** How one column of answers is read. */
export interface ScoreReview {
  readonly column: string;
  /** The scale of most answers; null where none could be read. */
  readonly scale: Scale | null;
  readonly answers: readonly ScoreWord[];
}

export interface ScoreWord {
  readonly word: string;
  readonly rows: number;
  /** Null: no answer on the scale. `unanswered` was asked and not answered. */
  readonly bucket: Bucket | 'unanswered' | null;
}

export function wordReviews(plan: Plan): WordReview[] {
  const { mapping, survey } = plan;
  const columns = new Map<string, Set<string>>();
  for (const field of mapping.tables.flatMap(({ columns: all }) => Object.values(all)).flatMap(leaves)) {
    const name = field.kind === 'word' ? field.vocabulary : field.kind === 'boolean' ? 'boolean' : null;
    if (name === null || !('column' in field)) continue;
    columns.set(name, (columns.get(name) ?? new Set()).add(field.column));
  }
  const reviews = [...columns].map(([name, read]) => {
    const counted = [...read].flatMap((column) => survey.words[column] ?? []);
    return {
      vocabulary: name,
      columns: [...read],
      values: vocabulary(name)?.values ?? [],
      words: meanings(name, plan, counted),
    };
  });
  const isAsked = ({ words }: WordReview) => words.some(({ basis }) => basis !== 'known' && basis !== 'kept');
  return reviews.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
}

function meanings(
  name: string,
  { mapping }: Plan,
  counted: readonly { readonly text: string; readonly rows: number }[],
): WordMeaning[] {
  const rows = new Map<string, number>();
  for (const each of counted) {
    const word = each.text.trim();
    if (!isNullWord(word)) rows.set(word, (rows.get(word) ?? 0) + each.rows);
  }
  const stated = mapping.vocabularies[name] ?? {};
  const words = [...rows].map(([word, count]): WordMeaning => {
    const meaning = wordMeaning(word, name, mapping);
    const basis = basisOf(
      name,
      meaning,
      stated[word] ?? stated[plainWord(word)],
      word in stated || plainWord(word) in stated,
    );
    return { word, rows: count, meaning, basis };
  });
  const rank = ({ basis }: WordMeaning) => (basis === 'known' || basis === 'kept' ? 1 : 0);
  return words.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows);
}

function basisOf(
  name: string,
  meaning: string | null,
  stated: string | null | undefined,
  isStated: boolean,
): WordBasis {
  if (isStated) return stated === null || stated === undefined ? 'left' : 'stated';
  if (meaning === null) return 'unknown';
  const known = vocabulary(name);
  return known?.values.includes(meaning) ? 'known' : 'kept';
}

export function scoreReviews({ mapping, survey }: Plan): ScoreReview[] {
  return mapping.tables.flatMap((table) =>
    Object.values(table.columns)
      .flatMap(leaves)
      .flatMap((field) => {
        if (field.kind !== 'score') return [];
        const answers = (survey.words[field.column] ?? []).filter(({ text }) => !isNullWord(text));
        const read = scoreReader(answers, field.scale, asksNps(table));
        const scored = answers.map(({ text, rows }) => ({
          word: text.trim(),
          rows,
          score: read(text.trim()),
        }));
        const rows = new Map<Scale, number>();
        for (const { score, rows: count } of scored)
          if (score) rows.set(score.scale, (rows.get(score.scale) ?? 0) + count);
        const [usual] = [...rows].toSorted((a, b) => b[1] - a[1]);
        return [
          {
            column: field.column,
            scale: usual?.[0] ?? null,
            answers: scored.map(({ word, rows: count, score }) => ({
              word,
              rows: count,
              bucket: score?.bucket ?? (isUnanswered(word) ? ('unanswered' as const) : null),
            })),
          },
        ];
      }),
  );
}
