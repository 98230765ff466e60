import { quoteLiteral } from '#sql';
import type { Derivation } from './derive-sql.ts';

/** Who wrote or did what a vendor gives by id only: the ticket's own customer, then whoever is known as an agent, then as a customer. */
export function authorsSql({ base, whole, sourceId, filled }: Derivation): string[] {
  const source = quoteLiteral(sourceId);
  const people = `select id, min(place) as place from (
    select agent_id as id, case when is_bot then 1 else 2 end as place from ${whole('agents')} where source_id = ${source}
    union all select agent_id, 2 from ${whole('tickets')} where source_id = ${source}
    union all select customer_id, 3 from ${whole('customers')} where source_id = ${source}
    union all select customer_id, 3 from ${whole('tickets')} where source_id = ${source}
  ) where id is not null group by id`;
  const named = (table: string, role: string, id: string) => `update ${base(table)} as x set
  ${role} = k.role
from (
  select a.ticket_id, a.id, case when t.customer_id = a.id then 'customer' else case p.place when 1 then 'bot' when 2 then 'agent' when 3 then 'customer' end end as role
  from (select distinct ticket_id, ${id} as id from ${base(table)} where source_id = ${source} and ${role} is null and ${id} is not null) a
  left join (select ticket_id, any_value(customer_id) as customer_id from ${base('tickets')} where source_id = ${source} group by ticket_id) t using (ticket_id)
  left join (${people}) p using (id)
) k where x.source_id = ${source} and x.${role} is null and x.ticket_id = k.ticket_id and x.${id} = k.id`;
  const direction = `update ${base('messages')} set direction = case when author = 'customer' then 'in' when author in ('agent', 'bot') and is_public then 'out' end
where source_id = ${source} and direction is null`;
  return [
    ...(filled.has('messages') ? [named('messages', 'author', 'author_id'), direction] : []),
    ...(filled.has('ticket_events') ? [named('ticket_events', 'actor', 'actor_id')] : []),
  ];
}
