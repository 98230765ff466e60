-- csat by channel
with counted as (
  select
    channel as segment,
    rated_at >= $before_start and rated_at < $before_end as is_before,
    rated_at >= $after_start and rated_at < $after_end as is_after,
    (bucket = 'positive')::int as x
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
),
segments as (
  select
    segment,
    count(x) filter (where is_before) as n_before,
    count(x) filter (where is_after) as n_after,
    sum(x) filter (where is_before) / nullif(n_before, 0) as value_before,
    sum(x) filter (where is_after) / nullif(n_after, 0) as value_after
  from counted
  group by segment
),
shares as (
  select *,
    n_before / sum(n_before) over () as share_before,
    n_after / sum(n_after) over () as share_after,
    coalesce(value_before, value_after) as was,
    coalesce(value_after, value_before) as became,
    sum(n_before * value_before) over () / sum(n_before) over () as all_before,
    sum(n_after * value_after) over () / sum(n_after) over () as all_after
  from segments
  where n_before > 0 or n_after > 0
)
select segment, value_before, value_after,
  (share_after - share_before) * ((was + became) / 2 - (all_before + all_after) / 2) as mix,
  (share_before + share_after) / 2 * (became - was) as rate,
  mix + rate as effect,
  n_before, n_after, share_before, share_after
from shares
order by abs(effect) desc, segment

-- csat by channel × type
with counted as (
  select
    coalesce(channel::varchar, '—') || ' × ' || coalesce(type::varchar, '—') as segment,
    rated_at >= $before_start and rated_at < $before_end as is_before,
    rated_at >= $after_start and rated_at < $after_end as is_after,
    (bucket = 'positive')::int as x
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
),
segments as (
  select
    segment,
    count(x) filter (where is_before) as n_before,
    count(x) filter (where is_after) as n_after,
    sum(x) filter (where is_before) / nullif(n_before, 0) as value_before,
    sum(x) filter (where is_after) / nullif(n_after, 0) as value_after
  from counted
  group by segment
),
shares as (
  select *,
    n_before / sum(n_before) over () as share_before,
    n_after / sum(n_after) over () as share_after,
    coalesce(value_before, value_after) as was,
    coalesce(value_after, value_before) as became,
    sum(n_before * value_before) over () / sum(n_before) over () as all_before,
    sum(n_after * value_after) over () / sum(n_after) over () as all_after
  from segments
  where n_before > 0 or n_after > 0
)
select segment, value_before, value_after,
  (share_after - share_before) * ((was + became) / 2 - (all_before + all_after) / 2) as mix,
  (share_before + share_after) / 2 * (became - was) as rate,
  mix + rate as effect,
  n_before, n_after, share_before, share_after
from shares
order by abs(effect) desc, segment

-- csat, what the parts add up to
select
  sum(n_before) as n_before,
  sum(n_after) as n_after,
  sum(n_before * value_before) / sum(n_before) as value_before,
  sum(n_after * value_after) / sum(n_after) as value_after,
  sum(n_after * value_after) / sum(n_after) - sum(n_before * value_before) / sum(n_before) as change,
  sum(mix) as all_mix,
  sum(rate) as all_rate,
  round(change - all_mix - all_rate, 9) as residual,
  round(100 * change, 1) as points
from by_channel

-- csat by day in a segment
select rated_at::date as day, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat' and is_latest and bucket is not null
  and channel = 'chat'
  and type is null
  and (rated_at >= $before_start and rated_at < $before_end or rated_at >= $after_start and rated_at < $after_end)
group by day
order by day

-- csat, the low ratings of a segment
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
where kind = 'csat' and is_latest and bucket is not null
  and bucket = 'negative'
  and channel = 'chat'
  and type is null
  and rated_at >= $after_start and rated_at < $after_end
order by comment is null, rated_at, rating_id

-- csat, the ratings by the hour of their ticket
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
where kind = 'csat' and is_latest and bucket is not null
  and case when tickets.created_at is null then null else format('{:02d}–{:02d}', hour(tickets.created_at) // 4 * 4, hour(tickets.created_at) // 4 * 4 + 4) end is null
  and rated_at >= $after_start and rated_at < $after_end
order by rated_at, rating_id

-- tickets_created by team
with counted as (
  select
    team as segment,
    created_at >= $before_start and created_at < $before_end as is_before,
    created_at >= $after_start and created_at < $after_end as is_after
  from tickets
),
segments as (
  select
    segment,
    count(*) filter (where is_before) as value_before,
    count(*) filter (where is_after) as value_after
  from counted
  where is_before or is_after
  group by segment
)
select segment, value_before, value_after,
  value_after - value_before as effect,
  value_before / nullif(sum(value_before) over (), 0) as share_before,
  value_after / nullif(sum(value_after) over (), 0) as share_after
from segments
order by abs(effect) desc, segment

-- tickets_created, what the parts add up to
select
  sum(value_before) as value_before,
  sum(value_after) as value_after,
  sum(value_after) - sum(value_before) as change,
  sum(effect) as all_parts,
  sum(value_after) - sum(value_before) - sum(effect) as residual
from by_team

-- first_contact_resolution by agent
with counted as (
  select
    coalesce(agents.name, agent_id) as segment,
    last_solved_at >= $before_start and last_solved_at < $before_end as is_before,
    last_solved_at >= $after_start and last_solved_at < $after_end as is_after,
    (reopens = 0 and not exists (
      select 1 from tickets later
      where coalesce(later.customer_key, later.source_id || ' ' || later.customer_id)
          = coalesce(tickets.customer_key, tickets.source_id || ' ' || tickets.customer_id)
        and later.created_at_utc > tickets.created_at_utc
        and later.created_at_utc <= tickets.last_solved_at_utc + interval 7 day
    ))::int as x
  from tickets
  left join agents using (source_id, agent_id)
  where last_solved_at_utc <= $as_of_utc - interval 7 day
    and reopens is not null and coalesce(customer_key, customer_id) is not null
),
segments as (
  select
    segment,
    count(x) filter (where is_before) as n_before,
    count(x) filter (where is_after) as n_after,
    sum(x) filter (where is_before) / nullif(n_before, 0) as value_before,
    sum(x) filter (where is_after) / nullif(n_after, 0) as value_after
  from counted
  group by segment
),
shares as (
  select *,
    n_before / sum(n_before) over () as share_before,
    n_after / sum(n_after) over () as share_after,
    coalesce(value_before, value_after) as was,
    coalesce(value_after, value_before) as became,
    sum(n_before * value_before) over () / sum(n_before) over () as all_before,
    sum(n_after * value_after) over () / sum(n_after) over () as all_after
  from segments
  where n_before > 0 or n_after > 0
)
select segment, value_before, value_after,
  (share_after - share_before) * ((was + became) / 2 - (all_before + all_after) / 2) as mix,
  (share_before + share_after) / 2 * (became - was) as rate,
  mix + rate as effect,
  n_before, n_after, share_before, share_after
from shares
order by abs(effect) desc, segment

-- csat by day in a segment, against what was usual
with days as (
  select rated_at::date as day, avg((bucket = 'positive')::int) as value, count(*) as n
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
    and channel = 'chat'
    and type is null
    and (rated_at >= $before_start and rated_at < $before_end or rated_at >= $after_start and rated_at < $after_end)
  group by day
),
usual as (
  select sum(n * value) / sum(n) as level from days where day < $before_end
),
weekdays as (
  select isodow(day) as weekday, sum(n * value) / sum(n) - any_value(level) as distance,
    count(*) as weeks, any_value(level) as level, any_value(level * (1 - level)) / sum(n) as noise
  from days cross join usual
  where day < $before_end and value is not null
  group by weekday
),
weight as (
  select case when min(weeks) >= 4 then greatest(0, 1 - (count(*) - 1) / nullif(sum(distance * distance / noise), 0)) end as weight
  from weekdays
),
expectations as (
  select days.*, usual.level + coalesce(weight * distance, 0) as expected, sqrt(greatest(expected * (1 - expected), 0.01) / n) as chance
  from days cross join usual cross join weight
  left join weekdays on weekday = isodow(day)
),
steps as (
  select *, (value - expected) / chance as z, abs(z - lag(z) over (order by day)) as step
  from expectations
),
spread as (
  select greatest(1, coalesce(avg(step) / 1.128, 1)) as times
  from steps where day < $before_end
)
select day, value, n, expected,
  greatest(0, expected - 3 * times * chance) as low_limit,
  least(1, expected + 3 * times * chance) as high_limit,
  case
    when day >= (select min(day) from why_late) then 'arriving'
    when value < low_limit or value > high_limit then 'outside'
    when value is not null then 'usual'
  end as standing
from steps cross join spread
order by day

-- csat, the days whose answers are still coming in
with answers as (
  select rated_at::date as rated, least(coalesce(sent_at, last_solved_at), rated_at)::date as served, rated - served as days_later
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
    and coalesce(sent_at, last_solved_at) is not null and coalesce(rated_at_basis, 'rated') = 'rated'
),
reach as (
  select max(rated) as last_day, least(28, (max(served) - min(served)) // 2)::int as horizon
  from answers
),
past as (
  select days_later from answers cross join reach
  where served <= last_day - horizon and days_later <= horizon
),
ages as (
  select age, last_day - age::int as day, (select avg((days_later <= age)::int) from past) as arrived
  from (select last_day, unnest(range(0, horizon + 1)) as age from reach)
),
so_far as (
  select served as day, count(*) as n from answers group by served
)
select day, coalesce(n, 0) as n, arrived,
  round(case when n > 0 and arrived > 0 then n / arrived - n
    else (1 - arrived) * (select count(*) from past) / (select count(distinct served) from answers, reach where served <= last_day - horizon)
  end, 1) as missing
from ages left join so_far using (day)
where arrived < 0.95 and (select count(*) from past) >= 50
  and day >= $after_start and day < $after_end
order by day

-- tickets_created by day in a segment, against what was usual
with counted as (
  select created_at::date as day, count(*) as value, count(*) as n
  from tickets
  where channel = 'chat'
    and (created_at >= $before_start and created_at < $before_end or created_at >= $after_start and created_at < $after_end)
  group by day
),
days as (
  select day, coalesce(value, 0) as value
  from (select unnest(generate_series(min(day), max(day), interval 1 day))::date as day from counted)
  left join counted using (day)
  where day < $before_end or day >= $after_start
),
usual as (
  select avg(value) as level from days where day < $before_end
),
weekdays as (
  select isodow(day) as weekday, avg(value) - any_value(level) as distance,
    count(*) as weeks, any_value(level) as level, any_value(level) / count(*) as noise
  from days cross join usual
  where day < $before_end and value is not null
  group by weekday
),
weight as (
  select case when min(weeks) >= 4 then greatest(0, 1 - (count(*) - 1) / nullif(sum(distance * distance / noise), 0)) end as weight
  from weekdays
),
expectations as (
  select days.*, usual.level + coalesce(weight * distance, 0) as expected, sqrt(greatest(expected, 1)) as chance
  from days cross join usual cross join weight
  left join weekdays on weekday = isodow(day)
),
steps as (
  select *, (value - expected) / chance as z, abs(z - lag(z) over (order by day)) as step
  from expectations
),
spread as (
  select greatest(1, coalesce(avg(step) / 1.128, 1)) as times
  from steps where day < $before_end
)
select day, value, expected,
  greatest(0, expected - 3 * times * chance) as low_limit,
  expected + 3 * times * chance as high_limit,
  case
    when value < low_limit or value > high_limit then 'outside'
    when value is not null then 'usual'
  end as standing
from steps cross join spread
order by day

-- first_response_time by day in a segment, against what was usual
with days as (
  select
    first_human_reply_at::date as day,
    avg(first_response_seconds) as value,
    stddev(first_response_seconds) as stddev,
    count(*) as n
  from tickets
  where (started_by is distinct from 'agent' or customer_messages > 0)
    and first_response_seconds >= 0
    and channel = 'chat'
    and (first_human_reply_at >= $before_start and first_human_reply_at < $before_end or first_human_reply_at >= $after_start and first_human_reply_at < $after_end)
  group by day
),
usual as (
  select avg(value) as level from days where day < $before_end
),
weekdays as (
  select isodow(day) as weekday, avg(value) - any_value(level) as distance,
    count(*) as weeks, any_value(level) as level, avg(var_samp(value)) over () / count(*) as noise
  from days cross join usual
  where day < $before_end and value is not null
  group by weekday
),
weight as (
  select case when min(weeks) >= 4 then greatest(0, 1 - (count(*) - 1) / nullif(sum(distance * distance / noise), 0)) end as weight
  from weekdays
),
expectations as (
  select days.*, usual.level + coalesce(weight * distance, 0) as expected, 1 as chance
  from days cross join usual cross join weight
  left join weekdays on weekday = isodow(day)
),
steps as (
  select *, (value - expected) / chance as z, abs(z - lag(z) over (order by day)) as step
  from expectations
),
spread as (
  select avg(step) / 1.128 as times
  from steps where day < $before_end
)
select day, value, n, expected,
  greatest(0, expected - 3 * times * chance) as low_limit,
  expected + 3 * times * chance as high_limit,
  case
    when value < low_limit or value > high_limit then 'outside'
    when value is not null then 'usual'
  end as standing
from steps cross join spread
order by day
