-- tickets_resolved
with opened as (
  select
    date_trunc('week', created_at) as opened_in,
    case
      when (last_solved_at is not null or first_solved_at is not null
    or (status in ('solved', 'closed') and not exists (
      select 1 from status_periods p where p.source_id = tickets.source_id and p.ticket_id = tickets.ticket_id
    )))
      then date_sub('week', created_at_utc, last_solved_at_utc)
    end as age
  from tickets
  where created_at >= $period_start and created_at < $period_end
)
select opened_in, within_weeks, avg(coalesce(age < within_weeks, false)::int) as value, count(*) as n
from opened cross join unnest(range(1, 13)) as follow_up(within_weeks)
where opened_in + (within_weeks + 1) * interval 1 week <= $as_of
group by opened_in, within_weeks
order by opened_in, within_weeks

-- reopen_interval
with events as (
  select source_id, ticket_id, min(reopened_at_utc) as first_at
  from solves
  where reopen_seconds >= 0
  group by source_id, ticket_id
), opened as (
  select
    date_trunc('week', created_at) as opened_in,
    date_sub('week', created_at_utc, first_at) as age
  from tickets left join events using (source_id, ticket_id)
  where created_at >= $period_start and created_at < $period_end
)
select opened_in, within_weeks, avg(coalesce(age < within_weeks, false)::int) as value, count(*) as n
from opened cross join unnest(range(1, 13)) as follow_up(within_weeks)
where opened_in + (within_weeks + 1) * interval 1 week <= $as_of
group by opened_in, within_weeks
order by opened_in, within_weeks

-- csat
select
  date_trunc('week', created_at) as opened_in,
  date_sub('week', created_at_utc, rated_at_utc) as weeks_later,
  avg((bucket = 'positive')::int) as value,
  count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at_utc >= created_at_utc
  and created_at >= $period_start and created_at < $period_end
group by opened_in, weeks_later
order by opened_in, weeks_later

-- nps
select
  date_trunc('week', created_at) as opened_in,
  date_sub('week', created_at_utc, rated_at_utc) as weeks_later,
  avg(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as value,
  stddev(case when score >= 9 then 100 when score <= 6 then -100 else 0 end) as stddev,
  count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'nps' and scale = '0-10' and is_latest and score is not null
  and rated_at_utc >= created_at_utc
  and created_at >= $period_start and created_at < $period_end
group by opened_in, weeks_later
order by opened_in, weeks_later
