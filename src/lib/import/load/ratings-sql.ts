import { quoteLiteral } from '#sql';
import { utcToLocalSql } from '#time';
import type { Derivation } from './derive-sql.ts';

/**
 * Statements that write a source's ratings, once its tickets and calls are complete. They are written whole: correcting a
 * million of them afterwards costs a database on disk more than the writing.
 */
export function ratingsSql(derivation: Derivation, rows: string): string[] {
  return [datedRatings(derivation, rows), earlierRatings(derivation)];
}

/** An answer with no date of its own takes the solved, closed, ended or created instant of what it is about. */
function datedRatings({ base, sourceId, workspaceZone, isUnique }: Derivation, rows: string): string {
  const ofSource = (table: string, key: string, columns: string) =>
    `(select ${isUnique(table) ? '' : `distinct on (${key}) `}${key}, ${columns} from ${base(table)} where source_id = ${quoteLiteral(sourceId)})`;
  const dated = `select r.*, t.agent_id as of_agent, t.customer_id as of_customer,
    case when r.rated_at_utc is not null then 'rated' when r.score is null then null when r.call_id is null and t.last_solved_at_utc is not null then 'solved'
      when r.call_id is null and t.closed_at_utc is not null then 'closed' when c.ended_at_utc is not null then 'ended'
      when coalesce(t.created_at_utc, c.started_at_utc) is not null then 'created' end as basis,
    case basis when 'solved' then t.last_solved_at_utc when 'closed' then t.closed_at_utc when 'ended' then c.ended_at_utc when 'created' then coalesce(c.started_at_utc, t.created_at_utc) end as dated
  from (${rows}) r
  left join ${ofSource('tickets', 'ticket_id', 'agent_id, customer_id, last_solved_at_utc, closed_at_utc, created_at_utc')} t on t.ticket_id = r.ticket_id
  left join ${ofSource('calls', 'call_id', 'ended_at_utc, started_at_utc')} c on c.call_id = r.call_id`;
  const wall = workspaceZone === null ? 'dated' : utcToLocalSql('dated', workspaceZone);
  return `insert into ${base('ratings')} by name select * exclude (of_agent, of_customer, basis, dated) replace (
  coalesce(rated_at_utc, dated) as rated_at_utc, coalesce(rated_at, ${wall}) as rated_at, coalesce(rated_at_basis, basis) as rated_at_basis,
  coalesce(agent_id, of_agent) as agent_id, coalesce(customer_id, of_customer) as customer_id, score is not null as is_latest)
from (${dated})`;
}

/** Of several answers to one question the last one counts. */
function earlierRatings({ base, sourceId }: Derivation): string {
  return `update ${base('ratings')} set is_latest = false where rowid in (
  select id from (
    select rowid as id, row_number() over (
      partition by coalesce(ticket_id, call_id, rating_id), kind order by rated_at_utc desc nulls last, source_row desc) as age
    from ${base('ratings')} where source_id = ${quoteLiteral(sourceId)} and score is not null
  ) where age > 1)`;
}
