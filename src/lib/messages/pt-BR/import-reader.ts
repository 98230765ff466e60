import type { Translation } from '../translation.ts';
import type { importReaderEn } from '../en/import-reader.ts';

export const importReaderPtBR: Translation<typeof importReaderEn> = {
  'import.reader.empty': '{file} está vazio.',
  'import.reader.unknown':
    '{file} não é uma tabela que o Deskbook consiga ler. Salve como CSV ou XLSX e abra de novo.',
};
