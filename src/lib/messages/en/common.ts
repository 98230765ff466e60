export const commonEn = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.delete': 'Delete',
  'common.ok': 'OK',
  'common.open': 'Open',
  'common.save': 'Save',
  'common.undo': 'Undo',
  'common.rows': { one: '{count} row', other: '{count} rows' },
} as const;
