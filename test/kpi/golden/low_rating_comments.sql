-- breakdown
with spoken as (
  select bucket, unnest(list_distinct(regexp_extract_all(lower(strip_accents(comment)), '[a-z]{4,}'))) as word
  from ratings
  where kind = 'csat' and is_latest and bucket in ('positive', 'negative') and comment is not null
    and rated_at >= $period_start and rated_at < $period_end
), words as (
  select word, count(*) filter (where bucket = 'negative') as low, count(*) filter (where bucket = 'positive') as high
  from spoken
  where word not in ('para', 'pela', 'pelo', 'como', 'mais', 'muito', 'minha', 'meus', 'isso', 'essa', 'esse', 'esta', 'este', 'voces', 'voce', 'foram', 'estou', 'tenho', 'with', 'that', 'this', 'have', 'from', 'they', 'your', 'very', 'were', 'been', 'would', 'there')
  group by word
), totals as (
  select sum(low) as low, sum(high) as high, sum(low + high) as all_words
  from words
), scored as (
  select
    word,
    words.low as value,
    words.high as satisfied,
    ln((words.low + 10 * (words.low + words.high) / all_words) / (totals.low + 10 - words.low - 10 * (words.low + words.high) / all_words))
      - ln((words.high + 10 * (words.low + words.high) / all_words) / (totals.high + 10 - words.high - 10 * (words.low + words.high) / all_words)) as log_odds,
    sqrt(1 / (words.low + 10 * (words.low + words.high) / all_words) + 1 / (words.high + 10 * (words.low + words.high) / all_words)) as spread
  from words cross join totals
)
select word, value, satisfied, log_odds, log_odds / spread as z, value + satisfied as n
from scored
where value > 1
order by z desc, word
limit 50

-- rows
select rated_at, score, scale, comment, ticket_id, channel, type, coalesce(agents.name, ratings.agent_id) as agent
from ratings
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ratings.source_id and agents.agent_id = ratings.agent_id
where kind = 'csat' and is_latest and bucket = 'negative' and comment is not null
  and rated_at >= $period_start and rated_at < $period_end
order by rated_at, rating_id
