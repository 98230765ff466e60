import type { Translation } from '../translation.ts';
import type { graphEn } from '../en/graph.ts';

export const graphPtBR: Translation<typeof graphEn> = {
  'graph.name': 'grafo',
  'graph.command': 'Mostrar o grafo do notebook',
  'graph.title': 'Grafo de “{name}”',
  'graph.summary': {
    one: '{count} célula na ordem de execução; {stale} desatualizadas',
    other: '{count} células na ordem de execução; {stale} desatualizadas',
  },
  'graph.node': '{turn}. {name}, {kind}, {state}',
  'graph.reads': 'lê {names}',
  'graph.feeds': 'alimenta {names}',
  'graph.empty': 'Ainda não há nada a desenhar: uma célula de SQL, um gráfico ou uma entrada aparece aqui.',
  'graph.closed': 'O notebook deste grafo está fechado.',
  'graph.open': 'Abrir o notebook',
};
