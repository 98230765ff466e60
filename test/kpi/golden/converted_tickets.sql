-- headline
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select
  avg(((source_id, ticket_id) in (select c.source_id, c.ticket_id from credited c))::int) as value,
  count(*) as n,
  count(*) filter (where (source_id, ticket_id) in (select c.source_id, c.ticket_id from credited c)) as converted,
  (select if(count(distinct currency) > 1, null, sum(revenue)) from credited where created_at >= $period_start and created_at < $period_end) as revenue
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select
  date_trunc('week', created_at) as week,
  avg(((source_id, ticket_id) in (select c.source_id, c.ticket_id from credited c))::int) as value,
  count(*) as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select
  channel,
  avg(((source_id, ticket_id) in (select c.source_id, c.ticket_id from credited c))::int) as value,
  count(*) as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select ticket_id, tickets.created_at, channel, subject, order_id, ordered_at, revenue, currency
from credited
join tickets using (source_id, ticket_id)
where tickets.created_at >= $period_start and tickets.created_at < $period_end
order by tickets.created_at, ordered_at, order_id

-- rows, within_3_days
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select ticket_id, tickets.created_at, channel, subject, order_id, ordered_at, revenue, currency
from credited
join tickets using (source_id, ticket_id)
where days <= 3
  and tickets.created_at >= $period_start and tickets.created_at < $period_end
order by tickets.created_at, ordered_at, order_id

-- headline, count
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select count(*) as value, count(*) as n
from tickets
where (source_id, ticket_id) in (select c.source_id, c.ticket_id from credited c)
  and created_at >= $period_start and created_at < $period_end

-- headline, revenue
with asked as (
  select
    source_id,
    ticket_id,
    tickets.created_at,
    tickets.created_at_utc,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), bought as (
  select
    source_id as order_source,
    order_id,
    ordered_at,
    ordered_at_utc,
    amount - coalesce(refunded, 0) as revenue,
    currency,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select *, epoch(ordered_at_utc - created_at_utc) / 86400 as days
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
)
select
  coalesce(sum((select sum(c.revenue) from credited c where c.source_id = tickets.source_id and c.ticket_id = tickets.ticket_id)), 0) as numerator,
  count(*) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from tickets
where coalesce(customer_key, customer_id) is not null
  and created_at >= $period_start and created_at < $period_end
