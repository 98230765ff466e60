import type { Translation } from '../translation.ts';
import type { editorsEn } from '../en/editors.ts';

export const editorsPtBR: Translation<typeof editorsEn> = {
  'editors.group': 'Grupo de editores {place}',
  'editors.resizeGroup': 'Largura do grupo de editores {place}',
  'editors.command.split': 'Dividir o editor à direita',
  'editors.command.sendRight': 'Mover o editor para o grupo à direita',
  'editors.command.sendLeft': 'Mover o editor para o grupo à esquerda',
  'editors.command.groupRight': 'Ir para o grupo de editores à direita',
  'editors.command.groupLeft': 'Ir para o grupo de editores à esquerda',
  'editors.command.breadcrumbs': 'Ir para a trilha de navegação',
  'editors.breadcrumbs': 'Trilha de navegação',
  'editors.crumb.files': 'Ir para um notebook',
  'editors.crumb.headings': 'Ir para um título',
  'editors.crumb.cells': 'Ir para uma célula',
  'editors.settings.search': 'Pesquisar configurações',
  'editors.settings.found': {
    one: '{count} configuração encontrada',
    other: '{count} configurações encontradas',
  },
  'editors.memory': '{used} de {limit}',
  'editors.memoryHint': 'Memória que o motor usa, de quanto ele pode usar. Clique para ver a saída dele.',
  'editors.attention.explorer': {
    one: '{count} problema nos notebooks abertos',
    other: '{count} problemas nos notebooks abertos',
  },
  'editors.attention.data': {
    one: '{count} linha rejeitada',
    other: '{count} linhas rejeitadas',
  },
  'editors.attention.kpis': {
    one: '{count} problema em KPIs próprios',
    other: '{count} problemas em KPIs próprios',
  },
};
