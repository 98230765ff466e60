import { quoteIdentifier, quoteLiteral } from '#sql';
import { plainWordSql } from '../compile/word-sql.ts';
import { vocabulary, wordsOf } from '../vocabulary/index.ts';
import type { Derivation } from './derivation.ts';

/** What an id in this column of tickets is called, by the kind of name. */
const columns = {
  team: 'team',
  brand: 'brand',
  site: 'site',
  type: 'type',
  inbox: 'channel_raw',
  stage: 'status_raw',
} as const;

/** Names that are words of a vocabulary, and the column that takes what they mean where nothing is known yet. */
const meanings = { inbox: ['channel', 'channel'], stage: ['status', 'status'] } as const;

/** Statements that put names in the place of the ids of a source's lists. An id without a name stays; run again they change nothing. */
export function namesSql(derivation: Derivation): string[] {
  return [ticketNames(derivation), tagNames(derivation), ...otherNames(derivation)];
}

function ticketNames(derivation: Derivation): string {
  const { base, sourceId } = derivation;
  const kinds = Object.entries(columns);
  const joins = kinds.map(
    ([kind, column]) =>
      `left join ${namesOf(derivation, kind)} as ${quoteIdentifier(kind)} on ${quoteIdentifier(kind)}.id = t.${column}`,
  );
  const found = kinds.map(([kind, column]) => `${quoteIdentifier(kind)}.name as ${column}`);
  const meant = Object.entries(meanings).map(
    ([kind, [column]]) => `${quoteIdentifier(kind)}.meaning as ${column}`,
  );
  const set = kinds.map(([, column]) => `${column} = coalesce(k.${column}, t.${column})`);
  const known = Object.values(meanings).map(([column]) => `${column} = coalesce(t.${column}, k.${column})`);
  return `update ${base('tickets')} as t set ${[...set, ...known].join(', ')}
from (
  select t.ticket_id, ${[...found, ...meant].join(', ')} from ${base('tickets')} t ${joins.join(' ')}
  where t.source_id = ${quoteLiteral(sourceId)} and coalesce(${kinds.map(([kind]) => `${quoteIdentifier(kind)}.name`).join(', ')}) is not null
) k where t.source_id = ${quoteLiteral(sourceId)} and t.ticket_id = k.ticket_id`;
}

/** One row an id, with what its name means where it is a word. */
function namesOf({ whole, sourceId }: Derivation, kind: string): string {
  const named = `select id, any_value(name) as name from ${whole('names')} where source_id = ${quoteLiteral(sourceId)} and kind = ${quoteLiteral(kind)} and name is not null group by id`;
  const [, words] = kind === 'inbox' || kind === 'stage' ? meanings[kind] : [];
  if (words === undefined) return `(${named})`;
  return `(select n.id, n.name, w.meaning from (${named}) n left join ${meaningsOf(words)} w on w.word = ${plainWordSql('n.name')})`;
}

function meaningsOf(name: string): string {
  const known = vocabulary(name);
  const rows = known
    ? [...wordsOf(known)].map(([word, meaning]) => `(${quoteLiteral(word)}, ${quoteLiteral(meaning)})`)
    : [];
  return `(select * from (values ${rows.join(', ')}) as listed(word, meaning))`;
}

function tagNames(derivation: Derivation): string {
  const { base, sourceId } = derivation;
  const source = quoteLiteral(sourceId);
  const each = `select ticket_id, unnest(tags) as tag, generate_subscripts(tags, 1) as place from ${base('tickets')} where source_id = ${source}`;
  return `update ${base('tickets')} as t set tags = k.tags
from (
  select e.ticket_id, list(coalesce(n.name, e.tag) order by e.place) as tags, count(n.name) as named from (${each}) e
  left join ${namesOf(derivation, 'tag')} n on n.id = e.tag group by e.ticket_id
) k where t.source_id = ${source} and t.ticket_id = k.ticket_id and k.named > 0`;
}

/** Teams are told by name, states by what they mean; of agents and calls the team. */
function otherNames(derivation: Derivation): string[] {
  const { base, filled, sourceId } = derivation;
  const source = quoteLiteral(sourceId);
  const told = `(select 'team' as kind, id, name from ${namesOf(derivation, 'team')} union all
  select 'status', id, meaning from ${namesOf(derivation, 'stage')} where meaning is not null)`;
  const update = (table: string, column: string, of = `k.kind = 'team'`) =>
    `update ${base(table)} as x set ${column} = k.name from ${told} k where x.source_id = ${source} and ${of} and x.${column} = k.id`;
  return [
    update('agents', 'team'),
    ...(filled.has('calls') ? [update('calls', 'queue')] : []),
    ...(filled.has('ticket_events')
      ? ['from_value', 'to_value'].map((column) => update('ticket_events', column, 'k.kind = x.kind'))
      : []),
  ];
}
