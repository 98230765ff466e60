import { column, derivedTable, instant } from './table.ts';

/** What follows from messages and events alone: written after each import of a source, never mapped. */
export const replies = derivedTable({
  name: 'replies',
  en: 'One row per run of customer messages, with the human public reply that ended it; worked out from messages.',
  pt: 'Uma linha por sequência de mensagens do cliente, com a resposta humana pública que a encerrou; calculada das mensagens.',
  key: ['reply_id'],
  columns: [
    column(
      'reply_id',
      'VARCHAR',
      'The id of the message that began the run.',
      'O id da mensagem que iniciou a sequência.',
    ),
    column('ticket_id', 'VARCHAR', 'The ticket.', 'O ticket.'),
    column('is_first', 'BOOLEAN', 'The first run of its ticket.', 'A primeira sequência do ticket.'),
    instant('asked_at', 'When the customer began to wait', 'Quando o cliente começou a esperar'),
    instant('replied_at', 'When a person replied', 'Quando uma pessoa respondeu'),
    column(
      'response_seconds',
      'BIGINT',
      'Elapsed seconds from the first message of the run to the reply; empty if nobody replied.',
      'Segundos corridos da primeira mensagem da sequência até a resposta; vazio se ninguém respondeu.',
    ),
    column('agent_id', 'VARCHAR', 'Who replied.', 'Quem respondeu.'),
    column(
      'channel',
      'VARCHAR',
      'The channel of the run’s first message, or of its ticket.',
      'O canal da primeira mensagem da sequência, ou do ticket.',
    ),
  ],
});

export const solves = derivedTable({
  name: 'solves',
  en: 'One row each time that a ticket was solved, with the reopening that followed; worked out from events.',
  pt: 'Uma linha a cada vez que um ticket foi resolvido, com a reabertura que se seguiu; calculada dos eventos.',
  key: ['solve_id'],
  columns: [
    column('solve_id', 'VARCHAR', 'The id of the event.', 'O id do evento.'),
    column('ticket_id', 'VARCHAR', 'The ticket.', 'O ticket.'),
    instant('solved_at', 'When it was solved', 'Quando foi resolvido'),
    column('agent_id', 'VARCHAR', 'The agent who solved it.', 'O agente que o resolveu.'),
    column(
      'solve_number',
      'INTEGER',
      '1 for the ticket’s first solve, 2 for the next.',
      '1 para a primeira resolução do ticket, 2 para a seguinte.',
    ),
    column('is_last', 'BOOLEAN', 'No later solve of this ticket.', 'Sem resolução posterior deste ticket.'),
    instant(
      'reopened_at',
      'When it was reopened after this solve',
      'Quando foi reaberto após esta resolução',
    ),
    column(
      'reopen_seconds',
      'BIGINT',
      'Elapsed seconds from this solve to that reopening.',
      'Segundos corridos desta resolução até essa reabertura.',
    ),
  ],
});

export const statusPeriods = derivedTable({
  name: 'status_periods',
  en: 'One row per stretch of time that a ticket spent in one status; worked out from events.',
  pt: 'Uma linha por intervalo que um ticket passou em um status; calculada dos eventos.',
  key: ['ticket_id', 'from_at_utc'],
  columns: [
    column('ticket_id', 'VARCHAR', 'The ticket.', 'O ticket.'),
    column(
      'status',
      'VARCHAR',
      'The status; empty where the history does not say how it began.',
      'O status; vazio onde o histórico não diz como começou.',
    ),
    instant('from_at', 'When the ticket came into it', 'Quando o ticket entrou nele'),
    instant(
      'to_at',
      'When it left it; empty for the present status',
      'Quando saiu dele; vazio para o status atual',
    ),
    column(
      'seconds',
      'BIGINT',
      'Elapsed seconds in it; for the present status up to the last instant in the data.',
      'Segundos corridos nele; para o status atual, até o último instante dos dados.',
    ),
    column('is_present', 'BOOLEAN', 'The ticket is still in it.', 'O ticket ainda está nele.'),
  ],
});
