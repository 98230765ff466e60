export const explainEn = {
  'explain.noParts':
    '“{kpi}” cannot be taken apart: its value is no sum over rows. Means, rates and counts can; medians, percentiles and tables cannot.',
  'explain.noRows': '“{kpi}” has no rows in one of the two periods. Choose periods that both have data.',
  'explain.fewDays':
    '“{kpi}” has fewer than seven days of the earlier period: too few to tell what an ordinary day brings. Choose periods that both have data.',
  'explain.verdict.found': {
    one: 'One cause stands out from the noise.',
    other: '{count} causes stand out from the noise.',
  },
  'explain.verdict.everywhere':
    'No clear cause: the change is more than noise, but no segment moved differently from the others.',
  'explain.verdict.noise': 'No clear cause: a change of this size may be chance.',
  'explain.caution.lengths':
    'The periods differ in length: at the pace of the earlier one the later would have {expected}. The causes are judged against that pace.',
  'explain.caution.begins':
    'The data begin within the earlier period: only the days that they cover are compared. At the pace of those the later period would have {expected}, and the causes are judged against that pace.',
};
