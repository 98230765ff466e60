import type { RowCheck } from '../check.ts';

const solved = `status in ('solved', 'closed')`;
const openTable = ['tickets', 'contacts'];
const scientific = (column: string) =>
  `(contains(${column}, 'E+') and regexp_full_match(${column}, '\\d([.,]\\d+)?E\\+\\d+'))`;
const testWord = '(test|teste|testing|testando|prueba)';
const testCustomer = `regexp_matches(lower(customer_key), '@(example[.](com|org|net)|test[.]com|teste[.]com([.]br)?|mailinator[.]com)|^${testWord}[0-9._+-]*@')
  or regexp_matches(lower(trim(name)), '^((usuario|usuário|cliente|user|customer) )?${testWord}([^a-zà-ú]|$)')`;

const years = (count: number) => count * 31_557_600;
const measured = ['first_response', 'first_resolution', 'resolution', 'wait', 'handle'].flatMap((name) => [
  `${name}_seconds`,
  `reported_${name}_seconds`,
]);
const absurd = measured.map((name) => `${name} < 0 or ${name} > ${years(5)}`).join(' or ');

/** What can be told of a row by itself. */
export const rowChecks: readonly RowCheck[] = [
  {
    id: 'merged',
    severity: 'note',
    table: 'tickets',
    where: `status = 'merged'`,
    shows: ['merged_into', 'created_at'],
    touches: openTable,
    canExclude: true,
  },
  {
    id: 'deleted',
    severity: 'note',
    table: 'tickets',
    where: `status = 'deleted'`,
    shows: ['status_raw', 'created_at'],
    touches: openTable,
    canExclude: true,
  },
  {
    id: 'spam',
    severity: 'note',
    table: 'tickets',
    where: `status = 'spam'`,
    shows: ['status_raw', 'created_at'],
    touches: openTable,
    canExclude: true,
  },
  {
    id: 'test_tickets',
    severity: 'warning',
    table: 'tickets',
    where: `regexp_matches(lower(trim(subject)), '^${testWord}([^a-zà-ú]|$)') or (source_id, customer_id) in (select (source_id, customer_id) from base.customers where ${testCustomer})`,
    shows: ['subject', 'customer_id', 'created_at'],
    touches: openTable,
    canExclude: true,
    mostOf: 0.3,
  },
  {
    id: 'undated',
    severity: 'warning',
    table: 'tickets',
    where: 'created_at is null',
    shows: ['status', 'source_file', 'source_row'],
    touches: ['tickets.created_at'],
  },
  {
    id: 'solved_before_created',
    severity: 'warning',
    table: 'tickets',
    where: 'last_solved_at_utc < created_at_utc',
    shows: ['created_at', 'last_solved_at'],
    touches: ['tickets.resolution_seconds', 'tickets.last_solved_at'],
    canExclude: true,
  },
  {
    id: 'reply_before_created',
    severity: 'warning',
    table: 'tickets',
    where: 'first_human_reply_at_utc < created_at_utc',
    shows: ['created_at', 'first_human_reply_at'],
    touches: ['tickets.first_response_seconds', 'tickets.first_human_reply_at'],
    canExclude: true,
  },
  {
    id: 'closed_without_date',
    severity: 'warning',
    table: 'tickets',
    where: `${solved} and last_solved_at_utc is null and closed_at_utc is null`,
    shows: ['status_raw', 'created_at'],
    touches: ['tickets.resolution_seconds', 'tickets.last_solved_at', 'tickets.closed_at'],
  },
  {
    id: 'future',
    severity: 'warning',
    table: 'tickets',
    where: `greatest(created_at_utc, updated_at_utc, last_solved_at_utc, closed_at_utc) > (select max(imported_at_utc) from base.sources) + interval 1 day`,
    shows: ['created_at', 'updated_at', 'last_solved_at', 'closed_at'],
    touches: ['tickets.created_at', 'tickets.last_solved_at'],
    canExclude: true,
  },
  {
    id: 'damaged_ids',
    severity: 'error',
    table: 'tickets',
    where: `${scientific('ticket_id')} or ${scientific('customer_id')} or ${scientific('customer_key')}`,
    shows: ['customer_id', 'customer_key', 'created_at'],
    touches: ['tickets.customer_key', 'tickets.customer_id', 'tickets.ticket_id'],
  },
  {
    id: 'unknown_status',
    severity: 'warning',
    table: 'tickets',
    where: 'status is null and status_raw is not null',
    shows: ['status_raw', 'created_at'],
    touches: ['tickets.status'],
  },
  {
    id: 'unknown_channel',
    severity: 'warning',
    table: 'tickets',
    where: 'channel is null and channel_raw is not null',
    shows: ['channel_raw', 'created_at'],
    touches: ['tickets.channel'],
  },
  {
    id: 'absurd_durations',
    severity: 'warning',
    table: 'tickets',
    where: absurd,
    shows: ['created_at', 'first_response_seconds', 'resolution_seconds', 'wait_seconds', 'handle_seconds'],
    touches: measured.map((name) => `tickets.${name}`),
    canExclude: true,
  },
  {
    id: 'bots_as_agents',
    severity: 'warning',
    table: 'agents',
    where: `is_bot is not true and regexp_matches(lower(name), '(^|[^a-zà-ú])(bot|chatbot|robo|robô|robot|automation|automação|automacao|no-?reply|noreply)([^a-zà-ú]|$)')`,
    shows: ['name', 'team'],
    touches: ['tickets.agent_id', 'tickets.first_human_reply_at', 'tickets.first_response_seconds'],
  },
  {
    id: 'off_scale',
    severity: 'warning',
    table: 'ratings',
    where: `score is null and score_raw is not null and trim(score_raw) <> '' and bucket is null`,
    shows: ['ticket_id', 'kind', 'score_raw', 'scale'],
    touches: ['ratings.bucket', 'ratings.score'],
  },
  {
    id: 'borrowed_dates',
    severity: 'note',
    table: 'ratings',
    where: `score is not null and rated_at_basis is distinct from 'rated'`,
    shows: ['ticket_id', 'rated_at', 'rated_at_basis'],
    touches: ['ratings.rated_at'],
  },
  {
    id: 'orphan_ratings',
    severity: 'warning',
    table: 'ratings',
    where: `ticket_id is not null and (source_id, ticket_id) not in (select (source_id, ticket_id) from base.tickets where ticket_id is not null)`,
    shows: ['ticket_id', 'rated_at', 'score_raw'],
    touches: ['ratings'],
    canExclude: true,
  },
  {
    id: 'orphan_messages',
    severity: 'warning',
    table: 'messages',
    where: `ticket_id is null or (source_id, ticket_id) not in (select (source_id, ticket_id) from base.tickets where ticket_id is not null)`,
    shows: ['ticket_id', 'sent_at', 'author'],
    touches: ['messages'],
    canExclude: true,
  },
  {
    id: 'undated_messages',
    severity: 'warning',
    table: 'messages',
    where: 'sent_at is null',
    shows: ['ticket_id', 'author'],
    touches: ['messages.sent_at'],
  },
];
