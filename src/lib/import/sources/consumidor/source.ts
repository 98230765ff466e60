import type { Mapping } from '../../mapping.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import { complaints, custom, ratings, undatedComplaints } from './mapping.ts';

const vocabularies: Mapping['vocabularies'] = {
  'consumidor verdict': { resolvida: 'solved', 'nao resolvida': 'closed', 'nao avaliada': 'closed' },
  status: {
    'finalizada avaliada': 'closed',
    'finalizada nao avaliada': 'closed',
    'finalizada nao avaliada pelo consumidor': 'closed',
    encerrada: 'closed',
    cancelada: 'cancelled',
    respondida: 'pending',
    'em analise pela empresa': 'in_progress',
    'em analise pelo fornecedor': 'in_progress',
    'em analise pelo gestor': 'in_progress',
  },
  channel: { 'plataforma web': 'portal', 'plataforma mobile': 'app', mobile: 'app', procon: 'in_person' },
};

const needs = ['nome fantasia', 'avaliacao reclamacao', 'nota do consumidor', 'tempo resposta'] as const;

const shapes: readonly Shape[] = [
  {
    name: 'complaints',
    needs: [...needs, 'data abertura|data de abertura'],
    tables: [complaints, ratings],
    custom,
  },
  {
    name: 'complaints by their end',
    needs,
    lacks: 'data abertura|data de abertura',
    tables: [undatedComplaints, ratings],
    custom,
  },
];

/** The open data of consumidor.gov.br, whose columns changed twice. */
export const consumidor = sourceOf({
  vendor: 'consumidor',
  title: 'consumidor.gov.br',
  shapes,
  vocabularies,
  timeZone: 'America/Sao_Paulo',
});
