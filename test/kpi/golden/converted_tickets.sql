-- headline
with credited as (
  select t.source_id, t.ticket_id, o.amount - coalesce(o.refunded, 0) as revenue, o.currency
  from orders o
  join tickets t
    on coalesce(o.customer_key, o.source_id || ' ' || o.customer_id) = coalesce(t.customer_key, t.source_id || ' ' || t.customer_id)
    and o.ordered_at_utc >= t.created_at_utc and o.ordered_at_utc < t.created_at_utc + interval 5 day
  qualify row_number() over (partition by o.source_id, o.order_id order by t.created_at_utc desc, t.source_id, t.ticket_id) = 1
), converted as (
  select source_id, ticket_id, sum(revenue) as revenue, min(currency) as currency, max(currency) as other_currency
  from credited
  group by source_id, ticket_id
)
select
  count(converted.ticket_id) as numerator,
  count(*) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n,
  if(min(currency) is distinct from max(other_currency), null, sum(revenue)) as revenue
from tickets left join converted using (source_id, ticket_id)
where coalesce(customer_key, customer_id) is not null and created_at is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
with credited as (
  select t.source_id, t.ticket_id, o.amount - coalesce(o.refunded, 0) as revenue, o.currency
  from orders o
  join tickets t
    on coalesce(o.customer_key, o.source_id || ' ' || o.customer_id) = coalesce(t.customer_key, t.source_id || ' ' || t.customer_id)
    and o.ordered_at_utc >= t.created_at_utc and o.ordered_at_utc < t.created_at_utc + interval 5 day
  qualify row_number() over (partition by o.source_id, o.order_id order by t.created_at_utc desc, t.source_id, t.ticket_id) = 1
), converted as (
  select source_id, ticket_id, sum(revenue) as revenue, min(currency) as currency, max(currency) as other_currency
  from credited
  group by source_id, ticket_id
)
select
  date_trunc('week', created_at) as week,
  count(converted.ticket_id) / count(*) as value,
  if(min(currency) is distinct from max(other_currency), null, sum(revenue)) as revenue,
  count(*) as n
from tickets left join converted using (source_id, ticket_id)
where coalesce(customer_key, customer_id) is not null and created_at is not null
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
with credited as (
  select t.source_id, t.ticket_id, o.amount - coalesce(o.refunded, 0) as revenue, o.currency
  from orders o
  join tickets t
    on coalesce(o.customer_key, o.source_id || ' ' || o.customer_id) = coalesce(t.customer_key, t.source_id || ' ' || t.customer_id)
    and o.ordered_at_utc >= t.created_at_utc and o.ordered_at_utc < t.created_at_utc + interval 5 day
  qualify row_number() over (partition by o.source_id, o.order_id order by t.created_at_utc desc, t.source_id, t.ticket_id) = 1
), converted as (
  select source_id, ticket_id, sum(revenue) as revenue, min(currency) as currency, max(currency) as other_currency
  from credited
  group by source_id, ticket_id
)
select
  channel,
  count(converted.ticket_id) / count(*) as value,
  if(min(currency) is distinct from max(other_currency), null, sum(revenue)) as revenue,
  count(*) as n
from tickets left join converted using (source_id, ticket_id)
where coalesce(customer_key, customer_id) is not null and created_at is not null
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select t.ticket_id, t.created_at, t.channel, t.subject, o.order_id, o.ordered_at, o.amount, o.refunded, o.currency
from orders o
join tickets t
  on coalesce(o.customer_key, o.source_id || ' ' || o.customer_id) = coalesce(t.customer_key, t.source_id || ' ' || t.customer_id)
  and o.ordered_at_utc >= t.created_at_utc and o.ordered_at_utc < t.created_at_utc + interval 5 day
where true
  and t.created_at >= $period_start and t.created_at < $period_end
qualify row_number() over (partition by o.source_id, o.order_id order by t.created_at_utc desc, t.source_id, t.ticket_id) = 1
order by t.created_at, o.ordered_at, o.order_id
