import type { Translation } from '../translation.ts';
import type { commonEn } from '../en/common.ts';

export const commonPtBR: Translation<typeof commonEn> = {
  'common.cancel': 'Cancelar',
  'common.close': 'Fechar',
  'common.delete': 'Excluir',
  'common.open': 'Abrir',
  'common.undo': 'Desfazer',
  'common.rows': { one: '{count} linha', other: '{count} linhas' },
};
