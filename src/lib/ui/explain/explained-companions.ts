import type { ExplanationSql, SegmentName } from '#explain';
import { say, type Locale } from '#messages';
import type { Attribute, CellContent } from '#notebook';

/** The names of the cells below, before what makes them unlike others. */
export const companionNames = ['why_moved', 'why_words', 'why_word', 'why_comments'];

interface CompanionOptions {
  readonly sql: ExplanationSql;
  readonly segment: SegmentName;
  readonly suffix: string;
  readonly locale: Locale;
}

/** What moved with a segment: the other KPIs there and elsewhere, and a standing word on what that does not show. */
export function movedCells({ sql, segment, suffix, locale }: CompanionOptions): CellContent[] {
  const source = sql.moves(segment, locale);
  if (source === null) return [];
  const shares = 'change low high elsewhere elsewhere_low elsewhere_high';
  const attributes = [
    folded,
    attribute('percent', shares),
    attribute('empty', say(locale, 'explaining.noMoves')),
  ];
  return [
    prose(
      `### ${say(locale, 'explaining.moves')}\n\n${say(locale, 'explaining.movesHint')}\n\n> ${say(locale, 'explaining.together')}`,
    ),
    { kind: 'sql', name: `why_moved${suffix}`, attributes, source },
  ];
}

/** The words that mark a segment's low ratings, and a choice of one that opens its comments; none where no survey asks. */
export function wordCells({ sql, segment, suffix, locale }: CompanionOptions): CellContent[] {
  const source = sql.words(segment);
  if (source === null) return [];
  const [words, word] = [`why_words${suffix}`, `why_word${suffix}`];
  const none = attribute('empty', say(locale, 'explaining.noWords'));
  return [
    prose(`### ${say(locale, 'explaining.words')}\n\n${say(locale, 'explaining.wordsHint')}`),
    { kind: 'sql', name: words, attributes: [folded, attribute('choose', `word:${word}`), none], source },
    {
      kind: 'input',
      name: word,
      attributes: [folded],
      source: `type: select\nlabel: ${say(locale, 'explaining.word')}\noptions: select word from ${words}`,
    },
    {
      kind: 'sql',
      name: `why_comments${suffix}`,
      attributes: [folded, attribute('empty', say(locale, 'explaining.noComments'))],
      source: commentsOf(`why_rows${suffix}`, word),
    },
  ];
}

const folded: Attribute = attribute('fold', 'code');

function commentsOf(rows: string, word: string): string {
  return `select *
from ${rows}
where comment is not null
  and ($${word} is null or not exists (
    select 1 from (select unnest(string_split($${word}, ' ')) as part)
    where not contains(lower(strip_accents(comment)), part)
  ))`;
}

function attribute(key: string, value: string): Attribute {
  return { key, value };
}

function prose(source: string): CellContent {
  return { kind: 'markdown', name: null, attributes: [], source };
}
