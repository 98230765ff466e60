/** The groups of the editor area, what leads through them, and the settings page. */
export const editorsEn = {
  'editors.group': 'Editor group {place}',
  'editors.resizeGroup': 'Width of editor group {place}',
  'editors.command.split': 'Split Editor Right',
  'editors.command.sendRight': 'Move Editor into Right Group',
  'editors.command.sendLeft': 'Move Editor into Left Group',
  'editors.command.groupRight': 'Focus Right Editor Group',
  'editors.command.groupLeft': 'Focus Left Editor Group',
  'editors.command.breadcrumbs': 'Focus Breadcrumbs',
  'editors.breadcrumbs': 'Breadcrumbs',
  'editors.crumb.files': 'Go to a notebook',
  'editors.crumb.headings': 'Go to a heading',
  'editors.crumb.cells': 'Go to a cell',
  'editors.settings.search': 'Search settings',
  'editors.settings.found': {
    one: '{count} setting found',
    other: '{count} settings found',
  },
  'editors.memory': '{used} of {limit}',
  'editors.memoryHint': 'Memory that the engine uses, of what it may use. Click for its output.',
  'editors.attention.explorer': {
    one: '{count} problem in the open notebooks',
    other: '{count} problems in the open notebooks',
  },
  'editors.attention.data': {
    one: '{count} rejected row',
    other: '{count} rejected rows',
  },
  'editors.attention.kpis': {
    one: '{count} problem in KPIs of your own',
    other: '{count} problems in KPIs of your own',
  },
} as const;
