import { sqlFunctionsEn } from './sql-functions.ts';

export const sqlEn = {
  ...sqlFunctionsEn,
  'sql.unavailable.zone':
    'The page’s engine has no time zones, so “{words}” cannot run. Local times are ready-made: use the “_at” columns, or “_at_utc” for UTC.',
  'sql.unavailable.clock':
    'The page’s engine has no clock, so “{words}” cannot run. Use $as_of, the latest moment in the data: it gives the same numbers tomorrow.',
  'sql.unavailable.json':
    'The page’s engine cannot read JSON, so “{words}” cannot run. Import the file instead: its fields become columns.',
  'sql.unavailable.file':
    'Cells do not read files ({words}). Drop the file on the page, then read it by its table’s name.',
  'sql.unavailable.statement':
    'Cells do not load extensions, open databases or write files, so “{words}” cannot run. Use import and export instead.',
  'sql.fix.name': 'Change to “{name}”',
  'sql.fix.groupByAll': 'Add “group by all”',
  'sql.fix.groupBy': 'Group by “{name}” too',
  'sql.fix.local': 'Use “{name}”, which is local time',
  'sql.preview.waits': 'Run {cells} first: this query reads what it gives.',
} as const;
