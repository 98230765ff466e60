import { expect, test } from 'vitest';
import { csv, imported } from '../files.ts';

test('the same words stand on two steps or on five, by the company they keep', async () => {
  const scores = async (...words: readonly string[]) => {
    const { rows } = await imported([
      csv(
        'respostas.csv',
        'id_feedback,id_chamado,avaliacao',
        ...words.map((word, index) => `${index},${index},${word}`),
      ),
    ]);
    return rows('select score_raw, scale, score, bucket from ratings order by source_row');
  };
  expect(await scores('Ótimo', 'Bom', 'Regular', 'Ruim', 'Péssimo')).toEqual([
    { score_raw: 'Ótimo', scale: '1-5', score: 5, bucket: 'positive' },
    { score_raw: 'Bom', scale: '1-5', score: 4, bucket: 'positive' },
    { score_raw: 'Regular', scale: '1-5', score: 3, bucket: 'neutral' },
    { score_raw: 'Ruim', scale: '1-5', score: 2, bucket: 'negative' },
    { score_raw: 'Péssimo', scale: '1-5', score: 1, bucket: 'negative' },
  ]);
  expect(await scores('Bom', 'Ruim')).toEqual([
    { score_raw: 'Bom', scale: 'good_bad', score: 1, bucket: 'positive' },
    { score_raw: 'Ruim', scale: 'good_bad', score: 0, bucket: 'negative' },
  ]);
});

test('states in Portuguese and Spanish mean the same; a word that nobody knows means nothing', async () => {
  const states = {
    Novo: 'new',
    Abierto: 'open',
    'Em tratativa': 'in_progress',
    'Aguardando cliente': 'pending',
    'Aguardando fornecedor': 'hold',
    Resuelto: 'solved',
    Finalizado: 'closed',
    Finalizada: 'closed',
    Anulado: 'cancelled',
    Mesclado: 'merged',
    Zebra: null,
  };
  const { rows } = await imported([
    csv(
      'chamados.csv',
      'id_chamado;status;data_abertura',
      ...Object.keys(states).map((word, index) => `${index};${word};2025-03-13 10:00:00`),
    ),
  ]);
  const found = await rows('select status_raw, status from tickets order by source_row');
  expect(Object.fromEntries(found.map((row) => [row['status_raw'], row['status']]))).toEqual(states);
});
