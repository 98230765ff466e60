import type { Vocabulary } from './vocabulary.ts';

/** Where a ticket stands. "Reopened" is no status: `reopenedWords` marks it. */
export const status: Vocabulary = {
  name: 'status',
  values: [
    'new',
    'open',
    'in_progress',
    'pending',
    'hold',
    'solved',
    'closed',
    'cancelled',
    'merged',
    'spam',
    'deleted',
  ],
  words: {
    new: 'new|novo|nova|unassigned|nao iniciado|not started|created|criado|recebido|received|logged|aguardando atendimento|to do',
    open: 'open|opened|aberto|aberta|em aberto|active|ativo|reopened|reaberto|reaberta|re opened|unresolved|nao resolvido|nao resolvida|not resolved|n|no|nao|false|falso|pendente de resolucao|being processed',
    in_progress:
      'in progress|in attendance|em atendimento|em atendimento atribuido|em atendimento planejado|em andamento|andamento|processing|processando|work in progress|working|assigned|atribuido|em analise|em processamento|started|doing|attending|escalated|escalado|escalada|in review',
    pending:
      'pending|pendente|snoozed|waiting on customer|waiting for customer|awaiting customer|awaiting user info|aguardando cliente|aguardando usuario|aguardando solicitante|aguardando resposta|aguardando retorno|stopped|parado|waiting|aguardando|suspenso|customer responded|open pending',
    hold: 'hold|on hold|em espera|waiting on third party|waiting for third party|aguardando terceiro|aguardando terceiros|awaiting vendor|awaiting problem|awaiting evidence|paused|pausado',
    solved:
      'solved|resolved|resolvido|resolvida|solucionado|solucionada|done|fixed|completed|concluido|concluida|complete|sim|yes|y|s|true|verdadeiro|atendido|finalizada',
    closed: 'closed|fechado|fechada|encerrado|encerrada|archived|arquivado|finalizado|resolved closed',
    cancelled: 'cancelled|canceled|cancelado|cancelada|rejected|rejeitado|recusado|withdrawn|aborted',
    merged: 'merged|mesclado|mesclada|unificado|duplicate|duplicado',
    spam: 'spam|junk',
    deleted: 'deleted|excluido|excluida|removido|trash|lixeira',
  },
};

/** Words of a ticket that ended without a solution, where other words say that one is still open. */
export const unsolvedWords: readonly string[] = [
  'unresolved',
  'nao resolvido',
  'nao resolvida',
  'not resolved',
];

/** As `status`, in a file whose unsolved tickets have ended. */
export const endedStatus: Vocabulary = {
  ...status,
  name: 'ended_status',
  words: {
    ...status.words,
    open: (status.words['open'] ?? '')
      .split('|')
      .filter((word) => !unsolvedWords.includes(word))
      .join('|'),
    closed: `${status.words['closed']}|${unsolvedWords.join('|')}`,
  },
};

/** The vendor's words for "solved once, and open again". */
export const reopenedWords: readonly string[] = [
  'reopened',
  're opened',
  'reaberto',
  'reaberta',
  'reabertura',
];
