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
    new: 'new|novo|nova|unassigned|nao iniciado|not started|created|criado|recebido|received|logged|aguardando atendimento|to do|nuevo|nueva|na fila|em fila|aguardando triagem|em triagem|triagem|registrado|registrada|aguardando analise|backlog',
    open: 'open|opened|aberto|aberta|em aberto|active|ativo|reopened|reaberto|reaberta|re opened|unresolved|nao resolvido|nao resolvida|not resolved|n|no|nao|false|falso|pendente de resolucao|being processed|abierto|abierta|pendente de atendimento|reabierto|reabierta|reaberto pelo cliente',
    in_progress:
      'in progress|in attendance|em atendimento|em atendimento atribuido|em atendimento planejado|em andamento|andamento|processing|processando|work in progress|working|assigned|atribuido|em analise|em processamento|started|doing|attending|escalated|escalado|escalada|in review|en curso|en proceso|en progreso|em tratativa|em tratamento|em execucao|em desenvolvimento|em curso|iniciado|iniciada|atendendo|em atendimento humano|em atendimento pelo bot|em progresso|asignado|asignada',
    pending:
      'pending|pendente|snoozed|waiting on customer|waiting for customer|awaiting customer|awaiting user info|aguardando cliente|aguardando usuario|aguardando solicitante|aguardando resposta|aguardando retorno|stopped|parado|waiting|aguardando|suspenso|customer responded|open pending|pendiente|aguardando resposta do cliente|aguardando retorno do cliente|aguardando o cliente|aguardando informacao|aguardando informacoes|aguardando validacao|aguardando aprovacao|esperando cliente|pending customer|waiting for user|awaiting response|pausado pelo cliente',
    hold: 'hold|on hold|em espera|waiting on third party|waiting for third party|aguardando terceiro|aguardando terceiros|awaiting vendor|awaiting problem|awaiting evidence|paused|pausado|en espera|aguardando fornecedor|aguardando parceiro|aguardando peca|aguardando outro setor|aguardando outra area|congelado|pausada|standby|stand by',
    solved:
      'solved|resolved|resolvido|resolvida|solucionado|solucionada|done|fixed|completed|concluido|concluida|complete|sim|yes|y|s|true|verdadeiro|atendido|resuelto|resuelta|resolvido com sucesso|solucionado com sucesso|realizado|realizada',
    closed:
      'closed|fechado|fechada|encerrado|encerrada|archived|arquivado|finalizado|resolved closed|cerrado|cerrada|fechado sem solucao|encerrado sem solucao|fechado automaticamente|encerrado automaticamente|fechado por inatividade|encerrado por inatividade|finalizada|finalizado pelo cliente|closed automatically|auto closed|completed closed',
    cancelled:
      'cancelled|canceled|cancelado|cancelada|rejected|rejeitado|recusado|withdrawn|aborted|anulado|anulada|descartado|descartada|desistencia|improcedente',
    merged:
      'merged|mesclado|mesclada|unificado|duplicate|duplicado|mesclado com outro|combinado|vinculado a outro|duplicada',
    spam: 'spam|junk|lixo eletronico',
    deleted: 'deleted|excluido|excluida|removido|trash|lixeira|apagado|apagada|eliminado|eliminada',
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
