export const importEn = {
  'import.schema.newer':
    'This data was stored by a later version of Deskbook (format {version}). Open it with that version, or start a new workspace.',
  'import.nothing': 'None of these files holds a table that can be loaded: {files}.',
  'import.event.noDay': 'An event needs a day.',
  'import.event.noName': 'An event needs a name.',
  'import.event.span': 'An event ends after it begins.',
  'import.target.noValue': 'A target needs a number.',
  'import.target.span': 'A target ends after it begins.',
  'import.zone.unknown':
    '“{zone}” is not a time zone. Use a name such as America/Sao_Paulo, or an offset such as -03:00.',
  'import.calendar.noName': 'A calendar needs a name.',
  'import.calendar.noHours': 'The calendar “{calendar}” has no opening hours. Give it at least one stretch.',
  'import.calendar.hours':
    'A stretch of the calendar “{calendar}” is not possible: weekdays go from 1 to 7, and a stretch lasts up to 24 hours.',
  'import.calendar.day': '“{day}” is no day of the calendar “{calendar}”. Write it as 2026-12-25.',
  'import.calendar.unknown': 'There is no calendar “{calendar}”.',
  'import.mapping.pattern':
    'The mapping’s pattern for “{column}” cannot be read: {pattern}. Write an RE2 expression with one group in parentheses, such as #([0-9]+).',
  'import.why.headers': '{found} of its headers are {vendor}’s.',
  'import.why.calls': 'Its headers speak of calls: {found} of 7 traits of a call sheet.',
  'import.why.log': 'Its headers speak of a log with a row per update: {found} of 13 traits of one.',
  'import.why.posts': 'Its headers speak of posts on a social network.',
  'import.why.followers': 'Its headers speak of followers by day.',
  'import.why.orders': 'Its headers are those of orders as {shop} exports them.',
  'import.why.cases': 'Its headers speak of cases and of who the customer is: {found} of 8 traits.',
  'import.why.callSums': 'Its headers speak of calls summed up by day or agent: {found} figures.',
  'import.why.canonical': '{found} of its headers are columns of the table {table}.',
  'import.why.generic': {
    one: 'No known export; {count} column was matched by its header.',
    other: 'No known export; {count} columns were matched by their headers.',
  },
  'import.why.leftOut': 'Known as {vendor}’s; it holds nothing that Deskbook reads.',
  'import.why.sameRows': 'It holds the rows of the sheet “{sheet}” again: only that one is loaded.',
  'import.why.unmapped':
    'No request, message, answer, person or order was recognised in it: it needs a mapping.',
  'import.why.remembered': 'A file with the same headers was mapped before.',
  'import.why.stated': 'The source was chosen.',
  'import.reason.unused': 'Not used.',
  'import.reason.customField': 'Kept under its own name.',
  'import.reason.header': 'By its header, “{header}”.',
  'import.reason.vendor': 'Known column of this export ({vendor}).',
  'import.reject.missing': '“{column}” is empty: the row cannot be told from others.',
  'import.reject.date': 'The date in “{column}” cannot be read.',
  'import.reject.undated': '“{column}” is empty: the row has no date.',
  'import.decision.sheet': 'Sheet',
  'import.decision.sheetIn': 'Sheet of {file}',
  'import.decision.encoding': 'Encoding',
  'import.decision.encodingIn': 'Encoding of {file}',
  'import.decision.delimiter': 'Delimiter',
  'import.decision.delimiterIn': 'Delimiter of {file}',
  'import.decision.header': 'Header in line',
  'import.decision.headerIn': 'Header of {file} in line',
  'import.decision.dates': 'Dates in “{column}”',
  'import.decision.datesIn': 'Dates in “{column}” of {file}',
  'import.decision.scale': 'Scale of “{column}”',
  'import.decision.scaleIn': 'Scale of “{column}” in {file}',
  'import.decision.zone': 'Times without a zone',
  'import.decision.workspaceZone': 'Shown by the clock of',
  'import.scale.good_bad': 'good or bad',
  'import.scale.thumbs': 'thumbs up or down',
  'import.scale.1-3': '1 to 3',
  'import.scale.1-5': '1 to 5',
  'import.scale.1-7': '1 to 7',
  'import.scale.0-10': '0 to 10',
  'import.scale.0-100': '0 to 100',
  'import.scale.freshdesk': 'Freshdesk’s, −103 to 103',
  'import.delimiter.bar': 'vertical bar',
  'import.delimiter.comma': 'comma',
  'import.delimiter.semicolon': 'semicolon',
  'import.delimiter.tab': 'tab',
  'import.zone.mapping': '{zone}, as the mapping says',
  'import.zone.taken': 'taken as {zone}: the file does not say',
  'import.dates.seconds': 'seconds since 1970 (UTC)',
  'import.dates.milliseconds': 'milliseconds since 1970 (UTC)',
  'import.dates.serial': 'days as a spreadsheet counts them',
  'import.dates.iso': 'year-month-day',
  'import.dates.isoOffsets': 'year-month-day, with offsets from UTC',
  'import.dates.none': 'not readable',
  'import.dates.several': 'two spellings: “{first}” as {firstOrder}, “{second}” as {secondOrder}',
  'import.dates.rows': {
    one: '“{example}” as {order}: {count} row leaves no doubt',
    other: '“{example}” as {order}: {count} rows leave no doubt',
  },
  'import.dates.sibling': '“{example}” as {order}, like the other dates of the file',
  'import.dates.assumed': '“{example}” as {order}: assumed, no row settles it',
  'import.dates.stated': '“{example}” as {order}, as the mapping says',
  'import.into.vendor':
    'The source “{source}” is of {own}, and these files are of {vendor}. Choose a source of the same vendor, or a new one.',
  'import.file.unknown': 'The source “{source}” has no file “{file}”.',
  'import.note.excluded': {
    one: '{count} row is left out, as you chose; undo it where the report says what is odd.',
    other: '{count} rows are left out, as you chose; undo it where the report says what is odd.',
  },
  'import.note.already': '“{file}” is there already, since {date}: nothing of it was loaded again.',
  'import.note.otherAccount':
    'Its tickets have the same ids as those of “{source}” and other dates: they were taken as another account’s.',
  'import.note.assumedOrder':
    'Every date in “{column}” could be read two ways; “{example}” was read as {order}. Change it in the mapping if that is wrong.',
  'import.note.daysOnly':
    '“{column}” has days without a time of day: durations from it are exact to the day only.',
  'import.note.duplicates': {
    one: '{count} row repeats another exactly; one of each was kept.',
    other: '{count} rows repeat others exactly; one of each was kept.',
  },
  'import.note.leftOut': {
    one: '{count} row was left out, as the mapping asks: what it says in “{column}” is not wanted. It counts as loaded.',
    other:
      '{count} rows were left out, as the mapping asks: what they say in “{column}” is not wanted. They count as loaded.',
  },
  'import.note.unmet': {
    one: '{count} row of {file} completes nothing: no row of the table {table} has its key.',
    other: '{count} rows of {file} complete nothing: no row of the table {table} has their keys.',
  },
  'import.note.superseded': {
    one: '{count} row was an earlier state of the same record; the latest was kept.',
    other: '{count} rows were earlier states of the same records; the latest was kept.',
  },
  'import.note.offScale': {
    one: '{count} row of “{column}” is no answer on its scale ({words}); it has no score.',
    other: '{count} rows of “{column}” are no answers on its scale ({words}); they have no score.',
  },
  'import.note.unknownWords': {
    one: '{count} row of “{column}” has a word that is not known ({words}); it was kept as written and its meaning left empty.',
    other:
      '{count} rows of “{column}” have words that are not known ({words}); they were kept as written and their meaning left empty.',
  },
  'import.note.damagedIds': {
    one: '{count} id in “{column}” was damaged by a spreadsheet (such as 1.03E+13): different people may share it.',
    other:
      '{count} ids in “{column}” were damaged by a spreadsheet (such as 1.03E+13): different people may share one.',
  },
  'import.note.unreadable': {
    one: '{count} value in “{column}” could not be read and was left empty.',
    other: '{count} values in “{column}” could not be read and were left empty.',
  },
  'import.note.solvedBeforeCreated': {
    one: '{count} ticket was solved before it was created: it is kept, and left out of durations.',
    other: '{count} tickets were solved before they were created: they are kept, and left out of durations.',
  },
  'import.note.replyBeforeCreated': {
    one: '{count} ticket was answered before it was created: it is kept, and left out of durations.',
    other:
      '{count} tickets were answered before they were created: they are kept, and left out of durations.',
  },
  'import.note.closedWithoutDate': {
    one: '{count} ticket is solved or closed without a date of it.',
    other: '{count} tickets are solved or closed without a date of it.',
  },
  'import.note.undated': {
    one: '{count} ticket has no date of creation.',
    other: '{count} tickets have no date of creation.',
  },
} as const;
