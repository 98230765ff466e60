-- rows
with contacted as (
  select
    source_id,
    ticket_id,
    channel,
    tickets.created_at,
    customers.name,
    customers.created_at as customer_since,
    coalesce(tickets.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from tickets
  left join customers using (source_id, customer_id)
), used as (
  select
    customer,
    channel,
    min(name) as name,
    min(customer_since) as customer_since,
    count(*) as tickets,
    min(created_at) as first_contact,
    max(created_at) as last_contact
  from contacted
  where customer is not null
  group by customer, channel
), cases as (
  select
    customer,
    min(name) as name,
    min(customer_since) as customer_since,
    sum(tickets)::bigint as tickets,
    min(first_contact) as first_contact,
    max(last_contact) as last_contact,
    arg_max(channel, (tickets, last_contact, channel)) filter (where channel is not null) as preferred_channel,
    list(channel order by channel) filter (where channel is not null) as channels
  from used
  group by customer
), answers as (
  select
    coalesce(contacted.customer, customers.customer_key, ratings.source_id || ' ' || ratings.customer_id) as customer,
    avg((bucket = 'positive')::int) as csat,
    count(*) as answers
  from ratings
  left join contacted using (source_id, ticket_id)
  left join customers on customers.source_id = ratings.source_id and customers.customer_id = ratings.customer_id
  where kind = 'csat' and is_latest and bucket is not null
  group by 1
), bought as (
  select
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer,
    count(*) as orders,
    if(count(distinct currency) > 1, null, sum(amount - coalesce(refunded, 0))) as revenue
  from orders
  left join customers using (source_id, customer_id)
  group by 1
)
select
  customer,
  name,
  customer_since,
  tickets,
  first_contact,
  last_contact,
  preferred_channel,
  channels,
  csat,
  answers,
  orders,
  revenue
from cases
left join answers using (customer)
left join bought using (customer)
order by tickets desc, customer
