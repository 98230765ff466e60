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
    ordered_at_utc,
    coalesce(orders.customer_key, customers.customer_key, source_id || ' ' || customer_id) as customer
  from orders
  left join customers using (source_id, customer_id)
), credited as (
  -- each order to the customer's latest ticket before it
  select source_id, ticket_id
  from bought
  join asked using (customer)
  where ordered_at_utc between created_at_utc and created_at_utc + interval 5 day
  qualify row_number() over (partition by order_source, order_id order by created_at_utc desc, source_id, ticket_id) = 1
), outcomes as (
  select
    tickets.*,
    case
      when exists (from orders) and coalesce(customer_key, customer_id) is not null
      then (source_id, ticket_id) in (select source_id, ticket_id from credited)
    end as is_converted
  from tickets
)
select
  avg(is_proactive::int) as value,
  count(*) as n,
  (select avg(accepted::int) from invitations where invitations.at >= $period_start and invitations.at < $period_end) as invitations_accepted,
  (select avg((bucket = 'positive')::int) filter (where is_proactive and kind = 'csat' and is_latest) from ratings join tickets using (source_id, ticket_id) where created_at >= $period_start and created_at < $period_end) as csat_proactive,
  (select avg((bucket = 'positive')::int) filter (where not is_proactive and kind = 'csat' and is_latest) from ratings join tickets using (source_id, ticket_id) where created_at >= $period_start and created_at < $period_end) as csat_reactive,
  (select avg(is_converted::int) filter (where is_proactive) from outcomes where created_at >= $period_start and created_at < $period_end) as converted_proactive,
  (select avg(is_converted::int) filter (where not is_proactive) from outcomes where created_at >= $period_start and created_at < $period_end) as converted_reactive
from tickets
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end

-- trend
select date_trunc('week', created_at) as week, avg(is_proactive::int) as value, count(*) as n
from tickets
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end
group by week
order by week

-- breakdown
select channel, avg(is_proactive::int) as value, count(*) as n
from tickets
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end
group by channel
order by n desc, channel

-- rows
select
  ticket_id,
  created_at,
  is_proactive,
  channel,
  type,
  status,
  coalesce(agents.name, agent_id) as agent,
  subject
from tickets
left join agents using (source_id, agent_id)
where is_proactive is not null
  and created_at >= $period_start and created_at < $period_end
order by created_at, ticket_id

-- headline, accepted
select avg(accepted::int) as value, count(*) as n
from invitations
where accepted is not null
  and invitations.at >= $period_start and invitations.at < $period_end

-- headline, accepted+aggregated
select
  sum(value) filter (where metric = 'invitations_accepted') as numerator,
  sum(value) filter (where metric = 'invitations_sent') as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from period_facts
where metric in ('invitations_sent', 'invitations_accepted') and value is not null
  and from_at >= $period_start and from_at < $period_end
