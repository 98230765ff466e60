/** The first steps of a newcomer. */
export const walkthroughEn = {
  'walkthrough.command': 'Get Started',
  'walkthrough.title': 'Get started',
  'walkthrough.intro': 'Four steps from an export to a first KPI',
  'walkthrough.progress': '{count} of {all} done',
  'walkthrough.done': 'done',
  'walkthrough.data.title': 'Bring an export',
  'walkthrough.data.text':
    'Drop the files of your helpdesk anywhere on this page, or look around in a made-up shop. Nothing leaves your computer.',
  'walkthrough.data.import': 'Import Files…',
  'walkthrough.data.sample': 'Open the Sample Shop',
  'walkthrough.kpi.title': 'Look at a KPI',
  'walkthrough.kpi.text':
    'The catalogue says what each KPI means, how it is computed, how it misleads, and what your data gives.',
  'walkthrough.kpi.open': 'Open the Catalogue',
  'walkthrough.insert.title': 'Put it into a notebook',
  'walkthrough.insert.text':
    'Insert into notebook, on the page of a KPI, makes a cell of it: plain SQL that you can read and change. A ready-made notebook has its first ones.',
  'walkthrough.insert.page': 'Open CSAT',
  'walkthrough.insert.ready': 'Open a Ready-Made Notebook',
  'walkthrough.run.title': 'Run it',
  'walkthrough.run.text':
    'Shift+Enter runs a cell, Run all the whole notebook. The value comes with its interval, its change and its n.',
  'walkthrough.run.run': 'Run the Notebook',
  'walkthrough.end': 'That is all it takes. The menu of any value explains why it moved.',
} as const;
