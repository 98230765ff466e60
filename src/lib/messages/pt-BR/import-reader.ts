import type { Translation } from '../translation.ts';
import type { importReaderEn } from '../en/import-reader.ts';

export const importReaderPtBR: Translation<typeof importReaderEn> = {
  'import.reader.archive.damaged':
    '{file} não pôde ser descompactado: está danificado ou incompleto. Gere o arquivo de novo, ou descompacte e abra o que há dentro.',
  'import.reader.archive.members':
    '{file} contém mais de {limit} arquivos. Descompacte e abra os que são a exportação.',
  'import.reader.archive.nested':
    '{file} está dentro de mais de {levels} arquivos compactados. Descompacte os de fora e abra este.',
  'import.reader.archive.nothing':
    '{file} não contém nenhum arquivo que o Deskbook leia. Deveria conter arquivos CSV, JSON, XLSX, Parquet ou Arrow.',
  'import.reader.archive.password':
    '{file} está protegido por senha. Descompacte com a senha e abra o que há dentro.',
  'import.reader.archive.size':
    '{file} não foi descompactado: passaria de {limit} GB, ou de {ratio} vezes o seu tamanho, o que nenhuma exportação faz. Se você confia nele, descompacte e abra o que há dentro.',
  'import.reader.binary':
    '{file} não é uma tabela: não contém texto. Exporte como CSV ou XLSX e abra esse arquivo.',
  'import.reader.damaged':
    '{file} ({format}) está danificado ou incompleto. Exporte de novo e abra o arquivo novo.',
  'import.reader.empty': '{file} está vazio.',
  'import.reader.html':
    '{file} é uma página da web, apesar do nome. Abra em uma planilha, salve como CSV ou XLSX e abra esse arquivo.',
  'import.reader.image':
    '{file} é uma imagem. Exporte os dados que ela mostra como CSV ou XLSX e abra esse arquivo.',
  'import.reader.json.broken':
    '{file} parece JSON, mas nenhuma linha pôde ser lida: está danificado ou incompleto. Exporte de novo e abra o arquivo novo.',
  'import.reader.json.noRows':
    '{file} é um JSON sem linhas: suas listas estão vazias. Escolha um período com dados e exporte de novo.',
  'import.reader.mismatch':
    '{file} não foi carregado: foram contadas {expected} linhas, mas saíram {found}. Salve de novo como CSV UTF-8 e tente outra vez.',
  'import.reader.noLines':
    '{file} não é uma tabela: nenhuma linha termina nos primeiros {megabytes} MB. Exporte de novo com uma linha por registro.',
  'import.reader.noSheet': '{file} não tem uma aba chamada “{sheet}”.',
  'import.reader.notYet':
    '{file} está em {format}, que o Deskbook ainda não lê. Salve como CSV ou XLSX e abra esse arquivo.',
  'import.reader.refused': 'Não foi possível carregar {file}: {message}',
  'import.reader.wide':
    '{file} tem {columns} colunas; o Deskbook lê até {most}. Estará virado de lado, ou separado por outro sinal?',
  'import.reader.workbook':
    '{file} é uma planilha danificada. Abra em um editor de planilhas, salve de novo e tente outra vez.',
  'import.reader.xlsb':
    '{file} é uma planilha binária (XLSB), que o Deskbook não lê. Salve como XLSX e abra esse arquivo.',
  'import.reader.workbookSize':
    '{file} não foi aberto: descompactado, encheria a memória. Salve as tabelas como CSV e abra esses arquivos.',
  'import.reader.xls':
    '{file} é uma planilha em formato antigo ou protegida por senha. Salve como XLSX, sem senha, e abra esse arquivo.',

  'import.reader.note.blank': {
    one: '{count} linha vazia foi deixada de fora.',
    other: '{count} linhas vazias foram deixadas de fora.',
  },
  'import.reader.note.columns': {
    one: 'Foram lidas as primeiras {kept} colunas; {count} outra ficou de fora.',
    other: 'Foram lidas as primeiras {kept} colunas; outras {count} ficaram de fora.',
  },
  'import.reader.note.cutOff':
    'O arquivo termina no meio: está incompleto e faltam linhas no final. Exporte de novo.',
  'import.reader.note.damaged': {
    one: '{count} caractere não pôde ser lido e aparece como �.',
    other: '{count} caracteres não puderam ser lidos e aparecem como �.',
  },
  'import.reader.note.errors': {
    one: '{count} célula com erro, como #N/D, fica vazia aqui.',
    other: '{count} células com erro, como #N/D, ficam vazias aqui.',
  },
  'import.reader.note.more': 'O texto depois do fim dos dados foi deixado de fora.',
  'import.reader.note.noHeader': 'Não há linha com nomes de colunas: as colunas levam o nome da sua letra.',
  'import.reader.note.outside': {
    one: '{count} célula à direita da tabela foi deixada de fora.',
    other: '{count} células à direita da tabela foram deixadas de fora.',
  },
  'import.reader.note.padded': {
    one: '{count} linha termina antes, onde outras também estão vazias; as células que faltam ficam vazias aqui.',
    other:
      '{count} linhas terminam antes, onde outras também estão vazias; as células que faltam ficam vazias aqui.',
  },
  'import.reader.note.repeatedHeader':
    'O nome de coluna “{name}” aparece mais de uma vez: os seguintes são numerados.',
  'import.reader.note.sheets': {
    one: '{count} aba não foi lida, pois está oculta, não contém tabela ou repete outra: {sheets}.',
    other: '{count} abas não foram lidas, pois estão ocultas, não contêm tabela ou repetem outra: {sheets}.',
  },
  'import.reader.note.skipped': {
    one: '{count} arquivo em {file} não pôde ser lido como tabela e ficou de fora: {members}.',
    other: '{count} arquivos em {file} não puderam ser lidos como tabelas e ficaram de fora: {members}.',
  },
  'import.reader.note.wider':
    'As linhas têm {cells} células e o cabeçalho, {columns}: as colunas sem nome levam a sua letra.',

  'import.reader.rejected.cells': {
    one: '{count} célula, e o cabeçalho tem {columns}',
    other: '{count} células, e o cabeçalho tem {columns}',
  },
  'import.reader.rejected.cutOff': 'O arquivo termina no meio desta linha',
  'import.reader.rejected.deep': 'Mais de {levels} níveis, um dentro do outro',
  'import.reader.rejected.json': 'JSON inválido',
  'import.reader.rejected.long': 'Mais de {megabytes} MB',
  'import.reader.rejected.quote': 'Aspas que não fecham ou que são seguidas de mais texto',
  'import.reader.rejected.shifted': {
    one: '{count} valor está em uma coluna de outro tipo: a linha está deslocada em uma coluna',
    other: '{count} valores estão em colunas de outro tipo: a linha está deslocada em uma coluna',
  },
};
