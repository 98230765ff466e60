export const explainingEn = {
  'explaining.again':
    'The numbers follow the two periods. Which segments stand out was found for {before} against {after}; for other days, ask for the explanation again.',
  'explaining.ask': 'Explain This Change…',
  'explaining.before': 'Before',
  'explaining.after': 'After',
  'explaining.byDimension': 'By {dimension}',
  'explaining.chart': 'The charts show the {count} segments that gave most.',
  'explaining.control':
    'The dashed line is what was to be expected of the day by the period before, and of its weekday as far as weekdays differ by more than chance. Triangles lie outside the band: one day may do so by luck, several in a row do not.',
  'explaining.control.p':
    'The band is where chance alone keeps a day with so many rows (a p-chart: three standard deviations, wider where there are few).',
  'explaining.control.u':
    'The band is where chance alone keeps a day’s count (a u-chart: three standard deviations).',
  'explaining.control.xmr':
    'The band is where the usual steps from day to day keep it (an XmR chart: three standard deviations).',
  'explaining.control.moment':
    'The dashed rule is the most likely first day of the change, the shaded days are those that it may have been, with 95%. Both were found for {before} against {after} and stay there when the periods change.',
  'explaining.control.arriving': 'Grey days are not judged: their answers are still coming in.',
  'explaining.control.expected': 'To be expected',
  'explaining.control.low': 'Lower limit',
  'explaining.control.high': 'Upper limit',
  'explaining.control.usual': 'within the limits',
  'explaining.control.isOutside': 'outside the limits',
  'explaining.control.isArriving': 'still coming in',
  'explaining.days': '{kpi} by day: {segment}',
  'explaining.effect': 'Part of the change in {kpi}',
  'explaining.first': 'First day',
  'explaining.go': 'Explain',
  'explaining.hint':
    'Deskbook compares two stretches of time, takes the change apart by every dimension of the data, and writes what it finds as cells that you can read, edit and send.',
  'explaining.interval': ' (95% interval {low} to {high})',
  'explaining.last': 'Last day',
  'explaining.late':
    '**Answers are still coming in.** Of service from {day} on, {n} answers are here and about {missing} more are to be expected, by how late answers were before. Without these days, and each answer counted on the day of its service, the value went from {before} (n = {nBefore}) to {after} (n = {nAfter}): {change}{interval}.',
  'explaining.looked': {
    one: '{count} segment of {dimensions} was looked at, alone and in pairs.',
    other: '{count} segments of {dimensions} were looked at, alone and in pairs.',
  },
  'explaining.dimensions': { one: '{count} dimension', other: '{count} dimensions' },
  'explaining.looking': 'Looking at every segment, {before} against {after}…',
  'explaining.lowRows': 'The low ratings: {segment}',
  'explaining.lowRowsHint':
    'Those with a comment come first. Read twenty of them before you say anything to anyone.',
  'explaining.measure.count': '{kpi} (per day)',
  'explaining.measure.hours': '{kpi} (hours)',
  'explaining.measure.percent': '{kpi} (%)',
  'explaining.moves': 'What moved with it',
  'explaining.movesHint':
    'The mean of other measures in this segment before and after, the change in per cent with its 95% interval, and the same for everything else. `reading` says what the intervals allow.',
  'explaining.noComments':
    'No low rating of this segment has a comment with that word, or any comment at all.',
  'explaining.noMoves': 'Nothing else can be measured in this segment.',
  'explaining.noWords':
    'No word comes back in three low-rated comments of this segment, or they have no comments.',
  'explaining.reading.chance': 'no more than chance',
  'explaining.reading.everywhere': 'moved everywhere',
  'explaining.reading.few': 'too little data',
  'explaining.reading.here': 'moved here',
  'explaining.together':
    'Moving together is not causing: one thing may have moved both. And of twenty measures one leaves its interval by chance.',
  'explaining.word': 'Comments with the word',
  'explaining.words': 'What its customers say',
  'explaining.wordsHint':
    'Words, and pairs of neighbouring words, that mark the low ratings of this segment: against its own before, and against those of everyone else at the same time. The numbers count comments; `z` is the smaller of the two comparisons, in standard errors. Choose a word to read its comments.',
  'explaining.most': '“{segment}” gave most: {effect}, of which {rate} by its own value and {mix} by mix.',
  'explaining.mostOfCount': '“{segment}” gave most: {effect}.',
  'explaining.parts':
    '**Rate** is what the value of a segment itself gave. **Mix** is what it gave by growing or shrinking, where it is better or worse than the rest; what is new or gone is all mix. The parts add up to the change: `residual` is zero.',
  'explaining.partsOfCount':
    'Each segment is counted before and after. The parts add up to the change: `residual` is zero.',
  'explaining.points': 'One per cent is one point of the change.',
  'explaining.rows': 'The rows behind it: {segment}',
  'explaining.since': 'It most likely began on {day}, with 95% between {from} and {to}.',
  'explaining.span': '{from} to {to}',
  'explaining.standing':
    '> A segment that moved is not yet a cause. It says where to look: what happened there on that day, whether other places where the same thing happened moved too, and what the rows below say.',
  'explaining.suspect': 'What comes nearest to one: {cause}',
  'explaining.title': 'Why did {kpi} change?',
  'explaining.unfit':
    'Give a first and a last day of both periods. The one before has to end before the other begins.',
  'explaining.whole':
    '**{kpi}** went from {before} (n = {nBefore}) to {after} (n = {nAfter}): a change of **{change}**{interval}.',
  'explaining.wholeCount': '**{kpi}** went from {before} to {after}: a change of **{change}**{interval}.',
} as const;
