import { column, imported, instant } from './table.ts';

export const businessHours = imported({
  name: 'business_hours',
  en: 'One row per weekday and stretch of opening hours of a calendar.',
  pt: 'Uma linha por dia da semana e intervalo de atendimento de um calendário.',
  key: ['calendar', 'weekday', 'opens_second'],
  columns: [
    column('calendar', 'VARCHAR', 'The calendar.', 'O calendário.'),
    column(
      'weekday',
      'INTEGER',
      'The weekday, 1 = Monday to 7 = Sunday.',
      'O dia da semana, 1 = segunda a 7 = domingo.',
    ),
    column(
      'opens_second',
      'INTEGER',
      'The second of the day at which it opens.',
      'O segundo do dia em que abre.',
    ),
    column(
      'closes_second',
      'INTEGER',
      'The second of the day at which it closes; beyond 86400, or not after the opening, it runs past midnight (22:00 to 06:00 is 79200 to 108000), and that part belongs to the day it began on.',
      'O segundo do dia em que fecha; acima de 86400, ou não depois da abertura, passa da meia-noite (22:00 às 06:00 é 79200 a 108000), e essa parte pertence ao dia em que começou.',
    ),
    column(
      'zone',
      'VARCHAR',
      'The time zone of these hours; empty for the workspace’s.',
      'O fuso horário desses horários; vazio para o do espaço de trabalho.',
    ),
  ],
});

export const holidays = imported({
  name: 'holidays',
  en: 'Days on which a calendar is closed.',
  pt: 'Dias em que um calendário não atende.',
  key: ['calendar', 'day'],
  columns: [
    column('calendar', 'VARCHAR', 'The calendar.', 'O calendário.'),
    column('day', 'DATE', 'The day.', 'O dia.'),
  ],
});

export const calendarRules = imported({
  name: 'calendar_rules',
  en: 'Which calendar holds for which team and channel: of several rules the one that names both, then the team, then the channel.',
  pt: 'Qual calendário vale para qual equipe e canal: entre várias regras, a que nomeia ambos, depois a equipe, depois o canal.',
  key: ['team', 'channel'],
  columns: [
    column('team', 'VARCHAR', 'The team; empty for all.', 'A equipe; vazio para todas.'),
    column('channel', 'VARCHAR', 'The channel; empty for all.', 'O canal; vazio para todos.'),
    column('calendar', 'VARCHAR', 'The calendar.', 'O calendário.'),
  ],
});

export const targets = imported({
  name: 'targets',
  en: 'What a KPI should be, for whom and from when to when.',
  pt: 'Quanto um KPI deve ser, para quem e de quando a quando.',
  key: ['kpi', 'member', 'from_at_utc'],
  columns: [
    column('kpi', 'VARCHAR', 'The KPI’s id.', 'O id do KPI.'),
    column(
      'member',
      'VARCHAR',
      'The channel, team or agent it holds for; empty for all.',
      'O canal, a equipe ou o agente para quem vale; vazio para todos.',
    ),
    instant('from_at', 'From when it holds', 'Desde quando vale'),
    instant('to_at', 'Until when it holds', 'Até quando vale'),
    column('value', 'DOUBLE', 'The target, in the KPI’s unit.', 'A meta, na unidade do KPI.'),
  ],
});

export const slaTargets = imported({
  name: 'sla_targets',
  en: 'What was promised: seconds to the first response and to the resolution.',
  pt: 'O que foi prometido: segundos até a primeira resposta e até a resolução.',
  key: ['policy', 'priority', 'channel', 'kind'],
  columns: [
    column('policy', 'VARCHAR', 'The policy.', 'A política.'),
    column(
      'priority',
      'VARCHAR',
      'The priority it holds for; empty for all.',
      'A prioridade para a qual vale; vazio para todas.',
    ),
    column(
      'channel',
      'VARCHAR',
      'The channel it holds for; empty for all.',
      'O canal para o qual vale; vazio para todos.',
    ),
    column(
      'kind',
      'VARCHAR',
      'first_response or resolution.',
      'first_response (primeira resposta) ou resolution (resolução).',
    ),
    column('seconds', 'BIGINT', 'The time promised, in seconds.', 'O prazo prometido, em segundos.'),
    column(
      'clock',
      'VARCHAR',
      'calendar or business.',
      'calendar (corrido) ou business (horário comercial).',
    ),
  ],
});
