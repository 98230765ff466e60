export const compareEn = {
  'compare.nothingInCommon':
    'There is not one ticket that both exports have: they are of other accounts, or of spans that do not meet. Choose two exports that cover the same tickets.',
  'compare.otherVendor':
    'These are exports of two helpdesks: {earlier} and {later}. Choose two exports of the same one.',
} as const;
