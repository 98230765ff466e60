export const reconcileEn = {
  'reconcile.ask': 'Your helpdesk shows another number?',
  'reconcile.cannot':
    'Nothing could be tried: this data has no row that the KPI counts by any of its variants.',
  'reconcile.chance': {
    one: 'With so few digits, about {count} of the ways tried would come to it by chance alone. If the other screen shows more digits, type them.',
    other:
      'With so few digits, about {count} of the ways tried would come to it by chance alone. If the other screen shows more digits, type them.',
  },
  'reconcile.everything': 'Counted over all that is loaded.',
  'reconcile.example': 'As that screen shows it, such as {example}.',
  'reconcile.filtered': 'Counted with the filters of “{notebook}”: {filters}.',
  'reconcile.found': {
    one: '{count} way of counting comes to {number}; {tried} of {possible} were tried.',
    other: '{count} ways of counting come to {number}; {tried} of {possible} were tried.',
  },
  'reconcile.hint':
    'Deskbook counts in other ways (its variants, other time zones, other dates, without what others leave out) and tells which come to that number.',
  'reconcile.inCell': 'as in this cell',
  'reconcile.insert': 'Insert as a cell',
  'reconcile.insertedMatch': '**{kpi}**: another screen shows {number}, and so does this count: {how}.',
  'reconcile.insertedOther': '**{kpi}**: another screen shows {number}; this count comes near it: {how}.',
  'reconcile.look': 'Look for it',
  'reconcile.matching': 'Come to {number}',
  'reconcile.menu': 'About {kpi}',
  'reconcile.nearest': 'The nearest others',
  'reconcile.next': 'What to check next',
  'reconcile.nextExport':
    'Whether this export holds all that the other screen counts: the same days, channels, and tickets that were archived or deleted.',
  'reconcile.nextFilters':
    'The filters of the other screen: a team, a channel or a brand that is chosen there.',
  'reconcile.nextOtherPeriod':
    'The period: look for the number of another one, such as a whole month, to see whether that one agrees.',
  'reconcile.nextPeriod':
    'The period: the other screen seldom shows all time. Choose the days that it shows.',
  'reconcile.nextRejected': {
    one: '{count} row was rejected on import and is not counted; the page of its source says why.',
    other: '{count} rows were rejected on import and are not counted; the page of their source says why.',
  },
  'reconcile.nextZone':
    'The time zone of the other screen: name it if you know it, so that it is tried first.',
  'reconcile.none': 'No way of counting comes to {number}; {tried} of {possible} were tried.',
  'reconcile.number': 'The number on the other screen',
  'reconcile.off': 'off by {difference}',
  'reconcile.period': 'Period',
  'reconcile.progress': {
    one: '{tried} of {possible} ways tried, {count} comes to it.',
    other: '{tried} of {possible} ways tried, {count} come to it.',
  },
  'reconcile.readAs': 'Read as {readings}.',
  'reconcile.stop': 'Stop',
  'reconcile.stopped': 'You stopped before the rest.',
  'reconcile.title': '{kpi}: reconcile with another screen',
  'reconcile.unread': 'This is no number yet.',
  'reconcile.use': 'Use this variant in the cell',
  'reconcile.zone': 'Its time zone',
  'reconcile.zoneUnknown': 'not known',
} as const;
