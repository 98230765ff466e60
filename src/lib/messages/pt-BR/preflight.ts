export const preflightPtBR = {
  'preflight.exclude': { one: 'Deixar {count} linha de fora', other: 'Deixar {count} linhas de fora' },
  'preflight.what.merged': {
    one: '{count} ticket foi mesclado a outro.',
    other: '{count} tickets foram mesclados a outros.',
  },
  'preflight.why.merged':
    'O pedido do cliente conta duas vezes onde o ticket mesclado também é contado: criados, encerrados, por cliente.',
  'preflight.what.deleted': {
    one: '{count} ticket foi excluído no sistema de origem.',
    other: '{count} tickets foram excluídos no sistema de origem.',
  },
  'preflight.why.deleted':
    'Os sistemas deixam os tickets excluídos fora de seus próprios números: com eles, os totais ficam maiores do que lá.',
  'preflight.what.spam': { one: '{count} ticket é spam.', other: '{count} tickets são spam.' },
  'preflight.why.spam': 'Spam não é pedido de ninguém: aumenta o volume e reduz a parcela de resolvidos.',
  'preflight.what.test_tickets': {
    one: '{count} ticket parece ser teste.',
    other: '{count} tickets parecem ser testes.',
  },
  'preflight.why.test_tickets': 'Testes são respondidos na hora ou nunca: distorcem o volume e os tempos.',
  'preflight.what.undated': {
    one: '{count} ticket não tem data de criação.',
    other: '{count} tickets não têm data de criação.',
  },
  'preflight.why.undated':
    'O que não tem data não cai em nenhum período: as tendências o deixam de fora, os totais sem período o contam.',
  'preflight.what.solved_before_created': {
    one: '{count} ticket foi resolvido antes de ser criado.',
    other: '{count} tickets foram resolvidos antes de serem criados.',
  },
  'preflight.why.solved_before_created':
    'Há dois relógios ou dois fusos misturados, ou as datas estão em colunas trocadas. Os tempos de resolução o deixam de fora.',
  'preflight.what.reply_before_created': {
    one: '{count} ticket foi respondido antes de ser criado.',
    other: '{count} tickets foram respondidos antes de serem criados.',
  },
  'preflight.why.reply_before_created':
    'Há dois relógios ou dois fusos misturados, ou a conversa começou em outro lugar. Os tempos de primeira resposta o deixam de fora.',
  'preflight.what.closed_without_date': {
    one: '{count} ticket está resolvido ou encerrado, e nada diz quando.',
    other: '{count} tickets estão resolvidos ou encerrados, e nada diz quando.',
  },
  'preflight.why.closed_without_date':
    'Um ticket assim conta como resolvido e falta nos tempos de resolução e no que foi resolvido por dia.',
  'preflight.what.future': {
    one: '{count} ticket tem uma data posterior à importação.',
    other: '{count} tickets têm datas posteriores à importação.',
  },
  'preflight.why.future':
    'Dia e mês podem estar trocados, ou uma data planejada foi lida como acontecida. Os dados parecem então ir mais longe do que vão.',
  'preflight.what.damaged_ids': {
    one: '{count} ticket tem um id que uma planilha danificou (como 1.03E+13).',
    other: '{count} tickets têm ids que uma planilha danificou (como 1.03E+13).',
  },
  'preflight.why.damaged_ids':
    'Pessoas ou tickets diferentes podem ter o mesmo id assim. Exporte de novo e não abra o arquivo em nada que arredonde.',
  'preflight.what.unknown_status': {
    one: '{count} ticket tem um status que nenhum vocabulário conhece.',
    other: '{count} tickets têm um status que nenhum vocabulário conhece.',
  },
  'preflight.why.unknown_status':
    'Um ticket assim não conta como aberto nem como resolvido. Diga no mapeamento o que a palavra significa.',
  'preflight.what.unknown_channel': {
    one: '{count} ticket tem um canal que nenhum vocabulário conhece.',
    other: '{count} tickets têm um canal que nenhum vocabulário conhece.',
  },
  'preflight.why.unknown_channel':
    'As divisões e os filtros o mostram sem canal. Diga no mapeamento o que a palavra significa.',
  'preflight.what.absurd_durations': {
    one: '{count} ticket tem uma duração negativa ou maior que cinco anos.',
    other: '{count} tickets têm durações negativas ou maiores que cinco anos.',
  },
  'preflight.why.absurd_durations':
    'Poucos valores assim dominam qualquer média. A unidade no mapeamento pode estar errada: minutos lidos como horas.',
  'preflight.what.bots_as_agents': {
    one: '{count} agente parece ser um programa.',
    other: '{count} agentes parecem ser programas.',
  },
  'preflight.why.bots_as_agents':
    'As respostas de um programa contam aqui como de uma pessoa: as primeiras respostas parecem mais rápidas e os agentes, mais numerosos. Marque os programas como bots no arquivo de agentes.',
  'preflight.what.off_scale': {
    one: '{count} resposta não está em nenhuma escala conhecida.',
    other: '{count} respostas não estão em nenhuma escala conhecida.',
  },
  'preflight.why.off_scale': 'Sem nota, uma resposta falta na satisfação. Escolha a escala no mapeamento.',
  'preflight.what.borrowed_dates': {
    one: '{count} resposta não tem data própria.',
    other: '{count} respostas não têm data própria.',
  },
  'preflight.why.borrowed_dates':
    'No lugar dela está o dia em que o ticket foi resolvido, encerrado ou criado: as respostas de verdade vêm depois, e as tendências ficam deslocadas.',
  'preflight.what.orphan_ratings': {
    one: '{count} resposta pertence a um ticket que não está aqui.',
    other: '{count} respostas pertencem a tickets que não estão aqui.',
  },
  'preflight.why.orphan_ratings':
    'Uma resposta assim conta na satisfação como um todo e falta por canal, equipe e agente. Importe também a exportação dos tickets.',
  'preflight.what.orphan_messages': {
    one: '{count} mensagem pertence a um ticket que não está aqui.',
    other: '{count} mensagens pertencem a tickets que não estão aqui.',
  },
  'preflight.why.orphan_messages':
    'Uma mensagem assim não completa nenhum ticket. Importe também a exportação dos tickets.',
  'preflight.what.undated_messages': {
    one: '{count} mensagem não tem data.',
    other: '{count} mensagens não têm data.',
  },
  'preflight.why.undated_messages':
    'Sem data, uma mensagem não pode ser primeira resposta nem pergunta do cliente: os tempos calculados das mensagens a deixam de fora.',
  'preflight.what.gaps': {
    one: '{count} dia não tem ticket, embora seu dia da semana costume ter.',
    other: '{count} dias não têm ticket, embora seus dias da semana costumem ter.',
  },
  'preflight.why.gaps':
    'A uma exportação em partes muitas vezes falta uma parte. Totais e médias por dia ficam baixos ali. Informe os feriados em um calendário e eles não aparecem aqui.',
  'preflight.what.cut_off': {
    one: 'O último dia, {day}, tem {count} ticket; seu dia da semana costuma ter {usual}.',
    other: 'O último dia, {day}, tem {count} tickets; seu dia da semana costuma ter {usual}.',
  },
  'preflight.why.cut_off':
    'A exportação foi feita no meio desse dia: o último ponto de uma tendência cai só por isso.',
  'preflight.what.duplicates': {
    one: '{count} linha repete outra por inteiro.',
    other: '{count} linhas repetem outras por inteiro.',
  },
  'preflight.why.duplicates': 'Uma de cada foi mantida: nada conta duas vezes.',
  'preflight.what.rejected': {
    one: '{count} linha não pôde ser lida.',
    other: '{count} linhas não puderam ser lidas.',
  },
  'preflight.why.rejected':
    'O que foi rejeitado falta em tudo. Os motivos estão ao lado das linhas em rejected_rows.',
  'preflight.what.assumed_zone': {
    one: 'Os horários de {count} fonte não dizem o fuso; foram lidos como {zone}.',
    other: 'Os horários de {count} fontes não dizem o fuso; foram lidos como {zone}.',
  },
  'preflight.why.assumed_zone':
    'Se o fuso for outro, as horas ficam deslocadas, e o que aconteceu perto da meia-noite cai em outro dia.',
  'preflight.what.empty_columns': {
    one: '{count} coluna de “{source}” foi mapeada e está vazia: {columns}.',
    other: '{count} colunas de “{source}” foram mapeadas e estão vazias: {columns}.',
  },
  'preflight.why.empty_columns':
    'O que precisa dela não pode ser calculado. A exportação pode não a trazer, ou o mapeamento pode ler a coluna errada.',
  'preflight.what.single_agent': {
    one: 'O único ticket com agente é de “{only}”: {count}.',
    other: 'Todos os {count} tickets com agente são de “{only}”.',
  },
  'preflight.why.single_agent':
    'Quem exporta muitas vezes aparece como o agente: os números por agente então nada dizem.',
  'preflight.what.single_channel': {
    one: 'O único ticket com canal veio por “{only}”: {count}.',
    other: 'Todos os {count} tickets com canal vieram por “{only}”.',
  },
  'preflight.why.single_channel':
    'A exportação pode ter só um canal: os totais não são os da equipe inteira.',
  'preflight.what.failed': 'A verificação “{check}” não pôde ser feita.',
  'preflight.why.failed': 'Não se sabe se os dados são estranhos nesse ponto.',
} as const;
