import type { Translation } from '../translation.ts';
import type { sqlEn } from '../en/sql.ts';
import { sqlFunctionsPtBR } from './sql-functions.ts';

export const sqlPtBR: Translation<typeof sqlEn> = {
  ...sqlFunctionsPtBR,
  'sql.unavailable.zone':
    'O motor da página não tem fusos horários, por isso “{words}” não pode ser executado. As horas locais já estão prontas: use as colunas “_at”, ou “_at_utc” para UTC.',
  'sql.unavailable.clock':
    'O motor da página não tem relógio, por isso “{words}” não pode ser executado. Use $as_of, o último momento dos dados: amanhã os números serão os mesmos.',
  'sql.unavailable.json':
    'O motor da página não lê JSON, por isso “{words}” não pode ser executado. Importe o arquivo: os campos viram colunas.',
  'sql.unavailable.file':
    'Células não leem arquivos ({words}). Solte o arquivo na página e depois leia-o pelo nome da tabela.',
  'sql.unavailable.statement':
    'Células não carregam extensões, não abrem bancos de dados nem gravam arquivos, por isso “{words}” não pode ser executado. Use a importação e a exportação.',
  'sql.fix.name': 'Trocar por “{name}”',
  'sql.fix.groupByAll': 'Acrescentar “group by all”',
  'sql.fix.groupBy': 'Agrupar também por “{name}”',
  'sql.fix.local': 'Usar “{name}”, que está na hora local',
  'sql.preview.waits': 'Execute antes {cells}: esta consulta lê o que sai dali.',
};
