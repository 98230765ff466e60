-- breakdown
with kept as (
  select
    bucket,
    [
      word for word in regexp_extract_all(lower(strip_accents(comment)), '\p{L}{3,}')
      if word not in (
        'que', 'com', 'por', 'para', 'pra', 'uma', 'uns', 'umas', 'dos', 'das', 'nos', 'nas', 'aos',
        'num', 'numa', 'pelo', 'pela', 'meu', 'minha', 'meus', 'minhas', 'seu', 'sua', 'ele', 'ela',
        'eles', 'elas', 'isso', 'isto', 'essa', 'esse', 'esta', 'este', 'foi', 'foram', 'era', 'ser',
        'ter', 'tem', 'tinha', 'tenho', 'estou', 'estava', 'sao', 'mas', 'mais', 'muito', 'muita',
        'como', 'quando', 'porque', 'pois', 'tambem', 'ate', 'voce', 'voces',
        'the', 'and', 'for', 'you', 'your', 'with', 'that', 'this', 'these', 'have', 'has', 'had',
        'was', 'were', 'are', 'been', 'would', 'will', 'there', 'they', 'them', 'their', 'from', 'she',
        'his', 'her', 'its', 'our', 'but', 'very', 'just', 'about'
      )
    ] as words
  from ratings
  where kind = 'csat' and is_latest and bucket in ('positive', 'negative') and comment is not null
    and rated_at >= $period_start and rated_at < $period_end
), spoken as (
  select bucket, unnest(list_distinct(words || [words[i] || ' ' || words[i + 1] for i in range(1, len(words))])) as word
  from kept
), counted as (
  select word, count(*) filter (where bucket = 'negative') as low, count(*) filter (where bucket = 'positive') as high
  from spoken
  group by word
), smoothed as (
  -- to each side ten words are added, mixed as all words are, so that rare words do not lead
  select
    *,
    low + 10 * (low + high) / sum(low + high) over () as a,
    high + 10 * (low + high) / sum(low + high) over () as b,
    sum(low) over () + 10 as all_low,
    sum(high) over () + 10 as all_high
  from counted
)
select
  word,
  low as value,
  high as satisfied,
  ln(a / (all_low - a)) - ln(b / (all_high - b)) as log_odds,
  log_odds / sqrt(1 / a + 1 / b) as z,
  low + high as n
from smoothed
where low > 1
order by z desc, word
limit 50

-- rows
select rated_at, score, scale, comment, ticket_id, channel, type, coalesce(agents.name, ratings.agent_id, tickets.agent_id) as agent
from ratings
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ratings.source_id and agents.agent_id = coalesce(ratings.agent_id, tickets.agent_id)
where kind = 'csat' and is_latest and bucket = 'negative' and comment is not null
  and rated_at >= $period_start and rated_at < $period_end
order by rated_at, rating_id
