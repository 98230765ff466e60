import { column, imported, instant } from './table.ts';

export const messages = imported({
  name: 'messages',
  en: 'One row per message of a conversation, public or private.',
  pt: 'Uma linha por mensagem de uma conversa, pública ou privada.',
  key: ['message_id'],
  columns: [
    column('message_id', 'VARCHAR', 'The message’s id.', 'O id da mensagem.'),
    column('ticket_id', 'VARCHAR', 'The ticket that it belongs to.', 'O ticket a que pertence.'),
    instant('sent_at', 'When it was sent', 'Quando foi enviada'),
    column(
      'author',
      'VARCHAR',
      'Who wrote it: customer, agent, bot or system.',
      'Quem escreveu: customer, agent, bot ou system.',
    ),
    column('author_id', 'VARCHAR', 'The id of that customer or agent.', 'O id desse cliente ou agente.'),
    column(
      'is_public',
      'BOOLEAN',
      'The customer can see it; false for a private note.',
      'O cliente pode vê-la; falso para nota interna.',
    ),
    column(
      'is_automated',
      'BOOLEAN',
      'Sent by a rule, a macro on its own or a campaign.',
      'Enviada por regra, automação ou campanha.',
    ),
    column(
      'direction',
      'VARCHAR',
      'in from the customer, out to the customer.',
      'in: vinda do cliente; out: enviada a ele.',
    ),
    column(
      'channel',
      'VARCHAR',
      'The channel of this message, if it differs from the ticket’s.',
      'O canal desta mensagem, se for outro que o do ticket.',
    ),
    column('body', 'VARCHAR', 'The text.', 'O texto.'),
  ],
});

export const ticketEvents = imported({
  name: 'ticket_events',
  en: 'One row per change of a ticket: status, agent, team, priority, reopening, solving, hand-off, merge, SLA.',
  pt: 'Uma linha por mudança de um ticket: status, agente, equipe, prioridade, reabertura, resolução, transferência, mescla, SLA.',
  key: ['event_id'],
  columns: [
    column('event_id', 'VARCHAR', 'The event’s id.', 'O id do evento.'),
    column('ticket_id', 'VARCHAR', 'The ticket that changed.', 'O ticket que mudou.'),
    instant('at', 'When it happened', 'Quando aconteceu'),
    column(
      'kind',
      'VARCHAR',
      'What changed: status, assignee, team, priority, reopen, solve, handoff, merge or sla.',
      'O que mudou: status, assignee, team, priority, reopen, solve, handoff, merge ou sla.',
    ),
    column('from_value', 'VARCHAR', 'The value before.', 'O valor anterior.'),
    column('to_value', 'VARCHAR', 'The value after.', 'O valor posterior.'),
    column(
      'actor',
      'VARCHAR',
      'Who did it: customer, agent, bot or system.',
      'Quem o fez: customer, agent, bot ou system.',
    ),
    column('actor_id', 'VARCHAR', 'The id of that customer or agent.', 'O id desse cliente ou agente.'),
  ],
});

export const ratings = imported({
  name: 'ratings',
  en: 'One row per survey: sent, and answered or not.',
  pt: 'Uma linha por pesquisa: enviada, respondida ou não.',
  key: ['rating_id'],
  columns: [
    column('rating_id', 'VARCHAR', 'The rating’s id.', 'O id da avaliação.'),
    column('ticket_id', 'VARCHAR', 'The ticket that was rated.', 'O ticket avaliado.'),
    column('call_id', 'VARCHAR', 'The call that was rated.', 'A ligação avaliada.'),
    column('customer_id', 'VARCHAR', 'Who rated.', 'Quem avaliou.'),
    column('agent_id', 'VARCHAR', 'The agent who was rated.', 'O agente avaliado.'),
    column('kind', 'VARCHAR', 'What was asked: csat, nps or ces.', 'O que se perguntou: csat, nps ou ces.'),
    instant('sent_at', 'When the survey was sent', 'Quando a pesquisa foi enviada'),
    instant('rated_at', 'When it was answered', 'Quando foi respondida'),
    column(
      'rated_at_basis',
      'VARCHAR',
      'Whose instant rated_at is: rated, or the ticket’s solved, closed, ended or created where the answer has no date.',
      'De onde vem rated_at: rated (própria), ou solved, closed, ended, created do ticket quando a resposta não tem data.',
    ),
    column('score_raw', 'VARCHAR', 'The answer as written.', 'A resposta como está escrita.'),
    column(
      'scale',
      'VARCHAR',
      'The scale: good_bad, thumbs, 1-3, 1-5, 1-7, 0-10, 0-100 or freshdesk.',
      'A escala: good_bad, thumbs, 1-3, 1-5, 1-7, 0-10, 0-100 ou freshdesk.',
    ),
    column(
      'score',
      'DOUBLE',
      'The answer as a number on its scale; empty if nobody answered.',
      'A resposta em número na sua escala; vazia se ninguém respondeu.',
    ),
    column(
      'score_normalised',
      'DOUBLE',
      'The score between 0 (worst) and 1 (best).',
      'A nota entre 0 (pior) e 1 (melhor).',
    ),
    column(
      'bucket',
      'VARCHAR',
      'positive, neutral or negative, by the rule of its scale.',
      'positive, neutral ou negative, pela regra da escala.',
    ),
    column(
      'comment',
      'VARCHAR',
      'What the customer added in words.',
      'O que o cliente acrescentou em palavras.',
    ),
    column(
      'is_latest',
      'BOOLEAN',
      'The last answer about this ticket or call.',
      'A última resposta sobre este ticket ou ligação.',
    ),
  ],
});

export const calls = imported({
  name: 'calls',
  en: 'One row per telephone call, attended or not.',
  pt: 'Uma linha por ligação telefônica, atendida ou não.',
  key: ['call_id'],
  columns: [
    column('call_id', 'VARCHAR', 'The call’s id.', 'O id da ligação.'),
    column('ticket_id', 'VARCHAR', 'The ticket about it.', 'O ticket correspondente.'),
    column('customer_id', 'VARCHAR', 'Who called or was called.', 'Quem ligou ou recebeu a ligação.'),
    column(
      'agent_id',
      'VARCHAR',
      'The agent who took it or whom it rang.',
      'O agente que atendeu ou para quem tocou.',
    ),
    column('queue', 'VARCHAR', 'The queue it waited in.', 'A fila em que esperou.'),
    column('type', 'VARCHAR', 'What it was about.', 'O assunto da ligação.'),
    column('direction', 'VARCHAR', 'in or out.', 'in (recebida) ou out (realizada).'),
    instant('started_at', 'When the call came in', 'Quando a ligação entrou'),
    instant('answered_at', 'When it was answered', 'Quando foi atendida'),
    instant('ended_at', 'When it ended', 'Quando terminou'),
    column(
      'wait_seconds',
      'BIGINT',
      'Seconds in the queue, to the answer or to giving up.',
      'Segundos na fila, até o atendimento ou a desistência.',
    ),
    column(
      'wait_business_seconds',
      'BIGINT',
      'Seconds of business hours that the caller waited, by the calendar that holds.',
      'Segundos de horário comercial que quem ligou esperou, pelo calendário que vale.',
    ),
    column(
      'started_in_business_hours',
      'BOOLEAN',
      'Began within business hours, by the calendar that holds; empty where none does.',
      'Começou em horário comercial, pelo calendário que vale; vazio onde nenhum vale.',
    ),
    column('talk_seconds', 'BIGINT', 'Seconds of talk.', 'Segundos de conversa.'),
    column('hold_seconds', 'BIGINT', 'Seconds on hold.', 'Segundos em espera.'),
    column(
      'wrap_seconds',
      'BIGINT',
      'Seconds of work after the call.',
      'Segundos de trabalho depois da ligação.',
    ),
    column(
      'outcome',
      'VARCHAR',
      'How it ended: answered, abandoned, missed, voicemail, rejected or transferred.',
      'Como terminou: answered, abandoned, missed, voicemail, rejected ou transferred.',
    ),
    column(
      'calls',
      'BIGINT',
      'How many calls this row stands for: 1, unless the file is already summed.',
      'Quantas ligações esta linha representa: 1, a menos que o arquivo já venha somado.',
    ),
  ],
});
