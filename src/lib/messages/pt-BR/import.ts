import type { Translation } from '../translation.ts';
import type { importEn } from '../en/import.ts';

export const importPtBR: Translation<typeof importEn> = {
  'import.schema.newer':
    'Estes dados foram gravados por uma versão mais nova do Deskbook (formato {version}). Abra-os com essa versão ou comece um novo espaço de trabalho.',
  'import.nothing': 'Nenhum destes arquivos contém uma tabela que possa ser carregada: {files}.',
  'import.event.noDay': 'O evento precisa de um dia.',
  'import.event.noName': 'O evento precisa de um nome.',
  'import.event.span': 'O evento termina depois de começar.',
  'import.target.noValue': 'A meta precisa de um número.',
  'import.target.span': 'A meta termina depois de começar.',
  'import.zone.unknown':
    '“{zone}” não é um fuso horário. Use um nome como America/Sao_Paulo ou uma diferença como -03:00.',
  'import.calendar.noName': 'Um calendário precisa de um nome.',
  'import.calendar.noHours': 'O calendário “{calendar}” não tem horários. Informe ao menos um intervalo.',
  'import.calendar.hours':
    'Um intervalo do calendário “{calendar}” não é possível: os dias da semana vão de 1 a 7, e um intervalo dura no máximo 24 horas.',
  'import.calendar.day': '“{day}” não é um dia do calendário “{calendar}”. Escreva como 2026-12-25.',
  'import.calendar.unknown': 'Não existe o calendário “{calendar}”.',
  'import.mapping.pattern':
    'O padrão do mapeamento para “{column}” não pode ser lido: {pattern}. Escreva uma expressão RE2 com um grupo entre parênteses, como #([0-9]+).',
  'import.why.headers': '{found} de seus cabeçalhos são do {vendor}.',
  'import.why.calls': 'Seus cabeçalhos falam de ligações: {found} de 7 traços de uma planilha de ligações.',
  'import.why.log':
    'Seus cabeçalhos falam de um registro com uma linha por atualização: {found} de 13 traços de um.',
  'import.why.posts': 'Os cabeçalhos falam de publicações em rede social.',
  'import.why.followers': 'Os cabeçalhos falam de seguidores por dia.',
  'import.why.orders': 'Os cabeçalhos são os de pedidos como {shop} os exporta.',
  'import.why.cases': 'Os cabeçalhos falam de casos e de quem é o cliente: {found} de 8 traços.',
  'import.why.callSums': 'Os cabeçalhos falam de ligações somadas por dia ou agente: {found} números.',
  'import.why.canonical': '{found} de seus cabeçalhos são colunas da tabela {table}.',
  'import.why.generic': {
    one: 'Exportação desconhecida; {count} coluna foi associada pelo cabeçalho.',
    other: 'Exportação desconhecida; {count} colunas foram associadas pelos cabeçalhos.',
  },
  'import.why.leftOut': 'É de {vendor}; não traz nada que o Deskbook leia.',
  'import.why.sameRows': 'Repete as linhas da planilha “{sheet}”: só ela é carregada.',
  'import.why.unmapped':
    'Nenhum atendimento, mensagem, resposta, pessoa ou pedido foi reconhecido: é preciso um mapeamento.',
  'import.why.remembered': 'Um arquivo com os mesmos cabeçalhos já foi mapeado.',
  'import.why.stated': 'A fonte foi escolhida.',
  'import.reason.unused': 'Não usada.',
  'import.reason.customField': 'Guardada com o próprio nome.',
  'import.reason.header': 'Pelo cabeçalho, “{header}”.',
  'import.reason.vendor': 'Coluna conhecida desta exportação ({vendor}).',
  'import.reject.missing': '“{column}” está vazia: não dá para distinguir a linha das outras.',
  'import.reject.date': 'Não foi possível ler a data em “{column}”.',
  'import.reject.undated': '“{column}” está vazia: a linha não tem data.',
  'import.decision.sheet': 'Planilha',
  'import.decision.sheetIn': 'Planilha de {file}',
  'import.decision.encoding': 'Codificação',
  'import.decision.encodingIn': 'Codificação de {file}',
  'import.decision.delimiter': 'Separador',
  'import.decision.delimiterIn': 'Separador de {file}',
  'import.decision.header': 'Cabeçalho na linha',
  'import.decision.headerIn': 'Cabeçalho de {file} na linha',
  'import.decision.dates': 'Datas em “{column}”',
  'import.decision.datesIn': 'Datas em “{column}” de {file}',
  'import.decision.scale': 'Escala de “{column}”',
  'import.decision.scaleIn': 'Escala de “{column}” em {file}',
  'import.decision.zone': 'Horários sem fuso',
  'import.decision.workspaceZone': 'Exibidos no relógio de',
  'import.scale.good_bad': 'bom ou ruim',
  'import.scale.thumbs': 'polegar para cima ou para baixo',
  'import.scale.1-3': 'de 1 a 3',
  'import.scale.1-5': 'de 1 a 5',
  'import.scale.1-7': 'de 1 a 7',
  'import.scale.0-10': 'de 0 a 10',
  'import.scale.0-100': 'de 0 a 100',
  'import.scale.freshdesk': 'a do Freshdesk, de −103 a 103',
  'import.delimiter.bar': 'barra vertical',
  'import.delimiter.comma': 'vírgula',
  'import.delimiter.semicolon': 'ponto e vírgula',
  'import.delimiter.tab': 'tabulação',
  'import.zone.mapping': '{zone}, como diz o mapeamento',
  'import.zone.taken': 'lidos como {zone}: o arquivo não diz',
  'import.dates.seconds': 'segundos desde 1970 (UTC)',
  'import.dates.milliseconds': 'milissegundos desde 1970 (UTC)',
  'import.dates.serial': 'dias como uma planilha os conta',
  'import.dates.iso': 'ano-mês-dia',
  'import.dates.isoOffsets': 'ano-mês-dia, com diferença para UTC',
  'import.dates.none': 'ilegíveis',
  'import.dates.several': 'duas grafias: “{first}” como {firstOrder}, “{second}” como {secondOrder}',
  'import.dates.rows': {
    one: '“{example}” como {order}: {count} linha não deixa dúvida',
    other: '“{example}” como {order}: {count} linhas não deixam dúvida',
  },
  'import.dates.sibling': '“{example}” como {order}, como as outras datas do arquivo',
  'import.dates.assumed': '“{example}” como {order}: suposto, nenhuma linha decide',
  'import.dates.stated': '“{example}” como {order}, como diz o mapeamento',
  'import.into.vendor':
    'A fonte “{source}” é de {own}, e estes arquivos são de {vendor}. Escolha uma fonte do mesmo sistema, ou uma nova.',
  'import.file.unknown': 'A fonte “{source}” não tem o arquivo “{file}”.',
  'import.note.excluded': {
    one: '{count} linha fica de fora, como você escolheu; desfaça onde o relatório diz o que há de estranho.',
    other:
      '{count} linhas ficam de fora, como você escolheu; desfaça onde o relatório diz o que há de estranho.',
  },
  'import.note.already': '“{file}” já está aqui desde {date}: nada dele foi carregado outra vez.',
  'import.note.otherAccount':
    'Seus tickets têm os mesmos ids que os de “{source}” e outras datas: foram tidos como de outra conta.',
  'import.note.assumedOrder':
    'Todas as datas em “{column}” podem ser lidas de dois modos; “{example}” foi lida como {order}. Mude no mapeamento se estiver errado.',
  'import.note.daysOnly': '“{column}” tem dias sem hora: as durações a partir dela só são exatas até o dia.',
  'import.note.duplicates': {
    one: '{count} linha repete outra por inteiro; ficou uma só.',
    other: '{count} linhas repetem outras por inteiro; ficou uma de cada.',
  },
  'import.note.leftOut': {
    one: '{count} linha ficou de fora, como o mapeamento pede: o que ela traz em “{column}” não interessa. Conta como carregada.',
    other:
      '{count} linhas ficaram de fora, como o mapeamento pede: o que trazem em “{column}” não interessa. Contam como carregadas.',
  },
  'import.note.unmet': {
    one: '{count} linha de {file} não completa nada: nenhuma linha da tabela {table} tem sua chave.',
    other: '{count} linhas de {file} não completam nada: nenhuma linha da tabela {table} tem suas chaves.',
  },
  'import.note.superseded': {
    one: '{count} linha era um estado anterior do mesmo registro; ficou o mais recente.',
    other: '{count} linhas eram estados anteriores dos mesmos registros; ficou o mais recente.',
  },
  'import.note.offScale': {
    one: '{count} linha de “{column}” não é uma resposta na escala da coluna ({words}); fica sem nota.',
    other: '{count} linhas de “{column}” não são respostas na escala da coluna ({words}); ficam sem nota.',
  },
  'import.note.unknownWords': {
    one: '{count} linha de “{column}” tem uma palavra desconhecida ({words}); ela foi mantida como está e seu sentido ficou vazio.',
    other:
      '{count} linhas de “{column}” têm palavras desconhecidas ({words}); elas foram mantidas como estão e seu sentido ficou vazio.',
  },
  'import.note.damagedIds': {
    one: '{count} id em “{column}” foi danificado por uma planilha (como 1,03E+13): pessoas diferentes podem compartilhá-lo.',
    other:
      '{count} ids em “{column}” foram danificados por uma planilha (como 1,03E+13): pessoas diferentes podem compartilhar um deles.',
  },
  'import.note.unreadable': {
    one: '{count} valor em “{column}” não pôde ser lido e ficou vazio.',
    other: '{count} valores em “{column}” não puderam ser lidos e ficaram vazios.',
  },
  'import.note.solvedBeforeCreated': {
    one: '{count} ticket foi resolvido antes de ser criado: continua nos dados e fica fora das durações.',
    other:
      '{count} tickets foram resolvidos antes de serem criados: continuam nos dados e ficam fora das durações.',
  },
  'import.note.replyBeforeCreated': {
    one: '{count} ticket foi respondido antes de ser criado: continua nos dados e fica fora das durações.',
    other:
      '{count} tickets foram respondidos antes de serem criados: continuam nos dados e ficam fora das durações.',
  },
  'import.note.closedWithoutDate': {
    one: '{count} ticket está resolvido ou fechado sem a data disso.',
    other: '{count} tickets estão resolvidos ou fechados sem a data disso.',
  },
  'import.note.undated': {
    one: '{count} ticket não tem data de criação.',
    other: '{count} tickets não têm data de criação.',
  },
};
