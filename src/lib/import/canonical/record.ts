import { column, instant, kept } from './table.ts';

export const sources = kept({
  name: 'sources',
  en: 'One row per import: whose export it was and how it was read.',
  pt: 'Uma linha por importação: de que sistema era e como foi lida.',
  key: ['source_id'],
  columns: [
    column('source_id', 'VARCHAR', 'The import’s id.', 'O id da importação.'),
    column(
      'vendor',
      'VARCHAR',
      'The system that the export came from.',
      'O sistema de onde veio a exportação.',
    ),
    column(
      'time_zone',
      'VARCHAR',
      'The zone in which its times without a zone were read.',
      'O fuso em que foram lidos os horários sem fuso.',
    ),
    instant('imported_at', 'When it was imported', 'Quando foi importada'),
    instant('as_of', 'The latest instant in its rows', 'O instante mais recente de suas linhas'),
    column(
      'mapping',
      'VARCHAR',
      'The mapping and every decision, as JSON.',
      'O mapeamento e cada decisão, em JSON.',
    ),
  ],
});

export const sourceFiles = kept({
  name: 'source_files',
  en: 'One row per file of an import, with its counts: read = loaded + rejected.',
  pt: 'Uma linha por arquivo de uma importação, com suas contagens: lidas = carregadas + rejeitadas.',
  key: ['source_id', 'file_name'],
  columns: [
    column('source_id', 'VARCHAR', 'The import.', 'A importação.'),
    column('file_name', 'VARCHAR', 'The file’s name.', 'O nome do arquivo.'),
    column(
      'sha256',
      'VARCHAR',
      'The file’s fingerprint, where it was computed.',
      'A impressão digital do arquivo, quando calculada.',
    ),
    column('encoding', 'VARCHAR', 'How its characters are encoded.', 'A codificação dos caracteres.'),
    column('delimiter', 'VARCHAR', 'What separates its cells.', 'O que separa as células.'),
    column('rows_read', 'BIGINT', 'Rows in the file.', 'Linhas no arquivo.'),
    column('rows_loaded', 'BIGINT', 'Rows that were understood.', 'Linhas compreendidas.'),
    column('rows_rejected', 'BIGINT', 'Rows that could not be read.', 'Linhas que não puderam ser lidas.'),
    column(
      'rows_duplicate',
      'BIGINT',
      'Rows that repeat another exactly; counted as loaded too.',
      'Linhas que repetem outra por inteiro; também contam como carregadas.',
    ),
  ],
});

export const rejectedRows = kept({
  name: 'rejected_rows',
  en: 'Every row that could not be read, with its text and the reason.',
  pt: 'Cada linha que não pôde ser lida, com seu texto e o motivo.',
  key: [],
  columns: [
    column('source_id', 'VARCHAR', 'The import.', 'A importação.'),
    column('source_file', 'VARCHAR', 'The file.', 'O arquivo.'),
    column(
      'source_row',
      'BIGINT',
      'The row of that file, counted from 1 after the header.',
      'A linha desse arquivo, contada a partir de 1 depois do cabeçalho.',
    ),
    column('raw', 'VARCHAR', 'The row as written.', 'A linha como está escrita.'),
    column('reason', 'VARCHAR', 'Why it was rejected, as a code.', 'Por que foi rejeitada, em código.'),
  ],
});

/** Mappings that were confirmed, found again by the headers of the file they fit. Not shown to notebooks. */
export const mappings = kept({
  name: 'mappings',
  en: 'Mappings that were confirmed, by the headers they fit.',
  pt: 'Mapeamentos confirmados, pelos cabeçalhos a que servem.',
  key: ['signature'],
  columns: [
    column('signature', 'VARCHAR', 'The headers, normalised.', 'Os cabeçalhos, normalizados.'),
    column('mapping', 'VARCHAR', 'The mapping, as JSON.', 'O mapeamento, em JSON.'),
  ],
});
