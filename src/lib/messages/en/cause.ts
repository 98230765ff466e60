export const causeEn = {
  'cause.affected': 'affected',
  'cause.after': 'after',
  'cause.and': 'and',
  'cause.another': 'Another day',
  'cause.ask': 'Test a Cause…',
  'cause.before': 'before',
  'cause.byWeek': 'Week by week, counted from the event',
  'cause.cannot':
    '> **What this cannot show.** It compares; it does not prove. Whatever else began there at the same time looks the same in these numbers, and so does a change in who answers or in what customers ask about. Where the segment or the day was chosen because it stands out, the interval is too kind: ask what happened first, then test it. Few rows make wide intervals: *no clear difference* is not *no effect*.',
  'cause.cannotCount':
    ' Counts of days and weeks vary more than these intervals know, which take every row for independent of the others.',
  'cause.day': 'First day of the event',
  'cause.days': 'Days compared, before it and from it on',
  'cause.event': 'Event',
  'cause.eventRow': 'event',
  'cause.go': 'Add the test',
  'cause.higher': 'Those affected rose against all others',
  'cause.hint':
    'Deskbook compares the affected with all others, before the event and from it on, and writes the comparison as cells that you can read, edit and send.',
  'cause.lead':
    'If the event moved **{kpi}** of {segment}, it changed there from that day on otherwise than everywhere else. The change of those affected, less the change of all others, is what the event may have done: what moved everybody cancels out.',
  'cause.lower': 'Those affected fell against all others',
  'cause.members': 'Which',
  'cause.none': 'None chosen',
  'cause.nothing': 'Nothing to compare: one of the four groups has too few rows',
  'cause.placebo': 'before it',
  'cause.placeboResult':
    '**Were they on the same way before?** Between the two halves of the time before the event the same difference is {effect} (95% interval {low} to {high}). {verdict}. Nothing had happened yet, so it should be no clear difference; if it is more, the two were apart already, and the event explains less than the difference says.',
  'cause.rest': 'all others',
  'cause.result':
    '**{verdict}.** Those affected went from {affectedBefore} to {affectedAfter}, all others from {restBefore} to {restAfter}: a difference between the two changes of **{effect}** (95% interval {low} to {high}). The smallest of the four groups has n = {least}.',
  'cause.resultCount':
    '**{verdict}.** Those affected went from {affectedBefore} to {affectedAfter}, all others from {restBefore} to {restAfter}: against the growth of all others, **{effect}** (95% interval {low} to {high}).',
  'cause.segment': 'Affected',
  'cause.title': 'Test a cause: {kpi}',
  'cause.titleOf': 'Test a cause: {event}',
  'cause.unclear': 'No clear difference: the interval holds zero',
  'cause.unfit': 'Say on which day it began and who was affected: at least one member of a dimension.',
  'cause.unknown': 'not known',
  'cause.written': 'Do you have an idea what caused it? Test it against those who were not affected.',
} as const;
