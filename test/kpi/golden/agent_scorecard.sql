-- breakdown
with cases as (
  select source_id, agent_id, 'first response' as figure, first_response_seconds as value
  from tickets
  where first_response_seconds is not null
    and first_human_reply_at >= $period_start and first_human_reply_at < $period_end
  union all
  select source_id, agent_id, 'response', response_seconds
  from replies
  where response_seconds is not null
    and replied_at >= $period_start and replied_at < $period_end
  union all
  select source_id, coalesce(ratings.agent_id, tickets.agent_id), 'csat', (bucket = 'positive')::int
  from ratings
  left join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
    and rated_at >= $period_start and rated_at < $period_end
  union all
  select source_id, agent_id, 'reopened', (reopens > 0)::int
  from tickets
  where last_solved_at is not null and reopens is not null
    and last_solved_at >= $period_start and last_solved_at < $period_end
), measured as (
  select cases.*, team, (value > avg(value) over (partition by figure, team))::int as is_above
  from cases
  left join agents using (source_id, agent_id)
  where agent_id is not null and is_bot is not true
), averages as (
  select
    source_id,
    agent_id,
    figure,
    team,
    count(*) as n,
    avg(value) as mean,
    if(figure in ('csat', 'reopened'), (mean + 1.9208 / n) / (1 + 3.8416 / n), mean) as centre,
    case
      when figure in ('csat', 'reopened') then 1.96 * sqrt(mean * (1 - mean) / n + 0.9604 / n ^ 2) / (1 + 3.8416 / n)
      when n >= 20 then 1.96 * stddev(value) / sqrt(n)
    end as reach,
    avg(is_above) as above
  from measured
  group by source_id, agent_id, figure, team
), compared as (
  -- how far the agent's share above the team's mean is from that of the team (Chernoff's bound), for as many as are compared
  select
    *,
    sum(n * above) over own_team / sum(n) over own_team as usual,
    n * (
      coalesce(above * ln(nullif(above, 0) / usual), 0)
        + coalesce((1 - above) * ln(nullif(1 - above, 0) / (1 - usual)), 0)
    ) > ln(40 * count(*) over (partition by figure)) as differs
  from averages
  window own_team as (partition by figure, team)
), figures as (
  select
    source_id,
    agent_id,
    any_value(mean) filter (where figure = 'first response') as first_response_seconds,
    any_value(n) filter (where figure = 'first response') as first_responses,
    any_value(centre - reach) filter (where figure = 'first response') as first_response_low,
    any_value(centre + reach) filter (where figure = 'first response') as first_response_high,
    any_value(differs) filter (where figure = 'first response') as first_response_differs,
    any_value(mean) filter (where figure = 'response') as response_seconds,
    any_value(n) filter (where figure = 'response') as responses,
    any_value(centre - reach) filter (where figure = 'response') as response_low,
    any_value(centre + reach) filter (where figure = 'response') as response_high,
    any_value(differs) filter (where figure = 'response') as response_differs,
    any_value(mean) filter (where figure = 'csat') as csat,
    any_value(n) filter (where figure = 'csat') as answers,
    any_value(centre - reach) filter (where figure = 'csat') as csat_low,
    any_value(centre + reach) filter (where figure = 'csat') as csat_high,
    any_value(differs) filter (where figure = 'csat') as csat_differs,
    any_value(mean) filter (where figure = 'reopened') as reopened,
    any_value(centre - reach) filter (where figure = 'reopened') as reopened_low,
    any_value(centre + reach) filter (where figure = 'reopened') as reopened_high,
    any_value(differs) filter (where figure = 'reopened') as reopened_differs
  from compared
  group by source_id, agent_id
), solved as (
  select source_id, agent_id, count(*) as solved
  from tickets
  where last_solved_at is not null
    and last_solved_at >= $period_start and last_solved_at < $period_end
  group by source_id, agent_id
), offered as (
  select
    source_id,
    agent_id,
    count(*) filter (where result = 'accepted') as accepted,
    count(*) filter (where result = 'rejected') as rejected,
    count(*) filter (where result = 'timeout') as missed
  from offers
  where result is not null
    and offers.at >= $period_start and offers.at < $period_end
  group by source_id, agent_id
), moves as (
  select source_id, agent_id, from_at as moment, from_at_utc as moment_utc, 1 as change
  from agent_sessions
  where state = 'online'
  union all
  select source_id, agent_id, coalesce(to_at, $as_of), coalesce(to_at_utc, $as_of_utc), -1
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
  where sessions > 0 and seconds > 0
    and until > $period_start and moment < $period_end
  group by source_id, agent_id
)
select
  coalesce(agents.name, agent_id) as agent,
  team,
  coalesce(solved, 0) as value,
  figures.* exclude (source_id, agent_id),
  accepted,
  rejected,
  missed,
  accepted / nullif(accepted + rejected + missed, 0) as acceptance,
  online_seconds,
  coalesce(solved, 0) as n
from figures
full join solved using (source_id, agent_id)
full join offered using (source_id, agent_id)
full join online using (source_id, agent_id)
left join agents using (source_id, agent_id)
where agent_id is not null and is_bot is not true
order by agent, source_id, agent_id

-- breakdown, aggregated
select
  coalesce(agents.name, agent_id) as agent,
  agents.team,
  sum(value) filter (where metric = 'chats_accepted') as value,
  sum(value * weight) filter (where metric = 'first_response_time' and unit = 'seconds')
    / nullif(sum(weight) filter (where metric = 'first_response_time' and unit = 'seconds' and value is not null), 0) as first_response_seconds,
  sum(value * weight) filter (where metric = 'response_time' and unit = 'seconds')
    / nullif(sum(weight) filter (where metric = 'response_time' and unit = 'seconds' and value is not null), 0) as response_seconds,
  sum(value) filter (where metric = 'ratings_positive')
    / nullif(sum(value) filter (where metric in ('ratings_positive', 'ratings_negative')), 0) as csat,
  sum(value) filter (where metric in ('ratings_positive', 'ratings_negative')) as answers,
  sum(value) filter (where metric = 'chats_accepted') as accepted,
  sum(value) filter (where metric = 'chats_rejected') as rejected,
  sum(value) filter (where metric = 'chats_missed') as missed,
  accepted / nullif(accepted + coalesce(rejected, 0) + coalesce(missed, 0), 0) as acceptance,
  sum(value) filter (where metric = 'online_time' and unit = 'seconds') as online_seconds,
  sum(value) filter (where metric = 'chats_accepted') as n
from period_facts
left join agents using (source_id, agent_id)
where agent_id is not null and is_bot is not true
  and from_at >= $period_start and from_at < $period_end
group by source_id, agent_id, agent, agents.team
order by agent, source_id, agent_id
