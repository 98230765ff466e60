import type { Translation } from '../translation.ts';
import type { causeEn } from '../en/cause.ts';

export const causePtBR: Translation<typeof causeEn> = {
  'cause.affected': 'afetados',
  'cause.after': 'depois',
  'cause.and': 'e',
  'cause.another': 'Outro dia',
  'cause.ask': 'Testar uma causa…',
  'cause.before': 'antes',
  'cause.byWeek': 'Semana a semana, contadas a partir do evento',
  'cause.cannot':
    '> **O que isto não mostra.** É uma comparação, não uma prova. Qualquer outra coisa que tenha começado ali na mesma época aparece igual nestes números, assim como uma mudança em quem responde ou no que os clientes pedem. Se o segmento ou o dia foi escolhido porque chama atenção, o intervalo é otimista demais: pergunte primeiro o que aconteceu e só então teste. Poucas linhas dão intervalos largos: *sem diferença clara* não quer dizer *sem efeito*.',
  'cause.cannotCount':
    ' Contagens por dia e por semana variam mais do que estes intervalos sabem, pois eles tomam cada linha como independente das outras.',
  'cause.day': 'Primeiro dia do evento',
  'cause.days': 'Dias comparados, antes dele e a partir dele',
  'cause.event': 'Evento',
  'cause.eventRow': 'evento',
  'cause.go': 'Incluir o teste',
  'cause.higher': 'Os afetados subiram em relação aos demais',
  'cause.hint':
    'O Deskbook compara os afetados com todos os demais, antes do evento e a partir dele, e escreve a comparação em células que você pode ler, editar e enviar.',
  'cause.lead':
    'Se o evento mexeu com **{kpi}** de {segment}, ali a mudança a partir daquele dia foi diferente da de todo o resto. A mudança dos afetados, menos a mudança dos demais, é o que o evento pode ter causado: o que mexeu com todos se cancela.',
  'cause.lower': 'Os afetados caíram em relação aos demais',
  'cause.members': 'Quais',
  'cause.none': 'Nenhum escolhido',
  'cause.nothing': 'Nada a comparar: um dos quatro grupos tem linhas de menos',
  'cause.placebo': 'antes dele',
  'cause.placeboResult':
    '**Antes, iam pelo mesmo caminho?** Entre as duas metades do tempo antes do evento, a mesma diferença é de {effect} (intervalo de 95%: {low} a {high}). {verdict}. Nada tinha acontecido ainda, então não deveria haver diferença clara; se houver, os dois já vinham se afastando, e o evento explica menos do que a diferença diz.',
  'cause.rest': 'demais',
  'cause.result':
    '**{verdict}.** Os afetados foram de {affectedBefore} para {affectedAfter}, os demais de {restBefore} para {restAfter}: uma diferença entre as duas mudanças de **{effect}** (intervalo de 95%: {low} a {high}). O menor dos quatro grupos tem n = {least}.',
  'cause.resultCount':
    '**{verdict}.** Os afetados foram de {affectedBefore} para {affectedAfter}, os demais de {restBefore} para {restAfter}: em relação ao crescimento dos demais, **{effect}** (intervalo de 95%: {low} a {high}).',
  'cause.segment': 'Afetados',
  'cause.title': 'Testar uma causa: {kpi}',
  'cause.titleOf': 'Testar uma causa: {event}',
  'cause.unclear': 'Sem diferença clara: o intervalo contém o zero',
  'cause.unfit': 'Diga em que dia começou e quem foi afetado: pelo menos um membro de uma dimensão.',
  'cause.unknown': 'não informado',
  'cause.written': 'Você tem uma ideia do que causou a mudança? Teste-a contra quem não foi afetado.',
};
