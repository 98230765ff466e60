import type { PeriodSheet } from '../period-facts.ts';

const average = (what: readonly string[]) =>
  what
    .flatMap((each) => [
      `average ${each}`,
      `avg ${each}`,
      `mean ${each}`,
      each,
      `${each} sec`,
      `${each} seconds`,
      `average ${each} sec`,
      `average ${each} seconds`,
      `average ${each} s`,
      `average ${each} min`,
    ])
    .join('|');

/** JivoChat's summed report, in English, Portuguese and Spanish: by site, by agent, by day. */
export const statistics: PeriodSheet = {
  report: 'jivochat',
  axes: {
    day: 'date|day|data|dia|fecha',
    agent:
      'agent|agent name|agents|operator|agente|nome do agente|nome agente|atendente|operador|nombre del agente|agentes',
    team: 'department|departamento|group|grupo|team|equipe|equipo',
    site: 'site|website|sites|sitio|sitio web|widget|domain|dominio|site name|nome do site',
    channel: 'channel|channels|canal|canais|canales|channel name|nome do canal',
  },
  metrics: {
    chats_accepted:
      'accepted chats|chats accepted|accepted|chats aceitos|aceitos|chats aceptados|aceptados|chats atendidos',
    chats_missed:
      'missed chats|chats missed|missed|chats perdidos|perdidos|chats nao atendidos|chats no atendidos',
    chats_rejected:
      'rejected chats|chats rejected|declined chats|rejected|chats rejeitados|chats recusados|chats rechazados',
    calls_accepted:
      'accepted calls|calls accepted|answered calls|chamadas aceitas|ligacoes aceitas|ligacoes atendidas|chamadas atendidas|llamadas aceptadas|llamadas atendidas',
    calls_missed: 'missed calls|calls missed|chamadas perdidas|ligacoes perdidas|llamadas perdidas',
    offline_messages:
      'offline messages|messages offline|mensagens offline|mensagens off line|mensajes offline|mensajes fuera de linea|offline',
    invitations_sent:
      'invitations sent|sent invitations|proactive invitations|proactive invitations sent|invitations|convites enviados|convites proativos|convites proativos enviados|convites|invitaciones enviadas|invitaciones proactivas|invitaciones proactivas enviadas|invitaciones',
    invitations_accepted:
      'invitations accepted|accepted invitations|proactive invitations accepted|convites aceitos|convites proativos aceitos|invitaciones aceptadas|invitaciones proactivas aceptadas',
    ratings_positive:
      'positive ratings|ratings positive|positive|positive rates|good ratings|avaliacoes positivas|positivas|calificaciones positivas|evaluaciones positivas|valoraciones positivas',
    ratings_negative:
      'negative ratings|ratings negative|negative|negative rates|bad ratings|avaliacoes negativas|negativas|calificaciones negativas|evaluaciones negativas|valoraciones negativas',
    transfers:
      'transfers|transferred|transferred chats|chats transferred|transferencias|chats transferidos|transferidos',
    first_response_time: `${average(['first response time', 'first reply time', 'response time'])}|tempo medio da primeira resposta|tempo medio de primeira resposta|tempo da primeira resposta|tempo de primeira resposta|tempo medio de resposta|tiempo medio de primera respuesta|tiempo promedio de primera respuesta|tiempo de primera respuesta|tiempo medio de respuesta`,
    chat_duration: `${average(['chat duration', 'duration of chat', 'chat time'])}|duracao media do chat|duracao media dos chats|duracao do chat|tempo medio de chat|duracion media del chat|duracion promedio del chat|duracion del chat`,
    online_time:
      'online time|time online|tempo online|tempo on line|horas online|tiempo online|tiempo en linea',
  },
};

/** Metrics that a sheet of no other chat counts together. */
export const ownMetrics: readonly string[] = [
  'chats_missed',
  'offline_messages',
  'invitations_sent',
  'invitations_accepted',
  'ratings_positive',
  'chats_accepted',
  'online_time',
];
