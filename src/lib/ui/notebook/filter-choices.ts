import type { Engine } from '#engine';
import { quoteRelation } from '#sql';

export type FilterName = 'channel' | 'type' | 'team' | 'agent';
export type FilterChoices = Readonly<Record<FilterName, readonly string[]>>;

export const noChoices: FilterChoices = { channel: [], type: [], team: [], agent: [] };

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
    `select dimension, choice from (${['channel', 'type', 'team'].map(ofTickets).join(' union all ')} union all ${agents})
     where choice is not null qualify row_number() over (partition by dimension order by weight desc, choice) <= ${most}
     order by dimension, weight desc, choice`,
  );
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => String(column.at(row))),
  );
  const of = (name: FilterName): string[] =>
    rows.flatMap(([dimension, choice]) => (dimension === name && choice ? [choice] : []));
  return { channel: of('channel'), type: of('type'), team: of('team'), agent: of('agent') };
}
