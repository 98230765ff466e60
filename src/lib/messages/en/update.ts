export const updateEn = {
  'update.others':
    'The new version takes over once the other tabs of Deskbook are closed ({count}). Close them, then ask again.',
  'update.ready': 'A new version of Deskbook is at hand. Nothing changes until you load it.',
  'update.reload': 'Load it now',
} as const;
