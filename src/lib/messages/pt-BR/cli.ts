import type { Translation } from '../translation.ts';
import type { cliEn } from '../en/cli.ts';

export const cliPtBR: Translation<typeof cliEn> = {
  'cli.help.program':
    'Deskbook na linha de comando: lê exportações de atendimento e responde com KPIs. Nada sai desta máquina.',
  'cli.help.usage': 'Uso:',
  'cli.help.options': 'Opções:',
  'cli.help.more': 'Mais sobre um comando: {command}',
  'cli.help.exit':
    'Termina com 0 quando tudo deu certo, 1 quando algo falhou, 2 quando o comando foi escrito errado, 3 quando não há dados para ler. Só a resposta vai para a saída padrão.',

  'cli.import.summary':
    'Lê exportações e mostra o relatório de importação: o que foi lido, carregado e rejeitado, e o que foi decidido.',
  'cli.import.findings': 'O que há de estranho nas linhas:',
  'cli.import.error': '✗',
  'cli.import.warning': '!',
  'cli.import.note': '·',
  'cli.import.affects': 'Toca em: {kpis}.',
  'cli.import.details':
    'FILE é uma exportação (CSV, XLSX, JSON, Parquet, Arrow, também em .gz ou .zip) ou uma pasta delas. Nada fica guardado: é só para olhar.',
  'cli.kpis.summary':
    'Calcula todos os KPIs do catálogo sobre as exportações, ou diz por que um deles não pode ser calculado.',
  'cli.kpis.details':
    'Em JSON, durações são segundos, taxas são frações de 1, NPS vai de −100 a 100. Sem --from e --to contam todas as linhas, também as sem data.',
  'cli.reconcile.summary':
    'Descobre como outra tela conta: qual variante, fuso, data ou exclusão chega ao número dela.',
  'cli.reconcile.details':
    'KPI é um id como csat; NUMBER se escreve como a tela mostra: 1234, 87,3%, 4h12m, 02:35:10. Informe o período daquela tela com --from e --to.',
  'cli.reconcile.found': {
    one: '{count} forma de contar chega a este número; {tried} de {possible} foram tentadas.',
    other: '{count} formas de contar chegam a este número; {tried} de {possible} foram tentadas.',
  },
  'cli.run.summary':
    'Executa um notebook sobre exportações e mostra o resultado de cada célula, ou grava um relatório.',
  'cli.run.details':
    'As células são executadas na ordem de suas dependências. Vale o que targets.yaml, events.yaml, calendars.yaml e settings.yaml dizem na pasta do notebook, a não ser que uma opção diga outra coisa. Um arquivo que já existe só é substituído quando o novo está completo. Um arquivo que não pode ser gravado não impede os outros. Termina com 1 se alguma célula falhou ou se algum arquivo não pôde ser lido ou gravado; senão, com 3 se não havia exportação, se nenhuma linha foi carregada ou se os dados são mais antigos que --max-age.',
  'cli.sample.summary':
    'Grava o exemplo: nove meses do atendimento de uma loja virtual brasileira, em arquivos CSV.',
  'cli.sample.details': 'DIR é criada se não existir; arquivos de mesmo nome são substituídos.',
  'cli.sample.next': 'Experimente: npm run --silent deskbook -- kpis {folder} --timezone {zone}',

  'cli.option.help': 'Mostra esta ajuda.',
  'cli.option.locale': 'Idioma da resposta: en ou pt-BR (sem ela, o de LANG).',
  'cli.option.json': 'Responde em JSON.',
  'cli.option.timezone': 'Fuso dos horários que não o dizem, como America/Sao_Paulo (sem ela, UTC).',
  'cli.option.source': 'Lê os arquivos como exportações deste sistema em vez de reconhecê-los.',
  'cli.option.into': 'Dá este nome à fonte: duas contas de um sistema são duas fontes.',
  'cli.option.rejects': 'Grava neste arquivo, em CSV, as linhas que não puderam ser lidas, com os motivos.',
  'cli.option.mapping': 'Lê os arquivos com um mapeamento salvo.',
  'cli.option.asOf': 'Que momento é agora: AAAA-MM-DD HH:MM:SS (sem ela, o último instante dos dados).',
  'cli.option.from': 'Conta a partir deste dia: AAAA-MM-DD.',
  'cli.option.to': 'Conta até este dia, sem incluí-lo: AAAA-MM-DD.',
  'cli.option.filter': 'Conta só as linhas com este valor, como channel=whatsapp; pode ser repetida.',
  'cli.option.kpis':
    'Conhece também os KPIs dos arquivos Markdown desta pasta: os que você escreveu na galeria.',
  'cli.option.variant': 'Usa esta variante de um KPI, como csat=mean_score; pode ser repetida.',
  'cli.option.zone': 'Outro fuso que a tela pode usar, como Europe/Lisbon; pode se repetir.',
  'cli.option.data':
    'Uma exportação sobre a qual executar o notebook, ou uma pasta delas; pode ser repetida.',
  'cli.option.out':
    'Grava os resultados neste arquivo: um relatório para ler e imprimir (.html), uma pasta de trabalho do Excel (.xlsx), texto com os valores (.md) ou os gráficos como imagens (.zip); pode ser repetida.',
  'cli.option.summary': 'Responde em uma linha, para um log; com --out a resposta já é essa.',
  'cli.option.maxAge': 'Termina com 3 se a linha mais recente for mais antiga que isto, como 2d ou 36h.',
  'cli.option.weekStart': 'O dia em que a semana começa: monday (sem ela), sunday, saturday …',
  'cli.option.period':
    "Período a usar em vez do que está no notebook, como 'last 8 weeks' ou 2026-01-01..2026-02-01.",

  'cli.usage.seeHelp': 'Veja: {command} --help',
  'cli.usage.unknownCommand':
    'Não existe o comando “{command}”. Os comandos são import, kpis, explain, reconcile, run e sample.',
  'cli.usage.unknownOption': 'Não existe a opção “{option}” aqui.',
  'cli.usage.noValue': '{option} não recebe valor.',
  'cli.usage.valueMissing': 'Falta um valor: {option}.',
  'cli.usage.twice': '{option} foi dada duas vezes; dê uma só.',
  'cli.usage.locale': 'Não existe o idioma “{locale}”; existem en e pt-BR.',
  'cli.usage.noFiles': 'Quais arquivos? Diga uma ou mais exportações, ou uma pasta delas.',
  'cli.usage.oneFolder': 'Diga uma pasta onde gravar o exemplo.',
  'cli.usage.oneNotebook': 'Diga um notebook para executar.',
  'cli.usage.zone': '“{zone}” não é um fuso horário; escreva como America/Sao_Paulo ou UTC.',
  'cli.usage.instant':
    '{option}: “{value}” não é um dia nem um instante; escreva AAAA-MM-DD ou AAAA-MM-DD HH:MM:SS.',
  'cli.usage.emptyPeriod': 'Não há nada entre {from} e {to}: --to deve vir depois de --from.',
  'cli.usage.weekStart': '“{day}” não é um dia da semana; tente sunday.',
  'cli.usage.period':
    '“{period}” não é um período; tente last 8 weeks, previous month ou 2026-01-01..2026-02-01.',
  'cli.usage.out': 'O que deve ser {file}? Informe um arquivo terminado em .html, .xlsx, .md ou .zip.',
  'cli.usage.oneAnswer': '--json e --summary são duas respostas; peça uma delas.',
  'cli.usage.age': '“{age}” não é uma idade; escreva 2d para dois dias, 36h para horas.',
  'cli.usage.filter': '“{filter}” não é um filtro; escreva coluna=valor, como channel=whatsapp.',
  'cli.usage.unknownDimension': 'Não é possível filtrar por “{dimension}”. É possível por: {known}.',
  'cli.usage.reconcile': 'Informe um KPI e o número que a tela mostra: reconcile csat 87,3% --data ARQUIVO.',
  'cli.usage.unknownKpi': 'Não existe KPI chamado “{kpi}”.',
  'cli.usage.number':
    '“{number}” não pode ser comparado com “{kpi}”: escreva um número como 1234, 87,3% ou 4h12m, e um KPI que seja um só número.',
  'cli.usage.kpiFolder': 'Não existe a pasta {folder} com KPIs.',
  'cli.usage.variant':
    '“{variant}” não é uma variante; escreva id=nome com o id de um KPI, como csat=mean_score.',

  'cli.data.missing': 'O arquivo {file} não pode ser lido: o caminho está certo?',
  'cli.data.emptyFolder':
    'Não há exportação em {folder}: nenhum arquivo que termine como CSV, JSON, XLSX, Parquet, Arrow ou um compactado deles.',
  'cli.data.notWritten': 'Não foi possível gravar o arquivo {file}: a pasta existe, e você pode gravar nela?',
  'cli.data.notMapping': '{file} não é um mapeamento salvo pelo Deskbook.',
  'cli.run.diagnostic': '{file}, linha {line}: {message}',
  'cli.run.cells': { one: '{count} célula', other: '{count} células' },
  'cli.run.countFailed': '{count} com falha',
  'cli.run.countCannot': '{count} sem dados',
  'cli.run.upTo': '{rows} até {at} ({old})',
  'cli.run.old': { one: '{count} dia atrás', other: '{count} dias atrás' },
  'cli.run.leftOut': 'Nada foi carregado de {file}. {why}',
  'cli.run.noRows': 'Nenhuma linha foi carregada: os resultados não são de dado nenhum.',
  'cli.run.tooOld': {
    one: 'A linha mais recente é de {at}, há {count} dia: mais antiga do que foi pedido.',
    other: 'A linha mais recente é de {at}, há {count} dias: mais antiga do que foi pedido.',
  },
  'cli.run.failed': { one: '{count} célula falhou:', other: '{count} células falharam:' },
  'cli.run.failedCell': '  {name}: {why}',

  'cli.column.file': 'Arquivo',
  'cli.column.sheet': 'Planilha',
  'cli.column.bytes': 'Bytes',
  'cli.column.vendor': 'Sistema',
  'cli.column.difference': 'Diferença',
  'cli.column.how': 'Como',
  'cli.column.rows': 'Linhas',
  'cli.column.rowsRead': 'Lidas',
  'cli.column.rowsLoaded': 'Carregadas',
  'cli.column.rowsRejected': 'Rejeitadas',
  'cli.column.rowsDuplicate': 'Repetidas',
  'cli.column.table': 'Tabela',
  'cli.column.decided': 'Decidido',
  'cli.column.value': 'Valor',
  'cli.column.rejected': 'Rejeitadas porque',
  'cli.column.row': 'Linha',
  'cli.column.raw': 'Como está escrita',
  'cli.column.added': 'Novas',
  'cli.column.updated': 'Atualizadas',
  'cli.column.unchanged': 'Iguais',
  'cli.column.removed': 'Removidas',
  'cli.column.name': 'Nome',
  'cli.column.variant': 'Variante',
  'cli.column.note': 'Nota',
  'cli.kpis.table': { one: '{count} linha', other: '{count} linhas' },
  'cli.kpis.alerts': 'Mudanças bruscas, em relação ao mesmo dia das semanas anteriores:',

  'cli.diff.summary': 'Diz o que mudou entre duas exportações ou dois notebooks.',
  'cli.diff.details':
    'De duas exportações do mesmo helpdesk, diz quais KPIs são outros no mesmo período e por quê: tickets que saíram, foram mesclados, foram avaliados depois, mudaram de outro modo ou são novos. A parte de cada motivo é o que o KPI passa a ser quando essas linhas também vêm da exportação mais nova; somadas, dão a variação. Olha o que as duas alcançam: tudo até o último instante da exportação mais antiga; com --whole, cada uma como está. De dois notebooks (.md), lista as células acrescentadas, removidas, movidas ou alteradas. Termina com 0 se nada mudou e com 4 se algo mudou.',
  'cli.diff.units':
    'Tickets: {gone} saíram, {merged} mesclados, {rated} avaliados com atraso, {changed} mudaram de outro modo, {new} novos, {since} abertos depois.',
  'cli.diff.same': { one: '{count} KPI é o mesmo.', other: '{count} KPIs são os mesmos.' },
  'cli.diff.front': 'cabeçalho: alterado',
  'cli.diff.identical': 'Os mesmos arquivos duas vezes: as impressões digitais são idênticas.',
  'cli.diff.whole': 'compara as exportações como estão, com o que foi aberto depois',
  'cli.diff.none': 'Nada mudou.',
  'cli.diff.column.kpi': 'KPI',
  'cli.diff.column.earlier': 'antes',
  'cli.diff.column.later': 'depois',
  'cli.diff.column.change': 'variação',
  'cli.diff.column.because': 'por causa de',
  'cli.diff.reason.gone': 'tickets que saíram {effect}',
  'cli.diff.reason.merged': 'tickets mesclados {effect}',
  'cli.diff.reason.rated': 'avaliações tardias {effect}',
  'cli.diff.reason.changed': 'tickets alterados {effect}',
  'cli.diff.reason.new': 'tickets novos {effect}',
  'cli.diff.reason.since': 'abertos depois {effect}',
  'cli.diff.reason.rest': 'o que não é de tickets {effect}',
  'cli.usage.diff':
    'diff pede duas exportações (arquivos ou pastas) ou dois notebooks (.md): o mais antigo primeiro.',
  'cli.explain.summary': 'Diz por que uma taxa, uma média ou uma contagem mudou de um período para outro.',
  'cli.explain.details':
    'KPI é um id como csat. Os períodos se escrevem como 2026-03-01..2026-04-01 (o último dia não faz parte) ou como últimas 4 semanas.',
  'cli.explain.interval': ' (intervalo de 95% de {low} a {high})',
  'cli.explain.suspect': 'O que mais se aproxima, sem passar do ruído: {cause}',
  'cli.explain.since': 'Começou por volta de {day}: entre {from} e {to}, com 95%.',
  'cli.explain.late':
    'Ainda chegam respostas dos atendimentos a partir de {day}: há {n}, esperam-se mais {missing}. Sem esses dias, pelo dia do atendimento: {before} (n = {nBefore}) → {after} (n = {nAfter}), {change}{interval}.',
  'cli.explain.legend':
    'As partes de uma dimensão somam a mudança. Composição: sua parcela das linhas mudou. Por si: seu próprio valor mudou. Quem respondeu: a parte da composição que vem de quem respondeu, não de quem foi perguntado. * maior que o ruído, mesmo tendo olhado tantos.',
  'cli.explain.pooled': '(os pequenos)',
  'cli.option.before': 'O período de comparação, como 2026-03-01..2026-04-01.',
  'cli.option.after': 'O período a explicar, como 2026-04-01..2026-05-01.',
  'cli.option.ofVariant': 'Usar esta variante do KPI.',
  'cli.usage.explain':
    'Informe um KPI, arquivos e dois períodos: explain csat ARQUIVO --before 2026-03-01..2026-04-01 --after 2026-04-01..2026-05-01.',
  'cli.column.dimension': 'Dimensão',
  'cli.column.member': 'Membro',
  'cli.column.before': 'Antes',
  'cli.column.after': 'Depois',
  'cli.column.mix': 'Composição',
  'cli.column.rate': 'Por si',
  'cli.column.answering': 'Quem respondeu',
};
