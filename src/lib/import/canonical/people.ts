import { column, imported, instant } from './table.ts';

export const agents = imported({
  name: 'agents',
  en: 'One row per agent, person or bot.',
  pt: 'Uma linha por agente, pessoa ou robô.',
  key: ['agent_id'],
  columns: [
    column('agent_id', 'VARCHAR', 'The agent’s id.', 'O id do agente.'),
    column('name', 'VARCHAR', 'The agent’s name.', 'O nome do agente.'),
    column('team', 'VARCHAR', 'The agent’s team.', 'A equipe do agente.'),
    column('is_bot', 'BOOLEAN', 'A program, not a person.', 'É um programa, não uma pessoa.'),
  ],
});

export const customers = imported({
  name: 'customers',
  en: 'One row per customer of a source; customer_key joins the same person across sources.',
  pt: 'Uma linha por cliente de uma fonte; customer_key une a mesma pessoa entre fontes.',
  key: ['customer_id'],
  columns: [
    column('customer_id', 'VARCHAR', 'The customer’s id.', 'O id do cliente.'),
    column(
      'customer_key',
      'VARCHAR',
      'Normalised e-mail, phone or tax number.',
      'E-mail, telefone ou CPF/CNPJ normalizado.',
    ),
    column('name', 'VARCHAR', 'The customer’s name.', 'O nome do cliente.'),
    column('organisation', 'VARCHAR', 'The company that the customer belongs to.', 'A empresa do cliente.'),
    instant('created_at', 'When the customer was first known', 'Quando o cliente foi cadastrado'),
    column('segment', 'VARCHAR', 'The segment, plan or tier.', 'O segmento, plano ou nível.'),
    column(
      'stage',
      'VARCHAR',
      'potential, new or returning.',
      'potential (potencial), new (novo) ou returning (recorrente).',
    ),
  ],
});

export const agentSessions = imported({
  name: 'agent_sessions',
  en: 'One row per stretch of time that an agent was online, away, busy or offline.',
  pt: 'Uma linha por intervalo em que um agente esteve online, ausente, ocupado ou offline.',
  key: ['agent_id', 'state', 'from_at_utc'],
  columns: [
    column('agent_id', 'VARCHAR', 'The agent.', 'O agente.'),
    column(
      'state',
      'VARCHAR',
      'online, away, busy or offline.',
      'online, away (ausente), busy (ocupado) ou offline.',
    ),
    instant('from_at', 'When the stretch began', 'Quando o intervalo começou'),
    instant('to_at', 'When it ended', 'Quando terminou'),
  ],
});

export const offers = imported({
  name: 'offers',
  en: 'One row each time that a conversation was offered to an agent.',
  pt: 'Uma linha para cada vez que uma conversa foi oferecida a um agente.',
  key: ['offer_id'],
  columns: [
    column('offer_id', 'VARCHAR', 'The offer’s id.', 'O id da oferta.'),
    column('agent_id', 'VARCHAR', 'The agent it was offered to.', 'O agente que recebeu a oferta.'),
    column('ticket_id', 'VARCHAR', 'The conversation that was offered.', 'A conversa oferecida.'),
    instant('at', 'When it was offered', 'Quando foi oferecida'),
    column(
      'result',
      'VARCHAR',
      'accepted, rejected or timeout.',
      'accepted (aceita), rejected (recusada) ou timeout (expirada).',
    ),
  ],
});

export const invitations = imported({
  name: 'invitations',
  en: 'One row per proactive invitation shown to a visitor.',
  pt: 'Uma linha por convite proativo mostrado a um visitante.',
  key: ['invitation_id'],
  columns: [
    column('invitation_id', 'VARCHAR', 'The invitation’s id.', 'O id do convite.'),
    instant('at', 'When it was shown', 'Quando foi mostrado'),
    column('customer_id', 'VARCHAR', 'Who saw it.', 'Quem o viu.'),
    column('accepted', 'BOOLEAN', 'The visitor accepted.', 'O visitante aceitou.'),
    column('ticket_id', 'VARCHAR', 'The conversation that came of it.', 'A conversa que resultou dele.'),
  ],
});
