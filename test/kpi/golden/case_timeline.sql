-- rows
select ticket_id, status_periods.status, from_at, coalesce(to_at, $as_of) as to_at, seconds, is_present, created_at, updated_at, channel, subject
from status_periods
join tickets using (source_id, ticket_id)
where (status_periods.status is null or status_periods.status not in ('solved', 'closed', 'cancelled', 'merged', 'spam', 'deleted'))
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id, from_at_utc
