import type { Translation } from '../translation.ts';
import type { notebookEn } from '../en/notebook.ts';

export const notebookPtBR: Translation<typeof notebookEn> = {
  'notebook.fence.open':
    'Esta célula não é fechada: vai até o fim do arquivo. Acrescente uma linha ``` depois dela.',
  'notebook.attribute.repeated': 'O atributo “{key}” aparece duas vezes; vale o primeiro.',
  'notebook.name.repeated': 'Outra célula acima já se chama “{name}”. Dê a esta um nome próprio.',
  'notebook.front.unreadable':
    'O cabeçalho não pôde ser lido como YAML, por isso suas configurações não são usadas: {message}',
  'notebook.front.noMapping':
    'O cabeçalho não é uma lista de linhas “chave: valor”, por isso suas configurações não são usadas.',
  'notebook.front.newer':
    'Este caderno foi escrito para um formato mais novo ({version}). O que este programa não conhece fica como está.',
  'notebook.front.filters':
    'Os filtros do cabeçalho não são usados: escreva-os como “filters: {channel: [email]}”.',
};
