import type { Translation } from '../translation.ts';
import type { sourcesEn } from '../en/sources.ts';

export const sourcesPtBR: Translation<typeof sourcesEn> = {
  'source.calendars': 'Horários de atendimento e feriados…',
  'source.facts.asOf': 'Dados até {when}',
  'source.facts.files': { one: '{count} arquivo', other: '{count} arquivos' },
  'source.facts.imported': 'Última importação: {when}',
  'source.facts.rejected': { one: '{count} linha rejeitada', other: '{count} linhas rejeitadas' },
  'source.facts.zone': 'Horários sem fuso: {zone}',
  'source.file.remove': 'Remover o arquivo {file}',
  'source.file.removeAsk': 'Remover o que foi lido de {file}?',
  'source.file.removeHint': 'As linhas dele saem da fonte. Para tê-las de volta, importe o arquivo de novo.',
  'source.files': 'Arquivos',
  'source.folder': 'Importar uma pasta…',
  'source.gone': 'Esta fonte não está mais aqui.',
  'source.history': 'Importações',
  'source.history.changes': 'Novas · alteradas',
  'source.history.files': 'Arquivos',
  'source.history.loaded': 'Carregadas',
  'source.history.read': 'Lidas',
  'source.history.rejected': 'Rejeitadas',
  'source.history.when': 'Quando',
  'source.mapping': 'Como os arquivos são lidos',
  'source.mapping.ask': 'O Deskbook guarda as linhas, não o arquivo: escolha {file} de novo.',
  'source.mapping.change': 'Ler de outro jeito…',
  'source.mapping.pick': 'O arquivo, de novo',
  'source.open': 'Abrir a fonte {source}',
  'source.remove': 'Remover esta fonte…',
  'source.removeAsk': 'Remover {source} e suas {rows} linhas?',
  'source.removeHint':
    'Os arquivos no seu disco ficam como estão; os notebooks também. Para ter as linhas de volta, importe os arquivos de novo.',
  'source.removeOf': 'Remover a fonte {source}',
  'source.removeYes': 'Remover',
  'source.removed': '{source} foi removida.',
  'source.workspaceZone': 'Os horários aparecem no relógio de',
  'source.zoneHint':
    'Os horários foram lidos neste relógio quando os arquivos foram importados. Para lê-los em outro, importe os arquivos de novo com esse fuso: eles substituem o que está aqui.',
};
