import { column, instant } from './table.ts';

/** The columns of the view `contacts`: one row per attempt to be attended. */
export const contactsColumns = [
  ...column(
    'source_id',
    'VARCHAR',
    'The import that this contact came with.',
    'A importação que trouxe este contato.',
  ),
  ...column('contact_id', 'VARCHAR', 'The call’s or the ticket’s id.', 'O id da ligação ou do ticket.'),
  ...column('ticket_id', 'VARCHAR', 'The ticket about it.', 'O ticket correspondente.'),
  ...column('call_id', 'VARCHAR', 'The call, if it was one.', 'A ligação, se foi uma.'),
  ...column('customer_id', 'VARCHAR', 'Who got in touch.', 'Quem entrou em contato.'),
  ...column(
    'agent_id',
    'VARCHAR',
    'The agent who attended or whom it rang.',
    'O agente que atendeu ou para quem tocou.',
  ),
  ...column('channel', 'VARCHAR', 'The channel; a call is phone.', 'O canal; ligação é phone.'),
  ...instant('started_at', 'When the customer began to wait', 'Quando o cliente começou a esperar'),
  ...instant('attended_at', 'When someone attended', 'Quando alguém atendeu'),
  ...instant('ended_at', 'When the contact ended', 'Quando o contato terminou'),
  ...column(
    'wait_seconds',
    'BIGINT',
    'Seconds from the start to being attended, or to giving up.',
    'Segundos do início até ser atendido ou desistir.',
  ),
  ...column(
    'wait_business_seconds',
    'BIGINT',
    'The wait in seconds of business hours, by the calendar that holds.',
    'A espera em segundos de horário comercial, pelo calendário que vale.',
  ),
  ...column(
    'in_business_hours',
    'BOOLEAN',
    'Began within business hours, by the calendar that holds; empty where none does.',
    'Começou em horário comercial, pelo calendário que vale; vazio onde nenhum vale.',
  ),
  ...column(
    'handle_seconds',
    'BIGINT',
    'Seconds that agents worked on it: talk, hold and wrap-up for calls.',
    'Segundos de trabalho dos agentes: conversa, espera e pós-atendimento nas ligações.',
  ),
  ...column(
    'outcome',
    'VARCHAR',
    'attended, abandoned, missed or open; empty where the source tells nothing of agents.',
    'attended, abandoned, missed ou open; vazio quando a fonte nada diz sobre agentes.',
  ),
  ...column('attended_by', 'VARCHAR', 'human or bot.', 'human (pessoa) ou bot (robô).'),
  ...column(
    'contacts',
    'BIGINT',
    'How many contacts this row stands for: 1, unless the file is already summed.',
    'Quantos contatos esta linha representa: 1, a menos que o arquivo já venha somado.',
  ),
];

/** Quoted relations: `tickets` and `calls` in their scope, `everyTicket` without one. */
export interface ContactRelations {
  readonly tickets: string;
  readonly calls: string;
  readonly everyTicket: string;
}

/**
 * The query behind the view, which follows whatever scope its `calls` and `tickets` have. Every call, and every ticket that has no call: nothing counts twice. A source that tells nothing of
 * agents (no assignment, reply or agent on any ticket) cannot tell attended from abandoned: the outcome is unknown.
 */
export function contactsQuery({ tickets, calls, everyTicket }: ContactRelations): string {
  return `select source_id, 'call ' || call_id as contact_id, ticket_id, call_id, customer_id, agent_id, 'phone' as channel,
  started_at, started_at_utc,
  case when ${attendedCall} then answered_at end as attended_at,
  case when ${attendedCall} then answered_at_utc end as attended_at_utc,
  ended_at, ended_at_utc, wait_seconds, wait_business_seconds, started_in_business_hours as in_business_hours,
  case when ${attendedCall} and (talk_seconds is not null or hold_seconds is not null or wrap_seconds is not null)
    then coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) end as handle_seconds,
  case when ${attendedCall} then 'attended' when outcome = 'abandoned' then 'abandoned' when outcome is not null then 'missed' end as outcome,
  case when ${attendedCall} then 'human' end as attended_by,
  calls as contacts
from ${calls}
union all by name
select t.source_id, 'ticket ' || t.ticket_id as contact_id, t.ticket_id, null as call_id, t.customer_id, t.agent_id, t.channel,
  t.created_at as started_at, t.created_at_utc as started_at_utc,
  coalesce(t.assigned_at, t.first_human_reply_at, t.first_reply_at) as attended_at,
  coalesce(t.assigned_at_utc, t.first_human_reply_at_utc, t.first_reply_at_utc) as attended_at_utc,
  coalesce(t.closed_at, t.last_solved_at) as ended_at, coalesce(t.closed_at_utc, t.last_solved_at_utc) as ended_at_utc,
  t.wait_seconds, t.wait_business_seconds, t.created_in_business_hours as in_business_hours, t.handle_seconds,
  case when not known.agents_are_known then null
    when t.is_missed then 'missed'
    when ${attendedTicket} then 'attended'
    when t.status in ('solved', 'closed', 'cancelled') then 'abandoned'
    when t.status in ('merged', 'spam', 'deleted') then null
    else 'open' end as outcome,
  case when not known.agents_are_known or t.is_missed then null
    when ${attendedByHuman} then 'human' when t.first_reply_at_utc is not null then 'bot' end as attended_by,
  1::bigint as contacts
from ${tickets} t
anti join (select distinct source_id, ticket_id from ${calls} where ticket_id is not null) c
  on c.source_id = t.source_id and c.ticket_id = t.ticket_id
join (
  select source_id, bool_or(agent_id is not null or assigned_at_utc is not null or agent_replies is not null
    or first_reply_at_utc is not null or first_human_reply_at_utc is not null or is_missed is not null) as agents_are_known
  from ${everyTicket} group by source_id
) known on known.source_id = t.source_id`;
}

const attendedCall = `outcome in ('answered', 'transferred')`;
const attendedByHuman = `(t.agent_id is not null or t.assigned_at_utc is not null or t.agent_replies > 0 or t.first_human_reply_at_utc is not null)`;
const attendedTicket = `(${attendedByHuman} or t.first_reply_at_utc is not null)`;
