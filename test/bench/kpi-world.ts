import type { Engine } from '#engine';
import { canonicalTable, prepareDatabase } from '#import';
import { quoteIdentifier, quoteRelation } from '#sql';

/**
 * Fills the tables with a helpdesk of so many tickets, four messages, three events and one solve and a half each, written by the engine
 * itself: two years of days, twelve channels and types, two hundred agents, a customer for every four tickets.
 */
export async function fillHelpdesk(engine: Engine, tickets: number): Promise<void> {
  await prepareDatabase(engine);
  await engine.exec(
    "insert into base.sources by name select 's' as source_id, timestamp '2026-06-01' as as_of_utc",
  );
  for (const [table, sql] of Object.entries(tables(tickets))) await insert(engine, table, sql);
}

/** Instants get their twin: the workspace's clock is UTC here. */
async function insert(engine: Engine, table: string, sql: string): Promise<void> {
  const instants = (canonicalTable(table)?.columns ?? []).filter(({ clock }) => clock === 'wall');
  const found = await engine.query(`select * from (${sql}) limit 0`);
  const names = found.columns.map(({ name }) => name);
  const twins = instants
    .filter(({ name }) => names.includes(name))
    .map(({ name }) => `, ${quoteIdentifier(name)} as ${quoteIdentifier(`${name}_utc`)}`);
  const into = quoteRelation(engine.database, 'base', table);
  await engine.exec(`insert into ${into} by name select 's' as source_id, *${twins.join('')} from (${sql})`);
}

const start = "timestamp '2024-06-01'";
const seconds = 730 * 86_400;

function tables(count: number): Readonly<Record<string, string>> {
  /** A number from 0 to 1 that hangs on the row alone. */
  const chance = (seed: number, row = 'i') => `(hash(${row} * 31 + ${seed}) % 100000 / 100000)`;
  const pick = (words: readonly string[], seed: number, row = 'i') =>
    `[${words.map((word) => `'${word}'`).join(', ')}][1 + (hash(${row} * 31 + ${seed}) % ${words.length})::int]`;
  const every = (rows: number) => `from range(${Math.max(1, Math.round(rows))}) r(i)`;
  const opened = (row = 'i') => `${start} + to_seconds((${chance(1, row)} * ${seconds})::bigint)`;
  const agent = (seed: number, row = 'i') => `'a' || (hash(${row} * 31 + ${seed}) % 200)`;
  const channels = ['email', 'chat', 'whatsapp', 'web_form', 'instagram', 'portal', 'phone'];
  return {
    agents: `select 'a' || i as agent_id, 'Agent ' || i as name, i % 50 = 0 as is_bot ${every(200)}`,
    customers: `select 'c' || i as customer_id, 'k' || i as customer_key, 'Customer ' || i as name ${every(count / 4)}`,
    tickets: `select 't' || i as ticket_id, 'c' || (hash(i) % ${Math.max(1, Math.round(count / 4))}) as customer_id, 'k' || (hash(i) % ${Math.max(1, Math.round(count / 4))}) as customer_key,
      'Subject ' || i % 1000 as subject, ${pick(channels, 2)} as channel, ${pick(['delivery', 'refund', 'payment', 'product', 'account', 'other'], 3)} as type, ${pick(['where', 'how', 'late', 'broken'], 4)} as intent,
      [${pick(['vip', 'late', 'gift', 'legal'], 5)}, ${pick(['vip', 'b2b', 'app'], 6)}] as tags, ${pick(['low', 'normal', 'high'], 7)} as priority, ${pick(['north', 'south', 'east'], 8)} as team, ${agent(9)} as agent_id,
      case when ${chance(10)} < 0.9 then 'closed' else ${pick(['new', 'open', 'pending', 'hold', 'in_progress', 'merged'], 11)} end as status, ${chance(12)} < 0.02 as is_reopened, ${chance(13)} < 0.1 as is_proactive, ${chance(14)} < 0.1 as is_offline,
      ${opened()} as created_at, created_at + to_seconds((${chance(15)} * 600)::bigint) as assigned_at, created_at + to_seconds((${chance(15)} * 7200)::bigint) as first_human_reply_at, first_human_reply_at as first_reply_at,
      case when ${chance(10)} < 0.9 then created_at + to_seconds((${chance(16)} * 259200)::bigint) end as last_solved_at, last_solved_at as first_solved_at, last_solved_at + interval 4 day as closed_at, created_at + interval 2 day as due_at,
      (${chance(15)} * 7200)::bigint as first_response_seconds, (${chance(16)} * 259200)::bigint as resolution_seconds, resolution_seconds as first_resolution_seconds, (${chance(17)} * 1800)::bigint as handle_seconds, (${chance(18)} * 3600)::bigint as in_progress_seconds,
      (${chance(19)} * 100000)::bigint as requester_wait_seconds, (hash(i) % 20 = 0)::int as reopens, (1 + hash(i) % 3)::int as agent_replies, (hash(i) % 4)::int as agent_actions, (1 + hash(i) % 3)::int as customer_messages, (1 + hash(i) % 5 // 4)::int as agents_involved, 1 as teams_involved ${every(count)}`,
    messages: `select 'm' || i as message_id, 't' || i // 4 as ticket_id, ${opened('(i // 4)')} + to_seconds(i % 4 * 3600) as sent_at, if(i % 2 = 0, 'customer', if(${chance(20, '(i // 4)')} < 0.2, 'bot', 'agent')) as author, true as is_public, author = 'bot' as is_automated, ${agent(9, '(i // 4)')} as author_id ${every(count * 4)}`,
    ticket_events: `select 'e' || i as event_id, 't' || i // 3 as ticket_id, ${opened('(i // 3)')} + to_seconds(i % 3 * 7200) as at, if(i % 3 = 2, 'solve', 'status') as kind, ${pick(['new', 'open', 'pending'], 21)} as from_value, ${pick(['open', 'pending', 'solved'], 22)} as to_value, 'agent' as actor, ${agent(9, '(i // 3)')} as actor_id ${every(count * 3)}`,
    replies: `select 'm' || i as reply_id, 't' || i // 2 as ticket_id, i % 2 = 0 as is_first, ${opened('(i // 2)')} + to_seconds(i % 2 * 7200) as asked_at, asked_at + to_seconds((${chance(23)} * 7200)::bigint) as replied_at, (${chance(23)} * 7200)::bigint as response_seconds, ${agent(9, '(i // 2)')} as agent_id, ${pick(channels, 2, '(i // 2)')} as channel ${every(count * 2)}`,
    solves: `select 's' || i as solve_id, 't' || i as ticket_id, ${opened()} + to_seconds((${chance(16)} * 259200)::bigint) as solved_at, ${agent(9)} as agent_id, 1 as solve_number, true as is_last, case when hash(i) % 20 = 0 then solved_at + to_seconds((${chance(24)} * 1000000)::bigint) end as reopened_at, case when hash(i) % 20 = 0 then (${chance(24)} * 1000000)::bigint end as reopen_seconds ${every(count)}`,
    status_periods: `select 't' || i // 3 as ticket_id, ['new', 'in_progress', 'solved'][1 + (i % 3)::int] as status, ${opened('(i // 3)')} + to_seconds(i % 3 * 40000) as from_at, case when i % 3 < 2 then from_at + interval 40000 second end as to_at, 40000 as seconds, i % 3 = 2 as is_present ${every(count * 3)}`,
    calls: `select 'k' || i as call_id, 't' || (hash(i) % ${count}) as ticket_id, ${agent(25)} as agent_id, ${opened()} as started_at, started_at + to_seconds((${chance(26)} * 120)::bigint) as answered_at, started_at + to_seconds(600) as ended_at, if(${chance(27)} < 0.1, 'abandoned', 'answered') as outcome, (${chance(26)} * 120)::bigint as wait_seconds, (${chance(28)} * 600)::bigint as talk_seconds, 30 as wrap_seconds, 1 as calls ${every(count / 5)}`,
    ratings: `select 'r' || i as rating_id, 't' || i * 3 as ticket_id, if(i % 10 = 0, 'nps', 'csat') as kind, ${opened('(i * 3)')} + interval 4 day as sent_at, sent_at + interval 1 hour as rated_at, '1-5' as scale, case when hash(i) % 4 > 0 then 1 + hash(i + 7) % 5 end as score, (score - 1) / 4 as score_normalised, case when score >= 4 then 'positive' when score = 3 then 'neutral' when score is not null then 'negative' end as bucket, score is not null as is_latest,
      case when score <= 2 then ${pick(['entrega atrasada de novo', 'ninguem respondeu', 'produto quebrado na caixa'], 29)} when score >= 4 then ${pick(['atendimento rapido', 'entrega perfeita'], 30)} end as comment ${every(count / 3)}`,
    agent_sessions: `select 'a' || i % 200 as agent_id, 'online' as state, ${start} + to_days((i // 400)::int) + to_hours((8 + i // 200 % 2 * 4)::int) as from_at, from_at + interval 5 hour as to_at ${every(400 * 730)}`,
    offers: `select 'o' || i as offer_id, ${agent(31)} as agent_id, ${opened()} as at, ${pick(['accepted', 'accepted', 'rejected', 'timeout'], 32)} as result ${every(count / 4)}`,
    invitations: `select 'i' || i as invitation_id, ${opened()} as at, ${chance(33)} < 0.1 as accepted ${every(count / 10)}`,
    orders: `select 'o' || i as order_id, 'k' || (hash(i) % ${Math.max(1, Math.round(count / 4))}) as customer_key, ${opened()} as ordered_at, (hash(i) % 500)::decimal(18, 4) as amount, 0::decimal(18, 4) as refunded, 'BRL' as currency ${every(count / 5)}`,
    social_posts: `select 'p' || i as post_id, 'x' as network, ${opened()} as posted_at, (hash(i) % 50)::int as shares ${every(2000)}`,
    followers: `select 'x' as network, (${start} + to_days((i)::int))::date as day, 10000 + i as followers ${every(730)}`,
  };
}
