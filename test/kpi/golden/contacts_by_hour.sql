-- breakdown
select isodow(started_at) as weekday, hour(started_at) as hour, sum(contacts)::bigint as value, sum(contacts)::bigint as n
from contacts
where started_at is not null
  and started_at >= $period_start and started_at < $period_end
group by all
order by weekday, hour
