-- headline
with credited as (
  select t.source_id, t.ticket_id, sum(o.amount - coalesce(o.refunded, 0)) as revenue
  from orders o
  asof join (select * from tickets where created_at_utc is not null) t
    on coalesce(o.customer_key, o.customer_id) = coalesce(t.customer_key, t.customer_id) and o.ordered_at_utc >= t.created_at_utc
  where o.ordered_at_utc < t.created_at_utc + interval 5 day
  group by all
)
select
  count(credited.ticket_id) as numerator,
  count(*) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  sum(revenue) as revenue
from tickets left join credited using (source_id, ticket_id)
where coalesce(customer_key, customer_id) is not null and created_at is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
with credited as (
  select t.source_id, t.ticket_id, sum(o.amount - coalesce(o.refunded, 0)) as revenue
  from orders o
  asof join (select * from tickets where created_at_utc is not null) t
    on coalesce(o.customer_key, o.customer_id) = coalesce(t.customer_key, t.customer_id) and o.ordered_at_utc >= t.created_at_utc
  where o.ordered_at_utc < t.created_at_utc + interval 5 day
  group by all
)
select
  date_trunc('week', created_at) as week,
  count(credited.ticket_id) / count(*) as value,
  count(*) as n,
  sum(revenue) as revenue
from tickets left join credited using (source_id, ticket_id)
where coalesce(customer_key, customer_id) is not null and created_at is not null
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
with credited as (
  select t.source_id, t.ticket_id, sum(o.amount - coalesce(o.refunded, 0)) as revenue
  from orders o
  asof join (select * from tickets where created_at_utc is not null) t
    on coalesce(o.customer_key, o.customer_id) = coalesce(t.customer_key, t.customer_id) and o.ordered_at_utc >= t.created_at_utc
  where o.ordered_at_utc < t.created_at_utc + interval 5 day
  group by all
)
select channel, count(credited.ticket_id) / count(*) as value, sum(revenue) as revenue, count(*) as n
from tickets left join credited using (source_id, ticket_id)
where coalesce(customer_key, customer_id) is not null and created_at is not null
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select t.ticket_id, t.created_at, t.channel, t.subject, o.order_id, o.ordered_at, o.amount, o.refunded, o.currency
from orders o
asof join (select * from tickets where created_at_utc is not null) t
  on coalesce(o.customer_key, o.customer_id) = coalesce(t.customer_key, t.customer_id) and o.ordered_at_utc >= t.created_at_utc
where o.ordered_at_utc < t.created_at_utc + interval 5 day
  and t.created_at >= $period_start and t.created_at < $period_end
order by t.created_at, o.ordered_at, o.order_id
