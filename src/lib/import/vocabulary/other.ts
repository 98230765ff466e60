import type { Vocabulary } from './vocabulary.ts';

/** How pressing; words that are none of these are kept as they are, in lower case. */
export const priority: Vocabulary = {
  name: 'priority',
  open: true,
  values: ['low', 'normal', 'high', 'urgent'],
  words: {
    low: 'low|minor|baja|trivial|baixa|baixo|muito baixa|very low|p4|4 low|planning|1 low',
    normal: 'normal|moderada|moderado|medium|media|medio|moderate|3 moderate|p3|2 medium|standard',
    high: 'high|elevada|alta|alto|2 high|p2|3 high',
    urgent:
      'urgent|emergency|blocker|urgentissimo|urgente|critical|critica|critico|muito alta|very high|1 critical|p1|p0|highest|4 urgent|major|principal|emergencia',
  },
};

export const outcome: Vocabulary = {
  name: 'outcome',
  values: ['answered', 'abandoned', 'missed', 'voicemail', 'rejected', 'transferred'],
  words: {
    answered:
      'answered|atendeu|contestada|respondida|si|atendida|atendido|y|yes|s|sim|true|verdadeiro|1|completed|connected|handled|accepted|success|finalizada|concluida|human answered',
    abandoned:
      'abandoned|abandono|no contestada|abandonou|abandonada|abandonado|abandon|n|no|nao|false|falso|0|desistencia|dropout call|dropped|hangup|hang up|given up|not answered|nao atendida|nao atendido|unanswered|desistiu',
    missed: 'missed|perdida|perdido|lost|lost call|no answer|sem resposta|timeout|ring no answer',
    voicemail: 'voicemail|voice mail|caixa postal|correio de voz|recado',
    rejected: 'rejected|rejeitada|recusada|busy|ocupado|declined|blocked|failed|falha',
    transferred: 'transferred|transferida|transferido|transfer',
  },
};

export const direction: Vocabulary = {
  name: 'direction',
  values: ['in', 'out'],
  words: {
    in: 'in|receptiva|entrada receptiva|inbound|incoming|recebida|entrada|receptivo|received|entrante',
    out: 'out|ativa|saliente|outbound|outgoing|realizada|saida|ativo|made|efetuada|outbound email',
  },
};

export const author: Vocabulary = {
  name: 'author',
  values: ['customer', 'agent', 'bot', 'system'],
  words: {
    customer:
      'customer|cliente|contact|contato|user|usuario|end user|visitor|visitante|lead|requester|solicitante|consumidor|client',
    agent:
      'agent|agente|admin|human|atendente|analista|operator|operador|tecnico|teammate|staff|support|suporte',
    bot: 'bot|agent bot|agentbot|chatbot|robo|virtual agent|assistant|assistente virtual|captain assistant|ai|ia',
    system: 'system|sistema|rule|regra|automation|automacao|trigger|gatilho|campaign|campanha',
  },
};

export const boolean: Vocabulary = {
  name: 'boolean',
  values: ['true', 'false'],
  words: {
    true: 'true|t|yes|y|1|sim|si|s|verdadeiro|v|x|within sla|dentro do prazo|dentro do sla|met|cumprido|on|ativo',
    false:
      'false|f|no|n|0|nao|falso|sla violated|fora do prazo|fora do sla|breached|not met|violado|estourado|off|inativo',
  },
};

export const eventKind: Vocabulary = {
  name: 'event_kind',
  values: ['status', 'assignee', 'team', 'priority', 'reopen', 'solve', 'handoff', 'merge', 'sla'],
  words: {
    status: 'status|state|estado|situacao',
    assignee: 'assignee|assignment|agent|responsavel|atribuicao',
    team: 'team|group|equipe|grupo|assignment group',
    priority: 'priority|prioridade',
    reopen: 'reopen|reopened|reabertura|reaberto',
    solve: 'solve|solved|resolved|resolucao|resolvido',
    handoff: 'handoff|hand off|transfer|transferencia|bot handoff|escalation',
    merge: 'merge|merged|mesclagem',
    sla: 'sla|breach',
  },
};

export const ratingKind: Vocabulary = {
  name: 'rating_kind',
  values: ['csat', 'nps', 'ces'],
  words: { csat: 'csat|satisfaction|satisfacao', nps: 'nps|net promoter score', ces: 'ces|effort|esforco' },
};

export const stage: Vocabulary = {
  name: 'stage',
  values: ['potential', 'new', 'returning'],
  words: {
    potential:
      'potential|lead|prospect|potencial|potential customer|cliente potencial|prospecto|opportunity|oportunidade',
    new: 'new|novo|nova|first time|new customer|cliente novo|novo cliente|primeira compra',
    returning:
      'returning|recorrente|repeat|existing|antigo|returning customer|existing customer|cliente recorrente|cliente antigo|fidelizado|cliente fiel|customer|cliente|ativo',
  },
};

export const agentState: Vocabulary = {
  name: 'agent_state',
  values: ['online', 'away', 'busy', 'offline'],
  words: {
    online: 'online|available|disponivel|logged in',
    away: 'away|ausente|pausa|break|pause',
    busy: 'busy|ocupado|in call|em ligacao',
    offline: 'offline|logged out|desconectado',
  },
};

export const offerResult: Vocabulary = {
  name: 'offer_result',
  values: ['accepted', 'rejected', 'timeout'],
  words: {
    accepted: 'accepted|accept|aceita|aceito|aceitou|answered',
    rejected: 'rejected|reject|declined|recusada|recusou|rejeitada',
    timeout: 'timeout|time out|expired|expirada|missed|perdida|tempo esgotado',
  },
};
