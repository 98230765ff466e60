import type { Translation } from '../translation.ts';
import type { exportEn } from '../en/export.ts';

export const exportPtBR: Translation<typeof exportEn> = {
  'export.unit.count': 'quantidade',
  'export.unit.percent': 'porcentagem',
  'export.unit.duration': 'tempo (horas:minutos:segundos)',
  'export.unit.score': 'pontos da escala',
  'export.unit.money': 'dinheiro',
  'export.unit.nps': 'pontos de NPS',
  'export.unit.number': 'número',
  'export.workbook.unit': 'Unidade',
  'export.xlsx.columns':
    '“{name}” tem {columns} colunas; uma planilha do Excel comporta no máximo {most}. Escolha menos colunas no SQL.',
  'export.xlsx.cut': {
    one: '{count} texto foi cortado: uma célula do Excel comporta no máximo 32.767 caracteres.',
    other: '{count} textos foram cortados: uma célula do Excel comporta no máximo 32.767 caracteres.',
  },
  'export.xlsx.split': {
    one: '“{name}” ocupa {count} planilha: cada uma comporta no máximo {rows} linhas.',
    other: '“{name}” continua em {count} planilhas: cada uma comporta no máximo {rows} linhas.',
  },
};
