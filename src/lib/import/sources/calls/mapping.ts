import type { Condition, Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const text = (column: string): Field => ({ kind: 'text', column });

const callId =
  'call id|callid|id da ligacao|id da chamada|id ligacao|id chamada|id call|call number|protocolo|interaction id|contact id|id de llamada|id llamada|numero de llamada|uniqueid|unique id|call uuid|id da gravacao|id';
const agent =
  'agent|agent name|agente|atendente|operador|operator|agent id|id agente|id do agente|nome do agente|nome do atendente|handled by|rep|nombre del agente|nombre agente|ramal|extension|id do operador';
const customer =
  'customer id|caller id|caller|customer|cliente|id do cliente|id cliente|phone number|telefone|numero|ani|numero de origen|telefono|numero de telefone|numero chamador|origem da chamada|bina|caller number|from number|cliente telefone';
const topic =
  'topic|reason|call reason|assunto|motivo|tema|category|categoria|call type|tipo|type|subject|tema de la llamada|motivo da ligacao|motivo da chamada|motivo de la llamada|tabulacao';
const team =
  'team|equipe|department|departamento|setor|grupo|group|call centre|call center|equipo|celula|campanha|campaign';
const queue = 'queue|fila|skill|queue name|nome da fila|vdn|split|cola|nombre de la cola|fila de atendimento';
const day =
  'date|data|call date|data da ligacao|data da chamada|dia|day|fecha|fecha de la llamada|data chamada|data ligacao';
const clock =
  'time|hora|horario|call time|hora da ligacao|hora da chamada|time of call|hora de la llamada|hora llamada|hora chamada|hora ligacao';
const started =
  'call started|started at|start time|call start|start|call start time|inicio|inicio da ligacao|inicio da chamada|hora inicio|data hora|datetime|timestamp|call timestamp|date time|data e hora|created at|data hora inicio|inicio de la llamada|hora de inicio|fecha y hora|data e hora de inicio|data inicio|calldate|entrada na fila|hora de entrada|data hora da chamada';
const answered =
  'call answered|answered at|answer time|answered time|atendida em|hora atendimento|inicio do atendimento|data hora atendimento|hora de atencion|hora de respuesta|hora de atendimento|data atendimento|respondida em';
const ended =
  'call ended|ended at|end time|call end|end|fim|fim da ligacao|fim da chamada|hora fim|termino|data hora fim|hangup time|fin de la llamada|hora de fin|hora de termino|data fim|data hora termino|hora final|encerramento';
const isAnswered =
  'answered y n|answered|atendida|atendido|atendida s n|foi atendida|call answered y n|outcome|call status|status da ligacao|status da chamada|disposition|resultado|result|desfecho|situacao|contestada|respondida|estado de la llamada|resultado da chamada|resultado de la llamada|estado|situacao da chamada';
const resolved =
  'resolved|resolved y n|resolvido|resolvida|solved|solucionado|solucionada|first call resolution|resolvido s n|status|resuelto|resuelta|resolvido na primeira';
const rating =
  'satisfaction rating|satisfaction|satisfaction score|rating|csat|csat score|nota|avaliacao|satisfacao|nota de satisfacao|nota da pesquisa|customer satisfaction|nota csat|calificacion|satisfaccion|puntuacion|nota de satisfaccion';
const wait =
  'speed of answer in seconds|speed of answer|wait length|wait time|waiting time|wait|queue time|wait seconds|wait time in seconds|tempo de espera|espera|tempo de fila|tempo na fila|tempo em fila|tempo espera|tempo de espera segundos|tempo de espera s|asa|ring time|time to answer|tiempo de espera|tiempo en cola|espera en segundos|espera segundos|tempo de espera em segundos|tempo ate atender|queue wait';
const talk =
  'avg talk duration|avgtalkduration|talk duration|talk time|service length|call duration|call duration in seconds|duration|talk seconds|tempo de conversa|tempo de conversacao|duracao|duracao da ligacao|duracao da chamada|tempo falado|tempo de atendimento|tempo conversa|talk|handle time|call length|tiempo de conversacion|duracion|duracion de la llamada|tempo de ligacao|tempo de conversa em segundos|billsec';
const hold =
  'hold time|hold|hold seconds|hold duration|tempo em espera na ligacao|tempo de retencao|tempo em hold|tiempo en espera retenido|tempo retido|tempo de espera em linha';
const wrap =
  'wrap up time|wrap time|after call work|acw|wrap|wrap up|wrap seconds|pos atendimento|tempo de pos atendimento|tempo pos atendimento|tempo de tabulacao|tiempo post llamada|trabajo posterior a la llamada';

/** Of a call that nobody took, a zero is the absence of a wait or a talk, not one of no seconds. */
const taken: Condition = { column: 'outcome', is: ['answered', 'transferred'] };

const duration = (column: string): Field => ({ kind: 'duration', column, unit: 'seconds', zero: taken });
const instant = (column: string): Field => ({ kind: 'instant', column });
const onDay = (time: string): Field => ({ kind: 'instant', column: day, time });

/** A sheet of calls, one a row; each call is also a ticket that came by phone. */
export const calls: Template = {
  table: 'calls',
  requires: ['call_id'],
  columns: {
    call_id: { kind: 'id', column: callId },
    ticket_id: { kind: 'id', column: callId },
    customer_id: text(customer),
    agent_id: text(agent),
    queue: text(queue),
    type: text(topic),
    direction: { kind: 'word', column: 'direction|direcao|sentido|call direction', vocabulary: 'direction' },
    outcome: { kind: 'word', column: isAnswered, vocabulary: 'outcome' },
    started_at: { kind: 'first', of: [instant(started), onDay(started), onDay(clock), instant(day)] },
    answered_at: { kind: 'first', of: [instant(answered), onDay(answered)] },
    ended_at: { kind: 'first', of: [instant(ended), onDay(ended)] },
    wait_seconds: duration(wait),
    talk_seconds: duration(talk),
    hold_seconds: duration(hold),
    wrap_seconds: duration(wrap),
  },
};

export const tickets: Template = {
  table: 'tickets',
  requires: ['ticket_id'],
  columns: {
    ticket_id: { kind: 'id', column: callId },
    customer_id: text(customer),
    agent_id: text(agent),
    channel: { kind: 'constant', value: 'phone' },
    type: text(topic),
    team: text(team),
    status: { kind: 'word', column: resolved, vocabulary: 'status' },
    status_raw: text(resolved),
    created_at: { kind: 'first', of: [instant(started), onDay(started), onDay(clock), instant(day)] },
  },
};

export const ratings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: { kind: 'id', column: callId },
    ticket_id: { kind: 'id', column: callId },
    call_id: { kind: 'id', column: callId },
    customer_id: text(customer),
    agent_id: text(agent),
    kind: { kind: 'constant', value: 'csat' },
    score: { kind: 'score', column: rating, scale: null },
    comment: text('comment|comments|comentario|comentarios|feedback'),
  },
};

export const agents: Template = {
  table: 'agents',
  requires: ['agent_id'],
  distinct: true,
  columns: { agent_id: text(agent), name: text(agent) },
};

/** The traits of a call sheet, each by its headers; see `recognise`. */
export const traits = {
  call: 'call id|callid|id da ligacao|id da chamada|id ligacao|id chamada|id call|call started|call start time|call date|call timestamp|data da ligacao|data da chamada|inicio da ligacao|inicio da chamada|call duration|call status|id de llamada|id llamada|fecha de la llamada|inicio de la llamada|duracion de la llamada|estado de la llamada|calldate|data chamada|data ligacao',
  answered: `${isAnswered}|${answered}`,
  wait,
  talk,
  ended,
  agent,
  day: `${day}|${started}`,
} as const;
