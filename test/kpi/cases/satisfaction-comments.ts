import type { Case } from '../asked.ts';

const rounded = (number: number) => Number(number.toFixed(6));

interface Counted {
  readonly low: number;
  readonly high: number;
  /** Of all words and pairs of the dissatisfied, and of the satisfied. */
  readonly ofLow: number;
  readonly ofHigh: number;
}

/** A word's line: to each side ten words are added, mixed as all words are. */
function line(word: string, { low, high, ofLow, ofHigh }: Counted): string {
  const prior = (10 * (low + high)) / (ofLow + ofHigh);
  const [a, b] = [low + prior, high + prior];
  const logOdds = Math.log(a / (ofLow + 10 - a)) - Math.log(b / (ofHigh + 10 - b));
  const z = logOdds / Math.sqrt(1 / a + 1 / b);
  return [word, low, high, rounded(logOdds), rounded(z), low + high].join(', ');
}

export const commentCases: readonly Case[] = [
  {
    title:
      'low_rating_comments: pairs of words across what is left out; a word once is no mark; a comment that says a word twice counts once',
    world: {
      ratings: {
        columns: 'rating_id, kind, is_latest, bucket, rated_at, comment',
        values: `('1', 'csat', true, 'negative', '2026-03-01', 'Late, LATE delivery'), ('2', 'csat', true, 'negative', '2026-03-02', 'late with the delivery'), ('3', 'csat', true, 'positive', '2026-03-02', 'kind people'), ('4', 'csat', true, 'negative', '2026-03-02', ''), ('5', 'csat', true, 'negative', '2026-03-02', null)`,
      },
    },
    // Words and pairs of the dissatisfied: late, delivery, late delivery, late late; late, delivery, late delivery: 7; of the satisfied 3.
    answers: {
      low_rating_comments: [null, 3],
      'low_rating_comments by': ['delivery', 'late', 'late delivery'].map((word) =>
        line(word, { low: 2, high: 0, ofLow: 7, ofHigh: 3 }),
      ),
    },
  },
  {
    title:
      'low_rating_comments in Portuguese: accents folded, “não” kept, and a word of both sides is a mark of neither',
    world: {
      ratings: {
        columns: 'rating_id, kind, is_latest, bucket, rated_at, comment',
        values: `('1', 'csat', true, 'negative', '2026-03-01', 'Não resolveu'), ('2', 'csat', true, 'negative', '2026-03-02', 'NÃO me resolveu nada'), ('3', 'csat', true, 'positive', '2026-03-02', 'Resolveu!'), ('4', 'csat', true, 'positive', '2026-03-02', 'Você foi ótimo e rápido'),
          ('5', 'csat', true, 'neutral', '2026-03-02', 'não resolveu'), ('6', 'csat', false, 'negative', '2026-03-02', 'não resolveu'), ('7', 'nps', true, 'negative', '2026-03-02', 'não resolveu')`,
      },
    },
    // Of the dissatisfied: não, resolveu, não resolveu; não, resolveu, nada and two pairs: 8. Of the satisfied: resolveu; ótimo, rápido and their pair: 4.
    // resolveu: (2 + 2.5) of 18 and (1 + 2.5) of 14 are a quarter each.
    answers: {
      'low_rating_comments by': [
        line('nao', { low: 2, high: 0, ofLow: 8, ofHigh: 4 }),
        line('nao resolveu', { low: 2, high: 0, ofLow: 8, ofHigh: 4 }),
        'resolveu, 2, 1, 0, 0, 3',
      ],
    },
  },
];
