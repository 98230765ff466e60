import type { Translation } from '../translation.ts';
import type { updateEn } from '../en/update.ts';

export const updatePtBR: Translation<typeof updateEn> = {
  'update.notLoaded':
    'Não foi possível buscar esta parte do Deskbook: há uma versão nova no servidor ou não há rede. O que você escreveu está guardado.',
  'update.others':
    'A nova versão entra quando as outras abas do Deskbook forem fechadas ({count}). Feche-as e peça de novo.',
  'update.ready': 'Há uma nova versão do Deskbook. Nada muda até você carregá-la.',
  'update.reload': 'Carregar agora',
  'update.reloadPage': 'Recarregar a página',
};
