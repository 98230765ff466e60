import { column, imported, instant, kept } from './table.ts';

export const sources = kept({
  name: 'sources',
  en: 'One row per source: whose exports they are and how they were read.',
  pt: 'Uma linha por fonte: de que sistema são as exportações e como foram lidas.',
  key: ['source_id'],
  columns: [
    column('source_id', 'VARCHAR', 'The source’s id.', 'O id da fonte.'),
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
    instant('imported_at', 'When it was last imported', 'Quando foi importada pela última vez'),
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
  en: 'One row per file of a source, with its counts: read = loaded + rejected.',
  pt: 'Uma linha por arquivo de uma fonte, com suas contagens: lidas = carregadas + rejeitadas.',
  key: ['source_id', 'file_name'],
  columns: [
    column('source_id', 'VARCHAR', 'The source.', 'A fonte.'),
    column('file_name', 'VARCHAR', 'The file’s name.', 'O nome do arquivo.'),
    column(
      'sha256',
      'VARCHAR',
      'The file’s fingerprint: its SHA-256 up to 4 MiB; of a larger one the SHA-256 of the SHA-256s of its pieces of 4 MiB, one after the other.',
      'A impressão digital do arquivo: seu SHA-256 até 4 MiB; se for maior, o SHA-256 dos SHA-256 de seus pedaços de 4 MiB, um após o outro.',
    ),
    instant('imported_at', 'When it was last imported', 'Quando foi importado pela última vez'),
    column(
      'headers',
      'VARCHAR',
      'Its headers, normalised: an export with the same ones is recognised by them.',
      'Seus cabeçalhos, normalizados: por eles se reconhece uma exportação com os mesmos.',
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
    column('source_id', 'VARCHAR', 'The source.', 'A fonte.'),
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

export const imports = kept({
  name: 'imports',
  en: 'One row per time that files were imported into a source, with what came of it.',
  pt: 'Uma linha por vez que arquivos foram importados em uma fonte, com o resultado.',
  key: ['source_id', 'number'],
  columns: [
    column('source_id', 'VARCHAR', 'The source.', 'A fonte.'),
    column(
      'number',
      'INTEGER',
      'Which import into the source it was: 1 for the first.',
      'Qual importação da fonte foi: 1 para a primeira.',
    ),
    instant('imported_at', 'When it was', 'Quando foi'),
    column('files', 'VARCHAR[]', 'The files.', 'Os arquivos.'),
    column('rows_read', 'BIGINT', 'Rows in them.', 'Linhas neles.'),
    column('rows_loaded', 'BIGINT', 'Rows that were understood.', 'Linhas compreendidas.'),
    column('rows_rejected', 'BIGINT', 'Rows that could not be read.', 'Linhas que não puderam ser lidas.'),
    column(
      'changes',
      'VARCHAR',
      'By table, rows added, updated, unchanged and removed, as JSON.',
      'Por tabela, linhas novas, atualizadas, iguais e removidas, em JSON.',
    ),
    column(
      'changed_columns',
      'VARCHAR',
      'By table and column, rows that hold another value now, as JSON.',
      'Por tabela e coluna, linhas que agora têm outro valor, em JSON.',
    ),
  ],
});

export const importChanges = kept({
  name: 'import_changes',
  en: 'What the latest import into each source changed in tickets and ratings that were there before, value by value.',
  pt: 'O que a última importação de cada fonte mudou em tickets e avaliações que já existiam, valor por valor.',
  key: [],
  columns: [
    column('source_id', 'VARCHAR', 'The source.', 'A fonte.'),
    column('table_name', 'VARCHAR', 'tickets or ratings.', 'tickets ou ratings.'),
    column('ticket_id', 'VARCHAR', 'The ticket.', 'O ticket.'),
    column('column_name', 'VARCHAR', 'The column that is different now.', 'A coluna que agora é diferente.'),
    column('before', 'VARCHAR', 'What it held before.', 'O que continha antes.'),
    column('after', 'VARCHAR', 'What it holds now.', 'O que contém agora.'),
  ],
});

/** Rows that are left out or treated otherwise at the user’s wish: the rules, which hold for the next export too. */
export const exclusions = kept({
  name: 'exclusions',
  en: 'What is left out or treated otherwise, and by which condition.',
  pt: 'O que fica de fora ou é tratado de outro modo, e por qual condição.',
  key: ['finding'],
  columns: [
    column('finding', 'VARCHAR', 'The finding that it is the remedy of.', 'O achado do qual é o remédio.'),
    column('remedy', 'VARCHAR', 'exclude: left out.', 'exclude: fica de fora.'),
    column('table_name', 'VARCHAR', 'The table.', 'A tabela.'),
    column('condition', 'VARCHAR', 'Which rows, as SQL.', 'Quais linhas, em SQL.'),
  ],
});

/** The rows that those rules mean at present, by their keys. */
export const excludedRows = kept({
  name: 'excluded_rows',
  en: 'The rows that are left out or treated otherwise.',
  pt: 'As linhas que ficam de fora ou são tratadas de outro modo.',
  key: ['finding', 'source_id', 'key'],
  columns: [
    column('finding', 'VARCHAR', 'By which rule.', 'Por qual regra.'),
    column('remedy', 'VARCHAR', 'exclude: left out.', 'exclude: fica de fora.'),
    column('source_id', 'VARCHAR', 'The source.', 'A fonte.'),
    column('table_name', 'VARCHAR', 'The table.', 'A tabela.'),
    column('key', 'VARCHAR', 'The row’s id.', 'O id da linha.'),
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

/** What the ids of a vendor's lists mean; tickets then hold the name in the place of the id. Not shown to notebooks. */
export const names = imported({
  name: 'names',
  en: 'One row per team, inbox, brand, site, type, stage or tag that a source names.',
  pt: 'Uma linha por equipe, caixa de entrada, marca, site, tipo, etapa ou etiqueta que uma fonte nomeia.',
  key: ['kind', 'id'],
  columns: [
    column(
      'kind',
      'VARCHAR',
      'What it is: team, inbox, brand, site, type, stage or tag.',
      'O que é: team, inbox, brand, site, type, stage ou tag.',
    ),
    column('id', 'VARCHAR', 'The id that tickets write.', 'O id que os tickets trazem.'),
    column('name', 'VARCHAR', 'What it is called.', 'Como se chama.'),
  ],
});
