export const preflightEn = {
  'preflight.exclude': { one: 'Leave {count} row out', other: 'Leave {count} rows out' },
  'preflight.what.merged': {
    one: '{count} ticket was merged into another.',
    other: '{count} tickets were merged into others.',
  },
  'preflight.why.merged':
    'The customer’s request counts twice where the merged ticket is counted as well: created, closed, per customer.',
  'preflight.what.deleted': {
    one: '{count} ticket was deleted at the vendor.',
    other: '{count} tickets were deleted at the vendor.',
  },
  'preflight.why.deleted':
    'Vendors leave deleted tickets out of their own figures: with them, totals are higher than there.',
  'preflight.what.spam': { one: '{count} ticket is spam.', other: '{count} tickets are spam.' },
  'preflight.why.spam': 'Spam is nobody’s request: it raises volume and lowers the share that is solved.',
  'preflight.what.test_tickets': {
    one: '{count} ticket looks like a test.',
    other: '{count} tickets look like tests.',
  },
  'preflight.why.test_tickets': 'Tests are answered at once or never: they bend volume and times.',
  'preflight.what.undated': {
    one: '{count} ticket has no date of creation.',
    other: '{count} tickets have no date of creation.',
  },
  'preflight.why.undated':
    'What has no date falls into no period: trends leave it out, totals without a period count it.',
  'preflight.what.solved_before_created': {
    one: '{count} ticket was solved before it was created.',
    other: '{count} tickets were solved before they were created.',
  },
  'preflight.why.solved_before_created':
    'Two clocks or two zones are mixed, or the dates are in the wrong columns. Resolution times leave it out.',
  'preflight.what.reply_before_created': {
    one: '{count} ticket was answered before it was created.',
    other: '{count} tickets were answered before they were created.',
  },
  'preflight.why.reply_before_created':
    'Two clocks or two zones are mixed, or the conversation began elsewhere. First response times leave it out.',
  'preflight.what.closed_without_date': {
    one: '{count} ticket is solved or closed, and nothing says when.',
    other: '{count} tickets are solved or closed, and nothing says when.',
  },
  'preflight.why.closed_without_date':
    'Such a ticket counts as solved and is missing from resolution times and from what was solved per day.',
  'preflight.what.future': {
    one: '{count} ticket has a date that is later than its import.',
    other: '{count} tickets have dates that are later than their import.',
  },
  'preflight.why.future':
    'Day and month may have changed places, or a planned date is read as one that happened. The data then seem to reach further than they do.',
  'preflight.what.damaged_ids': {
    one: '{count} ticket has an id that a spreadsheet damaged (such as 1.03E+13).',
    other: '{count} tickets have ids that a spreadsheet damaged (such as 1.03E+13).',
  },
  'preflight.why.damaged_ids':
    'Different people or tickets may share such an id. Export again, and open the file in nothing that rounds.',
  'preflight.what.unknown_status': {
    one: '{count} ticket has a status that no vocabulary knows.',
    other: '{count} tickets have a status that no vocabulary knows.',
  },
  'preflight.why.unknown_status':
    'Such a ticket counts as neither open nor solved. Say in the mapping what the word means.',
  'preflight.what.unknown_channel': {
    one: '{count} ticket has a channel that no vocabulary knows.',
    other: '{count} tickets have a channel that no vocabulary knows.',
  },
  'preflight.why.unknown_channel':
    'Breakdowns and filters show no channel for it. Say in the mapping what the word means.',
  'preflight.what.absurd_durations': {
    one: '{count} ticket has a duration that is negative or longer than five years.',
    other: '{count} tickets have durations that are negative or longer than five years.',
  },
  'preflight.why.absurd_durations':
    'A few such values rule every mean. The unit in the mapping may be wrong: minutes read as hours.',
  'preflight.what.bots_as_agents': {
    one: '{count} agent seems to be a program.',
    other: '{count} agents seem to be programs.',
  },
  'preflight.why.bots_as_agents':
    'A program’s replies count as a person’s here: first responses seem faster and agents more. Mark programs as bots in the agents file.',
  'preflight.what.off_scale': {
    one: '{count} answer stands on no known scale.',
    other: '{count} answers stand on no known scale.',
  },
  'preflight.why.off_scale':
    'Without a score an answer is missing from satisfaction. Choose the scale in the mapping.',
  'preflight.what.borrowed_dates': {
    one: '{count} answer has no date of its own.',
    other: '{count} answers have no date of their own.',
  },
  'preflight.why.borrowed_dates':
    'The day on which the ticket was solved, closed or created stands in: real answers come later, and trends are shifted.',
  'preflight.what.orphan_ratings': {
    one: '{count} answer belongs to a ticket that is not here.',
    other: '{count} answers belong to tickets that are not here.',
  },
  'preflight.why.orphan_ratings':
    'Such an answer counts in satisfaction as a whole and is missing by channel, team and agent. Import the tickets’ export as well.',
  'preflight.what.orphan_messages': {
    one: '{count} message belongs to a ticket that is not here.',
    other: '{count} messages belong to tickets that are not here.',
  },
  'preflight.why.orphan_messages': 'Such a message completes no ticket. Import the tickets’ export as well.',
  'preflight.what.undated_messages': {
    one: '{count} message has no date.',
    other: '{count} messages have no date.',
  },
  'preflight.why.undated_messages':
    'Without a date a message can be neither a first reply nor a customer’s question: times from messages leave it out.',
  'preflight.what.gaps': {
    one: '{count} day has no ticket, although its weekday usually has some.',
    other: '{count} days have no ticket, although their weekdays usually have some.',
  },
  'preflight.why.gaps':
    'An export in pieces often lacks a piece. Totals and means per day are too low there. Name holidays in a calendar and they are not reported.',
  'preflight.what.cut_off': {
    one: 'The last day, {day}, has {count} ticket; its weekday usually has {usual}.',
    other: 'The last day, {day}, has {count} tickets; its weekday usually has {usual}.',
  },
  'preflight.why.cut_off':
    'The export was made in the middle of that day: the last point of a trend falls for no other reason.',
  'preflight.what.duplicates': {
    one: '{count} row repeats another exactly.',
    other: '{count} rows repeat others exactly.',
  },
  'preflight.why.duplicates': 'One of each was kept: nothing counts twice.',
  'preflight.what.rejected': {
    one: '{count} row could not be read.',
    other: '{count} rows could not be read.',
  },
  'preflight.why.rejected':
    'What was rejected is missing everywhere. The reasons stand beside the rows in rejected_rows.',
  'preflight.what.assumed_zone': {
    one: 'The times of {count} source name no zone; they were read as {zone}.',
    other: 'The times of {count} sources name no zone; they were read as {zone}.',
  },
  'preflight.why.assumed_zone':
    'If the zone is another, hours are shifted, and what happened around midnight is on another day.',
  'preflight.what.empty_columns': {
    one: '{count} column of “{source}” was mapped and is empty: {columns}.',
    other: '{count} columns of “{source}” were mapped and are empty: {columns}.',
  },
  'preflight.why.empty_columns':
    'What needs it cannot be computed. The export may leave it out, or the mapping may read the wrong column.',
  'preflight.what.single_agent': {
    one: 'The only ticket with an agent is “{only}”’s: {count}.',
    other: 'All {count} tickets with an agent belong to “{only}”.',
  },
  'preflight.why.single_agent':
    'Whoever exported is often written as the agent: figures by agent say nothing then.',
  'preflight.what.single_channel': {
    one: 'The only ticket with a channel came by “{only}”: {count}.',
    other: 'All {count} tickets with a channel came by “{only}”.',
  },
  'preflight.why.single_channel':
    'The export may hold one channel only: totals are not those of the whole team.',
  'preflight.what.failed': 'The check “{check}” could not be made.',
  'preflight.why.failed': 'Whether the data are odd in this respect is not known.',
} as const;
