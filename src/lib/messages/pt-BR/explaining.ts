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
  'explaining.days': '{kpi} dia a dia: {segment}',
  'explaining.effect': 'Parte da mudança em {kpi}',
  'explaining.first': 'Primeiro dia',
  'explaining.go': 'Explicar',
  'explaining.hint':
    'O Deskbook compara dois períodos, decompõe a mudança por todas as dimensões dos dados e escreve o que encontra em células que você pode ler, editar e enviar.',
  'explaining.interval': ' (intervalo de 95%: {low} a {high})',
  'explaining.last': 'Último dia',
  'explaining.looked': {
    one: 'Foi examinado {count} segmento de {dimensions}, sozinho e em pares.',
    other: 'Foram examinados {count} segmentos de {dimensions}, sozinhos e em pares.',
  },
  'explaining.dimensions': { one: '{count} dimensão', other: '{count} dimensões' },
  'explaining.looking': 'Examinando cada segmento, {before} contra {after}…',
  'explaining.lowRows': 'As avaliações baixas: {segment}',
  'explaining.lowRowsHint':
    'As que têm comentário vêm primeiro. Leia vinte delas antes de dizer qualquer coisa a alguém.',
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
  'explaining.title': 'Por que mudou: {kpi}?',
  'explaining.unfit':
    'Informe o primeiro e o último dia dos dois períodos. O de antes precisa terminar antes de o outro começar.',
  'explaining.whole':
    '**{kpi}** foi de {before} (n = {nBefore}) para {after} (n = {nAfter}): uma mudança de **{change}**{interval}.',
  'explaining.wholeCount': '**{kpi}** foi de {before} para {after}: uma mudança de **{change}**{interval}.',
};
