-- breakdown
with solved as (
  select source_id, agent_id, count(*) as solved, avg((reopens > 0)::int) as reopened
  from tickets
  where last_solved_at is not null
    and last_solved_at >= $period_start and last_solved_at < $period_end
  group by all
), answered as (
  select source_id, agent_id, avg(first_response_seconds) as first_response_seconds
  from tickets
  where first_response_seconds is not null
    and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
  group by all
), replied as (
  select source_id, agent_id, avg(response_seconds) as response_seconds
  from replies
  where response_seconds is not null
    and replied_at >= $period_start and replied_at < $period_end
  group by all
), rated as (
  select source_id, coalesce(ratings.agent_id, tickets.agent_id) as agent_id, avg((bucket = 'positive')::int) as csat, count(*) as answers
  from ratings left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
    and rated_at >= $period_start and rated_at < $period_end
  group by all
), bounds as (
  select
    *,
    sum(csat * answers) over () / nullif(sum(answers) over (), 0) as everyone,
    (csat + 1.9208 / answers - 1.96 * sqrt(csat * (1 - csat) / answers + 0.9604 / answers ^ 2)) / (1 + 3.8416 / answers) as csat_low,
    (csat + 1.9208 / answers + 1.96 * sqrt(csat * (1 - csat) / answers + 0.9604 / answers ^ 2)) / (1 + 3.8416 / answers) as csat_high
  from rated
), offered as (
  select
    source_id,
    agent_id,
    count(*) filter (where result = 'accepted') as accepted,
    count(*) filter (where result = 'rejected') as rejected,
    count(*) filter (where result = 'timeout') as missed
  from offers
  where agent_id is not null
    and offers.at >= $period_start and offers.at < $period_end
  group by all
), moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, from_at_utc + ($as_of - from_at)), -1
  from agent_sessions
  where state = 'online'
), levels as (
  select
    *,
    sum(change) over in_order as sessions,
    lead(moment) over in_order as until,
    epoch(lead(moment_utc) over in_order - moment_utc) as seconds
  from moves
  window in_order as (partition by source_id, agent_id order by moment_utc, change desc)
), online as (
  select
    source_id,
    agent_id,
    sum(seconds - epoch(until - moment) + epoch(least(until, $period_end) - greatest(moment, $period_start)))::bigint as online_seconds
  from levels
  where sessions > 0 and until > $period_start and moment < $period_end
  group by all
)
select
  coalesce(agents.name, agent_id) as agent,
  coalesce(solved, 0) as value,
  first_response_seconds,
  response_seconds,
  csat,
  answers,
  csat_low,
  csat_high,
  everyone < csat_low or everyone > csat_high as csat_differs,
  reopened,
  accepted,
  rejected,
  missed,
  accepted / nullif(accepted + rejected + missed, 0) as acceptance,
  online_seconds,
  coalesce(solved, 0) as n
from solved
full join answered using (source_id, agent_id)
full join replied using (source_id, agent_id)
full join bounds using (source_id, agent_id)
full join offered using (source_id, agent_id)
full join online using (source_id, agent_id)
left join agents using (source_id, agent_id)
where agent_id is not null and agents.is_bot is not true
order by agent
