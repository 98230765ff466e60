import type { searchEn } from '../en/search.ts';
import type { Translation } from '../translation.ts';

export const searchPtBR: Translation<typeof searchEn> = {
  'search.inFiles': 'Pesquisar em todos os arquivos',
  'search.replacement': 'Substituir por',
  'search.showReplace': 'Mostrar o campo de substituição',
  'search.case': 'Diferenciar maiúsculas de minúsculas',
  'search.word': 'Só palavras inteiras',
  'search.regex': 'Usar expressão regular',
  'search.hint': 'Encontra palavras nos seus notebooks e KPIs e nos que vêm com o Deskbook.',
  'search.none': 'Nenhum resultado',
  'search.unreadable': 'Não é uma expressão regular',
  'search.found': '{places} em {files}',
  'search.places': { one: '{count} resultado', other: '{count} resultados' },
  'search.files': { one: '{count} arquivo', other: '{count} arquivos' },
  'search.results': 'Resultados da pesquisa',
  'search.more': 'Mostrando {shown} de {count}: mostrar todos',
  'search.replaceOne': 'Substituir',
  'search.replaceInFile': 'Substituir tudo em “{name}”',
  'search.replaceAll': 'Substituir tudo',
  'search.shippedStay': 'Os notebooks prontos ficam como estão; só os seus arquivos são alterados.',
};
