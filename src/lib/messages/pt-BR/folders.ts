import type { Translation } from '../translation.ts';
import type { foldersEn } from '../en/folders.ts';

export const foldersPtBR: Translation<typeof foldersEn> = {
  'folders.browser': 'Meus notebooks, no navegador',
  'folders.movePrompt': 'Para qual pasta?',
  'folders.newPrompt': 'Nome da nova pasta; um notebook começa dentro dela',
  'folders.locked': 'É preciso permitir de novo a pasta “{name}”: abra-a no Explorador.',
  'folders.lockedText': 'O navegador pergunta a você antes que o Deskbook possa ler esta pasta de novo.',
  'folders.allow': 'Permitir acesso',
  'folders.close': 'Fechar a pasta “{name}”',
  'folders.newIn': 'Novo notebook em “{name}”',
  'folders.empty': 'Ainda não há nenhum notebook nesta pasta.',
  'folders.changedOutside': '“{name}” foi alterado por outro programa e aparece como está agora.',
  'folders.keepBoth': 'Manter os dois',
  'folders.zip.name': 'Arquivos do Deskbook',
  'folders.zip.add': 'Confiar neles e adicionar',
  'folders.zip.trust': {
    one: '“{name}” tem {count} arquivo que não foi escrito aqui',
    other: '“{name}” tem {count} arquivos que não foram escritos aqui',
  },
  'folders.zip.added': {
    one: '{count} arquivo de “{name}” foi adicionado.',
    other: '{count} arquivos de “{name}” foram adicionados.',
  },
  'folders.zip.locked': '“{name}” está protegido por senha. Descompacte-o primeiro e solte os arquivos aqui.',
  'folders.zip.large':
    '“{name}” tem mais de 2.000 arquivos ou 64 MB de texto: isso não é um espaço de trabalho.',
  'folders.zip.damaged': '“{name}” está danificado ou não é um arquivo ZIP.',
};
