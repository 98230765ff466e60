-- headline
select
  count(*) as numerator,
  count(distinct coalesce(customer_key, source_id || ' ' || customer_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
select
  date_trunc('month', created_at) as month,
  count(*) as numerator,
  count(distinct coalesce(customer_key, source_id || ' ' || customer_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end
group by month
order by month

-- breakdown
select
  channel,
  count(*) as numerator,
  count(distinct coalesce(customer_key, source_id || ' ' || customer_id)) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  coalesce(customers.name, customer_id) as customer,
  tickets.created_at,
  channel,
  type,
  status,
  subject
from tickets
left join customers using (source_id, customer_id)
where coalesce(tickets.customer_key, customer_id) is not null
  and tickets.created_at >= $period_start and tickets.created_at < $period_end
order by tickets.created_at, ticket_id

-- breakdown, distribution
with counted as (
  select coalesce(customer_key, source_id || ' ' || customer_id) as customer, count(*) as tickets
  from tickets
  where coalesce(customer_key, customer_id) is not null
    and created_at >= $period_start and created_at < $period_end
  group by customer
)
select tickets, count(*) as value, count(*) / sum(count(*)) over () as share, count(*) as n
from counted
group by tickets
order by tickets

-- breakdown, returning
select
  coalesce(tickets.customer_key, source_id || ' ' || customer_id) as customer,
  min(name) as name,
  count(*) as value,
  min(tickets.created_at) as first_ticket,
  max(tickets.created_at) as last_ticket,
  count(*) as n
from tickets
left join customers using (source_id, customer_id)
where coalesce(tickets.customer_key, customer_id) is not null
  and tickets.created_at >= $period_start and tickets.created_at < $period_end
group by customer
having value > 1
order by value desc, customer
limit 20
