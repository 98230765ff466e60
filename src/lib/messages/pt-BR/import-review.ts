import type { Translation } from '../translation.ts';
import type { importReviewEn } from '../en/import-review.ts';

export const importReviewPtBR: Translation<typeof importReviewEn> = {
  'import.review.allRejected': {
    one: 'A única linha seria rejeitada. O motivo está abaixo da prévia.',
    other: 'Todas as {count} linhas seriam rejeitadas. Os motivos estão abaixo da prévia.',
  },
  'import.review.dates': 'Toda data de “{column}” poderia ser lida com dia e mês trocados.',
  'import.review.nothing':
    'Nenhuma coluna tem significado ainda. Escolha em que ao menos uma delas se transforma.',
  'import.review.required':
    'A tabela {table} precisa de uma coluna para {column}. Escolha uma ou retire a tabela.',
  'import.review.strays': {
    one: '{count} resposta de “{column}” não está em escala nenhuma e ficaria sem nota: {words}.',
    other: '{count} respostas de “{column}” não estão em escala nenhuma e ficariam sem nota: {words}.',
  },
  'import.review.undated':
    'Nenhuma coluna diz quando os tickets foram criados. Dá para contá-los, mas não por dia, semana ou mês.',
  'import.review.unread': {
    one: '{count} de {filled} valores de “{column}” não pode ser lido como {target} e ficaria vazio: {words}.',
    other:
      '{count} de {filled} valores de “{column}” não podem ser lidos como {target} e ficariam vazios: {words}.',
  },
  'import.review.words': {
    one: '{count} palavra de “{column}” ainda não tem significado: {words}. Dê um a ela ou deixe-a desconhecida de propósito.',
    other:
      '{count} palavras de “{column}” ainda não têm significado: {words}. Dê um a elas ou deixe-as desconhecidas de propósito.',
  },
  'import.review.wordsEmpty': {
    one: '{count} palavra de “{column}” não é conhecida e ficaria vazia: {words}.',
    other: '{count} palavras de “{column}” não são conhecidas e ficariam vazias: {words}.',
  },
};
