import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const text = (column: string): Field => ({ kind: 'text', column });
const word = (column: string, vocabulary: string): Field => ({ kind: 'word', column, vocabulary });
const first = (...of: Field[]): Field => ({ kind: 'first', of });
const constant = (value: string): Field => ({ kind: 'constant', value });

/** Complaints have no number in the open data: a row is one. */
const row: Field = { kind: 'row', prefix: 'row ' };
const verdict = 'avaliacao reclamacao';
const closed: Field = {
  kind: 'instant',
  column: 'data finalizacao|data de finalizacao',
  time: 'hora finalizacao',
};

export const complaints: Template = {
  table: 'tickets',
  requires: ['created_at'],
  columns: {
    ticket_id: row,
    channel: first(word('canal de origem', 'channel'), constant('portal')),
    channel_raw: text('canal de origem'),
    subject: text('problema'),
    type: text('assunto'),
    intent: text('grupo problema'),
    brand: text('nome fantasia'),
    site: text('uf'),
    status: first(word(verdict, 'consumidor verdict'), word('situacao', 'status')),
    status_raw: text('situacao'),
    status_reason: text(verdict),
    created_at: { kind: 'instant', column: 'data abertura|data de abertura', time: 'hora abertura' },
    first_human_reply_at: {
      kind: 'instant',
      column: 'data resposta|data de resposta',
      time: 'hora resposta',
    },
    last_solved_at: {
      ...closed,
      unless: {
        column: 'status_reason',
        is: ['Não Resolvida', 'Não Avaliada', 'Não resolvida', 'Não avaliada'],
      },
    },
    closed_at: closed,
    due_at: { kind: 'instant', column: 'prazo resposta' },
    reported_first_response_seconds: { kind: 'duration', column: 'tempo resposta', unit: 'days' },
  },
};

/** The file of 2019 has the day of the end only; its complaints have no beginning. */
export const undatedComplaints: Template = { ...complaints, requires: ['closed_at'] };

export const ratings: Template = {
  table: 'ratings',
  requires: ['score_raw'],
  columns: {
    rating_id: row,
    ticket_id: row,
    kind: constant('csat'),
    score: { kind: 'score', column: 'nota do consumidor', scale: '1-5' },
  },
};

/** Kept by their own names. */
export const custom =
  /^(Gestor|Região|Cidade|Sexo|Faixa Et|Segmento de Mercado|Área|Problema|Como Comprou|Procurou Empresa|Respondida|Edição de Conte|Interação do|Total)/i;
