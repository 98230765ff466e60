import type { Translation } from '../translation.ts';
import type { explainEn } from '../en/explain.ts';

export const explainPtBR: Translation<typeof explainEn> = {
  'explain.noParts':
    '“{kpi}” não pode ser decomposto: seu valor não é uma soma de linhas. Médias, taxas e contagens podem; medianas, percentis e tabelas, não.',
  'explain.noRows':
    '“{kpi}” não tem linhas em um dos dois períodos. Escolha períodos em que ambos tenham dados.',
  'explain.fewDays':
    '“{kpi}” tem menos de sete dias do primeiro período: é pouco para dizer o que um dia comum traz. Escolha períodos em que ambos tenham dados.',
  'explain.verdict.found': {
    one: 'Uma causa se destaca do ruído.',
    other: '{count} causas se destacam do ruído.',
  },
  'explain.verdict.everywhere':
    'Nenhuma causa clara: a mudança é maior que o ruído, mas nenhum segmento se moveu de modo diferente dos outros.',
  'explain.verdict.noise': 'Nenhuma causa clara: uma mudança deste tamanho pode ser acaso.',
  'explain.caution.lengths':
    'Os períodos têm durações diferentes: no ritmo do primeiro, o segundo teria {expected}. As causas são avaliadas em relação a esse ritmo.',
  'explain.caution.begins':
    'Os dados começam no meio do primeiro período: só os dias que eles cobrem são comparados. No ritmo desses dias, o segundo período teria {expected}, e as causas são avaliadas em relação a esse ritmo.',
};
