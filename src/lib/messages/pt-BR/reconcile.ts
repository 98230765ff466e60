import type { Translation } from '../translation.ts';
import type { reconcileEn } from '../en/reconcile.ts';

export const reconcilePtBR: Translation<typeof reconcileEn> = {
  'reconcile.ask': 'Seu sistema mostra outro número?',
  'reconcile.cannot':
    'Não há o que testar: os dados não têm linhas que o KPI conte em nenhuma de suas variantes.',
  'reconcile.chance': {
    one: 'Com tão poucos dígitos, cerca de {count} das formas testadas chegaria a ele por acaso. Se a outra tela mostra mais dígitos, digite-os.',
    other:
      'Com tão poucos dígitos, cerca de {count} das formas testadas chegariam a ele por acaso. Se a outra tela mostra mais dígitos, digite-os.',
  },
  'reconcile.everything': 'Conta tudo o que está carregado.',
  'reconcile.example': 'Como aparece na outra tela: {example}, por exemplo.',
  'reconcile.filtered': 'Conta com os filtros de “{notebook}”: {filters}.',
  'reconcile.found': {
    one: '{count} forma de contar chega a {number}; {tried} de {possible} foram testadas.',
    other: '{count} formas de contar chegam a {number}; {tried} de {possible} foram testadas.',
  },
  'reconcile.hint':
    'O Deskbook conta de outras formas (suas variantes, outros fusos, outras datas, sem o que outros deixam de fora) e diz quais chegam a esse número.',
  'reconcile.inCell': 'como nesta célula',
  'reconcile.insert': 'Inserir como célula',
  'reconcile.insertedMatch': '**{kpi}**: outra tela mostra {number}, e esta contagem também: {how}.',
  'reconcile.insertedOther': '**{kpi}**: outra tela mostra {number}; esta contagem chega perto: {how}.',
  'reconcile.look': 'Procurar',
  'reconcile.matching': 'Chegam a {number}',
  'reconcile.menu': 'Sobre {kpi}',
  'reconcile.nearest': 'As mais próximas',
  'reconcile.next': 'O que verificar agora',
  'reconcile.nextExport':
    'Se esta exportação traz tudo o que a outra tela conta: os mesmos dias, os mesmos canais e os tickets arquivados ou excluídos.',
  'reconcile.nextFilters': 'Os filtros da outra tela: uma equipe, um canal ou uma marca escolhidos lá.',
  'reconcile.nextOtherPeriod':
    'O período: procure o número de outro, como um mês inteiro, para ver se esse confere.',
  'reconcile.nextPeriod': 'O período: a outra tela raramente mostra tudo. Escolha os dias que ela mostra.',
  'reconcile.nextRejected': {
    one: '{count} linha foi rejeitada na importação e não é contada; a página da fonte diz por quê.',
    other: '{count} linhas foram rejeitadas na importação e não são contadas; a página da fonte diz por quê.',
  },
  'reconcile.nextZone':
    'O fuso da outra tela: se você souber qual é, escolha-o, e ele será testado primeiro.',
  'reconcile.none': 'Nenhuma forma de contar chega a {number}; {tried} de {possible} foram testadas.',
  'reconcile.number': 'O número da outra tela',
  'reconcile.off': 'difere em {difference}',
  'reconcile.period': 'Período',
  'reconcile.progress': {
    one: '{tried} de {possible} formas testadas; {count} chega a ele.',
    other: '{tried} de {possible} formas testadas; {count} chegam a ele.',
  },
  'reconcile.readAs': 'Lido como {readings}.',
  'reconcile.stop': 'Parar',
  'reconcile.stopped': 'Você parou antes do resto.',
  'reconcile.title': '{kpi}: conferir com outra tela',
  'reconcile.unread': 'Isto ainda não é um número.',
  'reconcile.use': 'Usar esta variante na célula',
  'reconcile.zone': 'O fuso horário dela',
  'reconcile.zoneUnknown': 'não sei',
};
