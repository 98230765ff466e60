import { column, imported, instant, type CanonicalColumn } from './table.ts';

const measured = [
  [
    'first_response',
    'From the opening to the first public reply by a person',
    'Da abertura à primeira resposta pública de uma pessoa',
  ],
  [
    'first_resolution',
    'From the opening to the first time it was solved',
    'Da abertura à primeira resolução',
  ],
  ['resolution', 'From the opening to the last time it was solved', 'Da abertura à última resolução'],
  ['wait', 'From the start of the queue until someone attended', 'Do início da fila até alguém atender'],
  ['handle', 'Time that agents worked on it', 'Tempo em que agentes trabalharam nele'],
  ['in_progress', 'Time in the status “in progress”', 'Tempo no status “em andamento”'],
  [
    'requester_wait',
    'Time that the customer was waiting for the team',
    'Tempo em que o cliente esperou pela equipe',
  ],
  [
    'agent_wait',
    'Time that the team was waiting for the customer',
    'Tempo em que a equipe esperou pelo cliente',
  ],
  ['hold', 'Time on hold', 'Tempo em espera'],
] as const;

/** Those that run from one instant to another, and so can be counted by a calendar. */
const countable: readonly string[] = ['first_response', 'first_resolution', 'resolution', 'wait'];

const about = [
  column(
    'ticket_id',
    'VARCHAR',
    'The ticket’s id, as written in the export.',
    'O id do ticket, como está na exportação.',
  ),
  column('customer_id', 'VARCHAR', 'Who asked; joins customers.', 'Quem pediu; liga-se a customers.'),
  column(
    'customer_key',
    'VARCHAR',
    'The customer’s normalised e-mail, phone or tax number: the same person in every source.',
    'E-mail, telefone ou CPF/CNPJ normalizado do cliente: a mesma pessoa em todas as fontes.',
  ),
  column('subject', 'VARCHAR', 'The subject line.', 'O assunto.'),
  column(
    'channel',
    'VARCHAR',
    'How the customer got in touch: email, web_form, chat, messaging, whatsapp, instagram, facebook, x, sms, phone, callback, app, api, portal, self_service, in_person, social or other.',
    'Como o cliente entrou em contato: email, web_form, chat, messaging, whatsapp, instagram, facebook, x, sms, phone, callback, app, api, portal, self_service, in_person, social ou other.',
  ),
  column(
    'channel_raw',
    'VARCHAR',
    'The channel in the vendor’s own word.',
    'O canal na palavra do próprio sistema.',
  ),
  column(
    'type',
    'VARCHAR',
    'What kind of case it is, as the team files it.',
    'O tipo do caso, como a equipe o classifica.',
  ),
  column(
    'intent',
    'VARCHAR',
    'What the customer wanted, as detected or chosen.',
    'O que o cliente queria, detectado ou escolhido.',
  ),
  column('tags', 'VARCHAR[]', 'The tags on the ticket.', 'As etiquetas do ticket.'),
  column(
    'priority',
    'VARCHAR',
    'The priority, in lower case: low, normal, high, urgent, or the vendor’s own.',
    'A prioridade, em minúsculas: low, normal, high, urgent, ou a do próprio sistema.',
  ),
  column(
    'custom_fields',
    'MAP(VARCHAR, VARCHAR)',
    'The account’s own fields, by their names.',
    'Os campos próprios da conta, pelo nome.',
  ),
  column(
    'site',
    'VARCHAR',
    'The site, shop or location that the ticket belongs to.',
    'O site, a loja ou a unidade a que o ticket pertence.',
  ),
  column('brand', 'VARCHAR', 'The brand that the customer wrote to.', 'A marca procurada pelo cliente.'),
  column('team', 'VARCHAR', 'The group or team in charge.', 'O grupo ou a equipe responsável.'),
  column(
    'agent_id',
    'VARCHAR',
    'The agent in charge; joins agents.',
    'O agente responsável; liga-se a agents.',
  ),
  column('language', 'VARCHAR', 'The language of the conversation.', 'O idioma da conversa.'),
];

const state = [
  column(
    'status',
    'VARCHAR',
    'Where it stands: new, open, in_progress, pending, hold, solved, closed, cancelled, merged, spam or deleted.',
    'A situação: new, open, in_progress, pending, hold, solved, closed, cancelled, merged, spam ou deleted.',
  ),
  column(
    'status_raw',
    'VARCHAR',
    'The status in the vendor’s own word.',
    'O status na palavra do próprio sistema.',
  ),
  column(
    'status_reason',
    'VARCHAR',
    'Why it has that status, where the vendor says so.',
    'O motivo do status, quando o sistema o informa.',
  ),
  column(
    'is_reopened',
    'BOOLEAN',
    'Solved once and not solved now, or called reopened by the vendor.',
    'Já foi resolvido e agora não está, ou o sistema o chama de reaberto.',
  ),
  column(
    'started_by',
    'VARCHAR',
    'Who began it: customer, agent, bot or system.',
    'Quem começou: customer, agent, bot ou system.',
  ),
  column(
    'is_proactive',
    'BOOLEAN',
    'It began with an invitation or a campaign.',
    'Começou com um convite ou uma campanha.',
  ),
  column(
    'is_offline',
    'BOOLEAN',
    'A message left while nobody was online.',
    'Mensagem deixada quando ninguém estava online.',
  ),
  column(
    'is_missed',
    'BOOLEAN',
    'The vendor recorded it as missed: nobody took it.',
    'O sistema o registrou como perdido: ninguém atendeu.',
  ),
  column(
    'created_in_business_hours',
    'BOOLEAN',
    'Opened within business hours, by the calendar that holds for the ticket; empty where none does.',
    'Aberto em horário comercial, pelo calendário que vale para o ticket; vazio onde nenhum vale.',
  ),
  column(
    'merged_into',
    'VARCHAR',
    'The ticket that this one was merged into.',
    'O ticket ao qual este foi mesclado.',
  ),
  column(
    'follow_up_of',
    'VARCHAR',
    'The ticket that this one follows up.',
    'O ticket do qual este é continuação.',
  ),
];

/** One row per request of a customer, whatever channel it came by, with its latest known state. */
export const tickets = imported({
  name: 'tickets',
  en: 'One row per request of a customer, in its latest known state.',
  pt: 'Uma linha por solicitação de cliente, em seu último estado conhecido.',
  key: ['ticket_id'],
  columns: [
    ...about,
    ...state,
    ...instants(),
    ...counts(),
    ...durations(),
    ...inBusinessHours(),
    ...reported(),
    ...sla(),
  ],
});

function instants() {
  return [
    instant('created_at', 'When it was opened', 'Quando foi aberto'),
    instant('updated_at', 'When it was last changed', 'Quando foi alterado pela última vez'),
    instant('assigned_at', 'When an agent first had it', 'Quando um agente o recebeu pela primeira vez'),
    instant(
      'first_reply_at',
      'When the first public reply went out, by anyone',
      'Quando saiu a primeira resposta pública, de quem quer que fosse',
    ),
    instant(
      'first_human_reply_at',
      'When the first public reply by a person went out',
      'Quando saiu a primeira resposta pública de uma pessoa',
    ),
    instant('first_solved_at', 'When it was first solved', 'Quando foi resolvido pela primeira vez'),
    instant('last_solved_at', 'When it was last solved', 'Quando foi resolvido pela última vez'),
    instant('closed_at', 'When it was closed for good', 'Quando foi encerrado em definitivo'),
    instant('first_response_due_at', 'When the first reply was due', 'Prazo da primeira resposta'),
    instant('due_at', 'When the resolution was due', 'Prazo da resolução'),
  ];
}

function counts() {
  return [
    column('reopens', 'INTEGER', 'How often it was reopened.', 'Quantas vezes foi reaberto.'),
    column(
      'agent_replies',
      'INTEGER',
      'Public replies by people of the team.',
      'Respostas públicas de pessoas da equipe.',
    ),
    column(
      'agent_actions',
      'INTEGER',
      'What people of the team did on it: messages, public or private, and changes; worked out from messages and events.',
      'O que pessoas da equipe fizeram nele: mensagens, públicas ou internas, e mudanças; calculado das mensagens e eventos.',
    ),
    column('customer_messages', 'INTEGER', 'Messages by the customer.', 'Mensagens do cliente.'),
    column(
      'agents_involved',
      'INTEGER',
      'How many agents worked on it.',
      'Quantos agentes trabalharam nele.',
    ),
    column('teams_involved', 'INTEGER', 'How many teams worked on it.', 'Quantas equipes trabalharam nele.'),
  ];
}

function durations(): (readonly CanonicalColumn[])[] {
  return measured.map(([name, en, pt]) =>
    column(`${name}_seconds`, 'BIGINT', `${en}, in elapsed seconds.`, `${pt}, em segundos corridos.`),
  );
}

function inBusinessHours(): (readonly CanonicalColumn[])[] {
  return measured
    .filter(([name]) => countable.includes(name))
    .map(([name, en, pt]) =>
      column(
        `${name}_business_seconds`,
        'BIGINT',
        `${en}, in seconds of business hours, by the calendar that holds for the ticket.`,
        `${pt}, em segundos de horário comercial, pelo calendário que vale para o ticket.`,
      ),
    );
}

function reported(): (readonly CanonicalColumn[])[] {
  const durations = measured.flatMap(([name, en, pt]) => [
    column(
      `reported_${name}_seconds`,
      'BIGINT',
      `${en}, in calendar seconds, as the vendor reports it.`,
      `${pt}, em segundos corridos, como o sistema informa.`,
    ),
    column(
      `reported_${name}_business_seconds`,
      'BIGINT',
      `${en}, in seconds of business hours, as the vendor reports it.`,
      `${pt}, em segundos de horário comercial, como o sistema informa.`,
    ),
  ]);
  return [
    ...durations,
    instant(
      'reported_solved_at',
      'When it was solved, as the vendor reports it',
      'Quando foi resolvido, como o sistema informa',
    ),
    column(
      'reported_reopens',
      'INTEGER',
      'How often it was reopened, as the vendor counts it.',
      'Quantas vezes foi reaberto, na contagem do sistema.',
    ),
  ];
}

function sla() {
  return [
    column(
      'sla_first_response_met',
      'BOOLEAN',
      'The first reply came within what was promised, as the vendor reports it.',
      'A primeira resposta veio dentro do prometido, como o sistema informa.',
    ),
    column(
      'sla_resolution_met',
      'BOOLEAN',
      'It was solved within what was promised, as the vendor reports it.',
      'Foi resolvido dentro do prometido, como o sistema informa.',
    ),
  ];
}
