import { expect, test } from 'vitest';
import type { Compared } from '#compare';
import { comparisonText } from '../../../src/lib/ui/compare/comparison-table.ts';

const csat: Compared = {
  kpi: 'csat',
  variant: '',
  unit: 'percent',
  earlier: { value: 0.5, n: 2 },
  later: { value: 0.75, n: 4 },
  change: 0.25,
  because: [
    { reason: 'gone', effect: -0.25 },
    { reason: 'rated', effect: 0.5 },
  ],
};
const tickets: Compared = {
  ...csat,
  kpi: 'tickets_created',
  unit: 'count',
  earlier: { value: 3, n: 3 },
  later: { value: 3, n: 3 },
  change: 0,
  because: [],
};
const found = {
  comparison: { changed: [csat], same: [tickets] },
  exports: { earlier: { name: 'zendesk' }, later: { name: 'a|b.csv' } },
};
const nameOf = ({ kpi }: Compared): string => kpi;

test('a comparison is copied as people write it: what changed, and how many are the same', () => {
  expect(comparisonText(found, { locale: 'pt-BR', nameOf }, 'markdown')).toBe(
    [
      '## zendesk → a|b.csv',
      '',
      '| KPI | Antes | n antes | Depois | n depois | Variação | Saíram | Mesclados | Avaliados com atraso | Mudaram de outro modo | Novos | Fora dos tickets | Abertos depois |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| csat | 50,0% | 2 | 75,0% | 4 | +25 p.p. | −25 p.p. |  | +50 p.p. |  |  |  |  |',
      '',
      '1 KPI continua igual',
      '',
    ].join('\n'),
  );
});

test('a comparison is saved with its numbers as they are, the KPIs that are the same with them', () => {
  expect(comparisonText(found, { locale: 'en', nameOf }, 'csv')).toBe(
    [
      'KPI,Earlier,n earlier,Later,n later,Change,Gone,Merged,Rated late,Changed otherwise,New,Not of tickets,Opened since',
      'csat,0.5,2,0.75,4,0.25,-0.25,,0.5,,,,',
      'tickets_created,3,3,3,3,0,,,,,,,',
      '',
    ].join('\r\n'),
  );
});
