import { expect, test } from 'vitest';
import { findKpi } from '#kpi';
import { canAsk } from '../../src/lib/workspace/kpi-question.ts';

test('a question about a number is put to KPIs that have one: a list of cases has none to come to', () => {
  const can = ['csat', 'wait_time', 'case_list'].map((id) => {
    const kpi = findKpi(id);
    return kpi && [canAsk(kpi, 'reconcile'), canAsk(kpi, 'target')];
  });
  expect(can).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
});
