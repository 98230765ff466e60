import type { Translation } from '../translation.ts';
import type { notebookViewEn } from '../en/notebook-view.ts';

export const notebookViewPtBR: Translation<typeof notebookViewEn> = {
  'notebook-view.find': 'Localizar nas células',
  'notebook-view.find.close': 'Fechar (Esc)',
  'notebook-view.find.next': 'Próxima ocorrência (Enter)',
  'notebook-view.find.previous': 'Ocorrência anterior (Shift+Enter)',
  'notebook-view.find.case': 'Diferenciar maiúsculas de minúsculas (Alt+C)',
  'notebook-view.find.word': 'Só palavras inteiras (Alt+W)',
  'notebook-view.find.regex': 'Usar expressão regular (Alt+R)',
  'notebook-view.find.none': 'Nenhum resultado',
  'notebook-view.find.unreadable': 'Não é uma expressão regular',
  'notebook-view.find.count': '{at} de {count}',
  'notebook-view.find.showReplace': 'Mostrar o campo de substituição',
  'notebook-view.replace': 'Substituir',
  'notebook-view.replace.one': 'Substituir (Enter)',
  'notebook-view.replace.all': 'Substituir tudo (Ctrl+Alt+Enter)',
  'notebook-view.hidden': { one: '{count} célula recolhida', other: '{count} células recolhidas' },
  'notebook-view.resultFolded': 'Resultado recolhido',
  'notebook-view.foldResult': 'Recolher o resultado',
  'notebook-view.showResult': 'Expandir o resultado',
  'notebook-view.outline': 'Estrutura',
  'notebook-view.outline.empty': 'Este notebook ainda não tem títulos nem células.',
  'notebook-view.command.find': 'Localizar no notebook',
  'notebook-view.command.replace': 'Substituir no notebook',
  'notebook-view.command.findNext': 'Localizar próxima ocorrência',
  'notebook-view.command.findPrevious': 'Localizar ocorrência anterior',
};
