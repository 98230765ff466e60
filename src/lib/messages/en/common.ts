export const commonEn = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.delete': 'Delete',
  'common.open': 'Open',
  'common.undo': 'Undo',
  'common.rows': { one: '{count} row', other: '{count} rows' },
} as const;
