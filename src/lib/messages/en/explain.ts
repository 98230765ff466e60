export const explainEn = {
  'explain.noParts':
    '“{kpi}” cannot be taken apart: its value is no sum over rows. Means, rates and counts can; medians, percentiles and tables cannot.',
  'explain.noRows': '“{kpi}” has no rows in one of the two periods. Choose periods that both have data.',
  'explain.verdict.found': {
    one: 'One cause stands out from the noise.',
    other: '{count} causes stand out from the noise.',
  },
  'explain.verdict.everywhere':
    'No clear cause: the change is more than noise, but no segment moved differently from the others.',
  'explain.verdict.noise': 'No clear cause: a change of this size may be chance.',
  'explain.caution.lengths':
    'The periods differ in length: at the pace of the earlier one the later would have {expected}. The causes are judged against that pace.',
};
