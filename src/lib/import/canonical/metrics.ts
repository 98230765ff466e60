import type { Sentence } from './table.ts';

/** One figure of `period_facts`, as files bring it: summed or averaged over a period. */
export interface Metric {
  readonly id: string;
  readonly unit: 'count' | 'percent' | 'seconds' | 'score' | 'money';
  /** Metrics that such an average may rest on, the likeliest first; none = the figure is a sum and can be added. */
  readonly weights: readonly string[];
  readonly sentence: Sentence;
}

const count = (id: string, en: string, pt: string): Metric => ({
  id,
  unit: 'count',
  weights: [],
  sentence: { en, 'pt-BR': pt },
});

/** A mean of seconds; where a KPI has the same meaning the metric bears the KPI's id. */
const mean = (id: string, weights: readonly string[], en: string, pt: string): Metric => ({
  id,
  unit: 'seconds',
  weights,
  sentence: { en, 'pt-BR': pt },
});

const counts = [
  count('conversations', 'Conversations.', 'Conversas.'),
  count('chats_accepted', 'Chats that an agent accepted.', 'Chats aceitos por um agente.'),
  count('chats_missed', 'Chats that nobody accepted.', 'Chats que ninguém aceitou.'),
  count('chats_rejected', 'Chats that an agent declined.', 'Chats recusados por um agente.'),
  count('calls_offered', 'Calls that came in.', 'Ligações recebidas.'),
  count('calls_accepted', 'Calls that were answered.', 'Ligações atendidas.'),
  count('calls_missed', 'Calls that nobody answered.', 'Ligações perdidas.'),
  count('calls_abandoned', 'Calls given up in the queue.', 'Ligações abandonadas na fila.'),
  count(
    'offline_messages',
    'Messages left while nobody was online.',
    'Mensagens deixadas sem ninguém online.',
  ),
  count('invitations_sent', 'Proactive invitations shown.', 'Convites proativos exibidos.'),
  count('invitations_accepted', 'Proactive invitations accepted.', 'Convites proativos aceitos.'),
  count('ratings_positive', 'Positive ratings.', 'Avaliações positivas.'),
  count('ratings_negative', 'Negative ratings.', 'Avaliações negativas.'),
  count('ratings', 'Ratings received.', 'Avaliações recebidas.'),
  count('transfers', 'Conversations handed over.', 'Conversas transferidas.'),
  count('messages_in', 'Messages received.', 'Mensagens recebidas.'),
  count('messages_out', 'Messages sent.', 'Mensagens enviadas.'),
  count('resolutions', 'Times that a conversation was resolved.', 'Vezes em que uma conversa foi resolvida.'),
] as const;

const averages = [
  mean(
    'first_response_time',
    ['chats_accepted', 'conversations', 'calls_accepted'],
    'Mean time to the first reply.',
    'Tempo médio até a primeira resposta.',
  ),
  mean(
    'response_time',
    ['conversations', 'chats_accepted'],
    'Mean time to each reply.',
    'Tempo médio de cada resposta.',
  ),
  mean('resolution_time', ['resolutions'], 'Mean time to resolution.', 'Tempo médio até a resolução.'),
  mean(
    'wait_time',
    ['calls_accepted', 'chats_accepted'],
    'Mean wait in the queue.',
    'Tempo médio de espera na fila.',
  ),
  mean('chat_duration', ['chats_accepted'], 'Mean length of a chat.', 'Duração média de um chat.'),
  mean('talk_time', ['calls_accepted'], 'Mean talk time of a call.', 'Tempo médio de conversa por ligação.'),
  mean(
    'handle_time',
    ['calls_accepted', 'chats_accepted'],
    'Mean handle time.',
    'Tempo médio de atendimento.',
  ),
  mean('online_time', [], 'Time online, summed.', 'Tempo online, somado.'),
] as const;

const others: readonly Metric[] = [
  {
    id: 'csat_score',
    unit: 'score',
    weights: ['ratings'],
    sentence: { en: 'Mean score of the ratings.', 'pt-BR': 'Nota média das avaliações.' },
  },
  {
    id: 'service_level',
    unit: 'percent',
    weights: ['calls_offered'],
    sentence: {
      en: 'Share of calls answered in time.',
      'pt-BR': 'Parcela das ligações atendidas dentro do prazo.',
    },
  },
];

/** Every metric that a source may write into `period_facts`. */
export const metrics: readonly Metric[] = [...counts, ...averages, ...others];

export function metric(id: string): Metric | undefined {
  return metrics.find((each) => each.id === id);
}
