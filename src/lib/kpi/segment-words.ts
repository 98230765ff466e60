import { rowConditions } from './aggregate.ts';
import { fromText, lines } from './clauses.ts';
import { hasLowRatings, memberConditions, scopeOf, within, type MemberOptions } from './decomposition.ts';
import type { Definition } from './kpi.ts';
import { withPrelude } from './prelude.ts';
import { qualify } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

/**
 * The words, and pairs of them, that mark the low ratings of a segment: against its own before, and against those of everyone else.
 * Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn, “Fightin’ Words”, 2008), a comment counting a word once.
 * Null where the rows are no ratings.
 */
export function compileSegmentWords(definition: Definition, options: MemberOptions): string | null {
  const { at } = definition;
  if (at === null || !hasLowRatings(definition) || options.by.includes('tag')) return null;
  const scope = scopeOf(definition, options);
  const instant = qualify(at, scope);
  const [before, after] = [within(instant, options.names.before), within(instant, options.names.after)];
  const members = memberConditions(definition, scope, options).join(' and ');
  const place = `case
      when ${qualify('bucket', scope)} <> 'negative' then 'not low'
      when ${members} then if(${after}, 'here', 'before')
      when ${after} then 'elsewhere'
      else 'earlier'
    end as place`;
  const said = lines([
    selectText([qualify('rating_id', scope), qualify('comment', scope), place]),
    ...fromText(scope),
    ...whereText([
      ...rowConditions(definition).map((each) => qualify(each, scope)),
      `${qualify('comment', scope)} is not null`,
      `(${before} or ${after})`,
    ]),
  ]);
  return withPrelude(definition, `with said as (\n${said.replace(/^/gm, '  ')}\n),\n${statistic}`);
}

/** The words that say nothing of what somebody is unhappy about; `not` and `não` do. */
const commonWords = `'que', 'com', 'por', 'para', 'pra', 'uma', 'uns', 'umas', 'dos', 'das', 'nos', 'nas', 'aos',
        'num', 'numa', 'pelo', 'pela', 'meu', 'minha', 'meus', 'minhas', 'seu', 'sua', 'ele', 'ela',
        'eles', 'elas', 'isso', 'isto', 'essa', 'esse', 'esta', 'este', 'foi', 'foram', 'era', 'ser',
        'ter', 'tem', 'tinha', 'tenho', 'estou', 'estava', 'sao', 'mas', 'mais', 'muito', 'muita',
        'como', 'quando', 'porque', 'pois', 'tambem', 'ate', 'voce', 'voces',
        'the', 'and', 'for', 'you', 'your', 'with', 'that', 'this', 'these', 'have', 'has', 'had',
        'was', 'were', 'are', 'been', 'would', 'will', 'there', 'they', 'them', 'their', 'from', 'she',
        'his', 'her', 'its', 'our', 'but', 'very', 'just', 'about'`;

const statistic = `kept as (
  select rating_id, comment, place,
    [
      word for word in regexp_extract_all(lower(strip_accents(comment)), '\\p{L}{3,}')
      if word not in (
        ${commonWords}
      )
    ] as words
  from said
),
spoken as (
  select rating_id, comment, place,
    unnest(list_distinct(words || [words[i] || ' ' || words[i + 1] for i in range(1, len(words))])) as word
  from kept
),
counted as (
  select word,
    count(*) filter (where place = 'here') as here,
    count(*) filter (where place = 'before') as before,
    count(*) filter (where place = 'elsewhere') as elsewhere,
    sum(count(*) filter (where place = 'here')) over () as all_here,
    sum(count(*) filter (where place = 'before')) over () as all_before,
    sum(count(*) filter (where place = 'elsewhere')) over () as all_elsewhere,
    -- as many words as there are here, mixed as in all comments, are added to each side: rare words do not lead
    all_here * count(*) / sum(count(*)) over () as prior,
    arg_min(comment, rating_id) filter (where place = 'here') as example
  from spoken
  group by word
),
odds as (
  select *,
    ln((here + prior) / (2 * all_here - here - prior)) as odds_here,
    ln((before + prior) / (all_before + all_here - before - prior)) as odds_before,
    ln((elsewhere + prior) / (all_elsewhere + all_here - elsewhere - prior)) as odds_elsewhere
  from counted
  where here >= 3
)
select word, here, before, elsewhere,
  case when all_before > 0 then round((odds_here - odds_before) / sqrt(1 / (here + prior) + 1 / (before + prior)), 2) end as z_before,
  case when all_elsewhere > 0 then round((odds_here - odds_elsewhere) / sqrt(1 / (here + prior) + 1 / (elsewhere + prior)), 2) end as z_elsewhere,
  least(z_before, z_elsewhere) as z,
  example
from odds
order by z desc nulls last, here desc, word
limit 20`;
