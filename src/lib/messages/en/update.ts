export const updateEn = {
  'update.notLoaded':
    'This part of Deskbook could not be fetched: there is a new version on the server, or no network. What you wrote is kept.',
  'update.others':
    'The new version takes over once the other tabs of Deskbook are closed ({count}). Close them, then ask again.',
  'update.ready': 'A new version of Deskbook is at hand. Nothing changes until you load it.',
  'update.reload': 'Load it now',
  'update.reloadPage': 'Reload the page',
} as const;
