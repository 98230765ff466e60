export const explainingEn = {
  'explaining.again':
    'The numbers follow the two periods. Which segments stand out was found for {before} against {after}; for other days, ask for the explanation again.',
  'explaining.ask': 'Explain this change…',
  'explaining.before': 'Before',
  'explaining.after': 'After',
  'explaining.byDimension': 'By {dimension}',
  'explaining.chart': 'The charts show the {count} segments that gave most.',
  'explaining.days': '{kpi} by day: {segment}',
  'explaining.effect': 'Part of the change in {kpi}',
  'explaining.first': 'First day',
  'explaining.go': 'Explain',
  'explaining.hint':
    'Deskbook compares two stretches of time, takes the change apart by every dimension of the data, and writes what it finds as cells that you can read, edit and send.',
  'explaining.interval': ' (95% interval {low} to {high})',
  'explaining.last': 'Last day',
  'explaining.looked': {
    one: '{count} segment of {dimensions} was looked at, alone and in pairs.',
    other: '{count} segments of {dimensions} were looked at, alone and in pairs.',
  },
  'explaining.dimensions': { one: '{count} dimension', other: '{count} dimensions' },
  'explaining.looking': 'Looking at every segment, {before} against {after}…',
  'explaining.lowRows': 'The low ratings: {segment}',
  'explaining.lowRowsHint':
    'Those with a comment come first. Read twenty of them before you say anything to anyone.',
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
