-- headline
select
  avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
  stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
  count(*) as n,
  count(*) filter (where score >= 9) as promoters,
  count(*) filter (where score > 6 and score < 9) as passives,
  count(*) filter (where score <= 6) as detractors
from ratings
where kind = 'nps' and scale = '0-10' and is_latest and score is not null
  and rated_at >= $period_start and rated_at < $period_end

-- trend
select
  date_trunc('month', rated_at) as month,
  avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
  stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
  count(*) as n
from ratings
where kind = 'nps' and scale = '0-10' and is_latest and score is not null
  and rated_at >= $period_start and rated_at < $period_end
group by month
order by month

-- breakdown
select
  channel,
  avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
  stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
  count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'nps' and scale = '0-10' and is_latest and score is not null
  and rated_at >= $period_start and rated_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  channel,
  coalesce(agents.name, ratings.agent_id, tickets.agent_id) as agent,
  rated_at,
  score,
  comment
from ratings
left join tickets using (source_id, ticket_id)
left join agents on agents.source_id = ratings.source_id and agents.agent_id = coalesce(ratings.agent_id, tickets.agent_id)
where kind = 'nps' and scale = '0-10' and is_latest and score is not null
  and rated_at >= $period_start and rated_at < $period_end
order by rated_at, rating_id
