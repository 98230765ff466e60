import type { Translation } from '../translation.ts';
import type { explainingEn } from '../en/explaining.ts';

export const explainingPtBR: Translation<typeof explainingEn> = {
  'explaining.again':
    'Os números acompanham os dois períodos. Os segmentos em destaque foram encontrados comparando {before} com {after}; para outros dias, peça a explicação de novo.',
  'explaining.ask': 'Explicar esta mudança…',
  'explaining.before': 'Antes',
  'explaining.after': 'Depois',
  'explaining.byDimension': 'Por {dimension}',
  'explaining.chart': 'Os gráficos mostram os {count} segmentos que mais pesaram.',
  'explaining.control':
    'A linha tracejada é o que se esperava do dia pelo período de antes, e do dia da semana na medida em que os dias da semana diferem além do acaso. Os triângulos estão fora da faixa: um dia isolado pode ser sorte, vários seguidos não.',
  'explaining.control.p':
    'A faixa é onde só o acaso mantém um dia com tantas linhas (gráfico p: três desvios-padrão, mais larga quando há poucas).',
  'explaining.control.u':
    'A faixa é onde só o acaso mantém a contagem de um dia (gráfico u: três desvios-padrão).',
  'explaining.control.xmr':
    'A faixa é onde os passos habituais de um dia para o outro mantêm o valor (gráfico XmR: três desvios-padrão).',
  'explaining.control.moment':
    'A linha vertical tracejada é o primeiro dia mais provável da mudança; os dias sombreados são os que podem ter sido, com 95%. Ambos foram encontrados comparando {before} com {after} e ficam onde estão quando os períodos mudam.',
  'explaining.control.arriving': 'Os dias em cinza não são julgados: suas respostas ainda estão chegando.',
  'explaining.control.expected': 'Esperado',
  'explaining.control.low': 'Limite inferior',
  'explaining.control.high': 'Limite superior',
  'explaining.control.usual': 'dentro dos limites',
  'explaining.control.isOutside': 'fora dos limites',
  'explaining.control.isArriving': 'ainda chegando',
  'explaining.days': '{kpi} dia a dia: {segment}',
  'explaining.effect': 'Parte da mudança em {kpi}',
  'explaining.first': 'Primeiro dia',
  'explaining.go': 'Explicar',
  'explaining.hint':
    'O Deskbook compara dois períodos, decompõe a mudança por todas as dimensões dos dados e escreve o que encontra em células que você pode ler, editar e enviar.',
  'explaining.interval': ' (intervalo de 95%: {low} a {high})',
  'explaining.last': 'Último dia',
  'explaining.late':
    '**Ainda há respostas chegando.** Dos atendimentos a partir de {day} há {n} respostas, e ainda se esperam cerca de {missing}, pelo atraso que as respostas tinham antes. Sem esses dias, e com cada resposta contada no dia do seu atendimento, o valor foi de {before} (n = {nBefore}) para {after} (n = {nAfter}): {change}{interval}.',
  'explaining.looked': {
    one: 'Foi examinado {count} segmento de {dimensions}, sozinho e em pares.',
    other: 'Foram examinados {count} segmentos de {dimensions}, sozinhos e em pares.',
  },
  'explaining.dimensions': { one: '{count} dimensão', other: '{count} dimensões' },
  'explaining.looking': 'Examinando cada segmento, {before} contra {after}…',
  'explaining.lowRows': 'As avaliações baixas: {segment}',
  'explaining.lowRowsHint':
    'As que têm comentário vêm primeiro. Leia vinte delas antes de dizer qualquer coisa a alguém.',
  'explaining.measure.count': '{kpi} (por dia)',
  'explaining.measure.hours': '{kpi} (horas)',
  'explaining.measure.percent': '{kpi} (%)',
  'explaining.moves': 'O que mudou junto',
  'explaining.movesHint':
    'A média de outras medidas neste segmento antes e depois, a variação em porcentagem com o intervalo de 95% e o mesmo para todo o resto. `reading` (leitura) diz o que os intervalos permitem.',
  'explaining.noComments':
    'Nenhuma avaliação baixa deste segmento tem comentário com essa palavra, ou nenhum comentário.',
  'explaining.noMoves': 'Nada mais se pode medir neste segmento.',
  'explaining.noWords':
    'Nenhuma palavra se repete em três comentários de avaliações baixas deste segmento, ou não há comentários.',
  'explaining.reading.chance': 'não passa do acaso',
  'explaining.reading.everywhere': 'mudou em toda parte',
  'explaining.reading.few': 'dados de menos',
  'explaining.reading.here': 'mudou aqui',
  'explaining.together':
    'Andar junto não é causar: uma terceira coisa pode ter movido as duas. E, de cada vinte medidas, uma sai do intervalo por acaso.',
  'explaining.word': 'Comentários com a palavra',
  'explaining.words': 'O que dizem os clientes',
  'explaining.wordsHint':
    'Palavras, e pares de palavras vizinhas, que marcam as avaliações baixas deste segmento: contra as dele antes e contra as de todos os outros no mesmo período. Os números contam comentários; `z` é a menor das duas comparações, em erros-padrão. Escolha uma palavra para ler os comentários.',
  'explaining.most':
    '“{segment}” foi o que mais pesou: {effect}, dos quais {rate} pelo próprio valor e {mix} pela composição.',
  'explaining.mostOfCount': '“{segment}” foi o que mais pesou: {effect}.',
  'explaining.parts':
    '**`rate`** é o que veio do próprio valor do segmento. **`mix`** é o que veio de ele crescer ou encolher, sendo melhor ou pior que o resto; o que é novo ou desapareceu é todo `mix`. As partes somam a mudança: `residual` é zero.',
  'explaining.partsOfCount':
    'Cada segmento é contado antes e depois. As partes somam a mudança: `residual` é zero.',
  'explaining.points': 'Um por cento é um ponto da mudança.',
  'explaining.rows': 'As linhas por trás: {segment}',
  'explaining.since': 'O mais provável é que tenha começado em {day}: com 95%, entre {from} e {to}.',
  'explaining.span': '{from} a {to}',
  'explaining.standing':
    '> Um segmento que se moveu ainda não é uma causa. Ele diz onde olhar: o que aconteceu ali naquele dia, se outros lugares em que o mesmo aconteceu também se moveram, e o que dizem as linhas abaixo.',
  'explaining.suspect': 'O que mais se aproxima de uma: {cause}',
  'explaining.title': '{kpi}: por que mudou?',
  'explaining.unfit':
    'Informe o primeiro e o último dia dos dois períodos. O de antes precisa terminar antes de o outro começar.',
  'explaining.whole':
    '**{kpi}** foi de {before} (n = {nBefore}) para {after} (n = {nAfter}): uma mudança de **{change}**{interval}.',
  'explaining.wholeCount': '**{kpi}** foi de {before} para {after}: uma mudança de **{change}**{interval}.',
};
