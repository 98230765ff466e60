export const comparePtBR = {
  'compare.nothingInCommon':
    'Nenhum ticket está nas duas exportações: são de contas diferentes, ou de intervalos que não se encontram. Escolha duas exportações que cubram os mesmos tickets.',
  'compare.otherVendor': 'São exportações de dois helpdesks: {earlier} e {later}. Escolha duas do mesmo.',
} as const;
