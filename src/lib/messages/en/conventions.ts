export const conventionsEn = {
  'conventions.noNames': 'The file should begin with a name, a colon, and what it says: {names}',
  'conventions.noWeekStart': 'A week cannot begin with “{value}” here. It can be: monday, sunday, saturday.',
  'conventions.noList':
    '“{list}” should be a list: below it one entry after the other, each begins with “- ”.',
  'conventions.noFields': 'An entry of “{list}” should be fields with what they say: {fields}.',
  'conventions.noInner': '“{field}” should hold fields of its own, indented below it: {fields}.',
  'conventions.unknownField': '“{field}” means nothing here. There can be: {fields}.',
  'conventions.missing': 'This entry needs “{field}”.',
  'conventions.noText': '“{field}” should be a text.',
  'conventions.noNumber': '“{field}” should be a number, with a point: 0.85.',
  'conventions.noTexts': '“{field}” should be a list, one a line, each with “- ” before it.',
  'conventions.noDay': '“{value}” is no day. Write it as 2026-03-31, or with a time: 2026-03-31 14:30.',
  'conventions.noHours':
    '“{value}” are no hours. Write them as 09:00-18:00; several with commas between them.',
  'conventions.span': 'This ends before it begins.',
  'conventions.twice': 'There is another calendar “{name}”: give one of them another name, or make them one.',
  'conventions.about.targets':
    'Targets, each for a KPI by its id. value is in the unit of the KPI: 0.85 for 85%, seconds for durations.\nfor is a channel, team or agent; from and through are the first and the last day. All three can be left out.',
  'conventions.about.events':
    'What happened and may explain a number. from is its first day, through its last, if it lasted.\nkind is release, outage, policy, staffing, campaign or other.',
  'conventions.about.calendars':
    'When teams are at work. hours are such as 09:00-12:00, 13:00-18:00; what ends before it begins ends on the next day.\nrules say which calendar holds for which team and channel; without both, for everyone.',
  'conventions.about.settings':
    'What holds for this workspace, whoever opens it. timeZone is the zone of all times, weekStart is monday, sunday or saturday.\nLanguage, theme and editor are each reader’s own, and stay with the browser.',
  'conventions.kept':
    'What was kept in the database alone is a file now, “{name}”: it can be read, changed, shared and saved with your other files.',
  'conventions.wrong':
    'What “{name}” says does not count, because something is wrong in line {line}. {problem} Until it is mended, what it said before goes on.',
  'conventions.broken':
    'This cannot be written into “{name}”, because something is wrong in its line {line}. Open the file, mend that line, and try again.',
  'conventions.name':
    'A file of this kind cannot be called “{name}”: Deskbook knows notebooks and KPIs by “.md”, mappings by their folder, and the others by their names: targets.yaml, events.yaml, calendars.yaml, settings.yaml.',
  'conventions.editor': '{name}: a file of the workspace',
  'conventions.lastGood':
    'Something is wrong in this file. What it said before goes on until that is mended.',
  'conventions.inForce': 'This file counts: what you write here holds as soon as it is saved.',
  'conventions.notInForce': 'This file does not count now: “{name}” does.',
  'conventions.notTop': 'This file does not count here: “{name}” does, at the top, in no other folder.',
  'conventions.noMapping':
    'This is no mapping that Deskbook can use: something in it is missing, or is not known. Choose the columns anew with the next import, or take an earlier version of this file from its history.',
  'conventions.noHeaders':
    '“headers” is missing: the list of the headers of the files that this mapping is for. ["Ticket ID", "Status"]',
  'conventions.untrusted': 'This file counts once you trust the authors of its folder.',
  'conventions.use': 'Take This Over into “{name}”',
} as const;
