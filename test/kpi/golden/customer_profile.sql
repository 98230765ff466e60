-- rows
with used as (
  select
    coalesce(tickets.customer_key, tickets.source_id || ' ' || tickets.customer_id) as customer,
    channel,
    min(customers.name) as name,
    min(customers.created_at) as customer_since,
    count(*) as tickets,
    min(tickets.created_at) as first_contact,
    max(tickets.created_at) as last_contact
  from tickets left join customers using (source_id, customer_id)
  where coalesce(tickets.customer_key, tickets.customer_id) is not null
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
    coalesce(tickets.customer_key, tickets.source_id || ' ' || tickets.customer_id) as customer,
    avg((bucket = 'positive')::int) as csat,
    count(*) as answers
  from ratings join tickets using (source_id, ticket_id)
  where kind = 'csat' and is_latest and bucket is not null
  group by 1
), bought as (
  select
    coalesce(customer_key, source_id || ' ' || customer_id) as customer,
    count(*) as orders,
    if(min(currency) is distinct from max(currency), null, sum(amount - coalesce(refunded, 0))) as revenue
  from orders
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
