import type { Translation } from '../translation.ts';
import type { editorEn } from '../en/editor.ts';

export const editorPtBR: Translation<typeof editorEn> = {
  'editor.newName': 'Novo nome',
  'editor.fixes': 'Correções rápidas',
  'editor.uses': 'Usos de “{name}”',
  'editor.uses.place': '{cell}, linha {line}',
  'editor.key.lineNumbers': 'Mostrar ou ocultar os números das linhas',
  'editor.key.allLineNumbers': 'Mostrar ou ocultar os números das linhas em todas as células',
  'editor.preview': 'Prévia',
  'editor.preview.of': 'Prévia de “{name}”',
  'editor.preview.none': 'Não há consulta no cursor.',
  'editor.preview.first': 'As primeiras {count} linhas',
  'editor.preview.waits': 'Consultando…',
  'editor.preview.menu': 'Prévia da consulta no cursor',
  'editor.preview.command': 'Mostrar a prévia da consulta no cursor',
  'editor.key.signature': 'Mostrar o que a função recebe',
  'editor.key.nextProblem': 'Ir ao próximo problema',
  'editor.key.goTo': 'Ir à célula ou à tabela de um nome',
  'editor.key.uses': 'Listar os usos de um nome',
  'editor.key.rename': 'Renomear uma célula ou uma entrada em todos os usos',
  'editor.key.format': 'Formatar o SQL',
  'editor.key.chooseNext': 'Selecionar também a próxima ocorrência',
  'editor.key.chooseAll': 'Selecionar todas as ocorrências',
};
