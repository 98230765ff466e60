import type { Engine } from '#engine';
import { quoteRelation } from '#sql';

export type FilterName = 'channel' | 'type' | 'team' | 'agent' | 'site';
export type FilterChoices = Readonly<Record<FilterName, readonly string[]>>;

/** What the file says, and what the reader sees. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export const noChoices: FilterChoices = { channel: [], type: [], team: [], agent: [], site: [] };

const most = 500;

/** The values that the filter bar offers, the frequent ones first. */
export async function loadChoices(ready: Promise<Engine>): Promise<FilterChoices> {
  const engine = await ready;
  const base = (name: string): string => quoteRelation(engine.database, 'base', name);
  const ofTickets = (column: string): string =>
    `select '${column}' as dimension, ${column} as choice, count(*) as weight from ${base('tickets')} group by choice`;
  const agents = `select 'agent' as dimension, coalesce(a.name, t.agent_id) as choice, count(*) as weight
    from ${base('tickets')} t left join ${base('agents')} a using (source_id, agent_id) group by choice`;
  const table = await engine.query(
    `select dimension, choice from (${['channel', 'type', 'team', 'site'].map(ofTickets).join(' union all ')} union all ${agents})
     where choice is not null qualify row_number() over (partition by dimension order by weight desc, choice) <= ${most}
     order by dimension, weight desc, choice`,
  );
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => String(column.at(row))),
  );
  const of = (name: FilterName): string[] =>
    rows.flatMap(([dimension, choice]) => (dimension === name && choice ? [choice] : []));
  return {
    channel: of('channel'),
    type: of('type'),
    team: of('team'),
    agent: of('agent'),
    site: of('site'),
  };
}

/** The customers who asked most, by their ids; of millions the others are typed. */
export async function loadCustomers(ready: Promise<Engine>): Promise<readonly Choice[]> {
  const engine = await ready;
  const base = (name: string): string => quoteRelation(engine.database, 'base', name);
  const table = await engine.query(
    `with asked as (
       select coalesce(customer_id, customer_key) as customer, any_value(source_id) as source_id, count(*) as weight
       from ${base('tickets')} where coalesce(customer_id, customer_key) is not null
       group by customer order by weight desc, customer limit ${most})
     select a.customer, c.name from asked a
     left join ${base('customers')} c on c.source_id = a.source_id and c.customer_id = a.customer
     order by a.weight desc, a.customer`,
  );
  return Array.from({ length: table.rowCount }, (_, row) => {
    const [value, name] = table.columns.map((column) => column.at(row));
    const id = String(value);
    return { value: id, label: name === null || name === id ? id : `${String(name)} (${id})` };
  });
}
