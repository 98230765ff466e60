export const runtimeEn = {
  'runtime.name.reserved':
    '“{name}” is the name of a table of yours. Give the cell another name, so that both can be read.',
  'runtime.parameter.numbered': '“{token}” has no value here. Use an input’s name instead, as in $channel.',
  'runtime.kpi.noRows': 'Nothing that this KPI counts is in the period and the filters.',
  'runtime.sql.empty': '{reason}',
  'runtime.result.notKept':
    '{count} rows: more than the {limit} that are kept. The query is run again whenever they are read.',
  'runtime.chart.of':
    'The chart does not say which cell it draws. Add its name to the first line: of=query_1.',
  'runtime.chart.bars':
    'Drawn are the first {shown} of {count} bars, in the order of the rows. Filter, or narrow the period, to see others.',
  'runtime.chart.lines': 'Drawn are the {shown} of {count} lines that rest on the most rows.',
  'runtime.chart.rows': 'Drawn from the first {shown} of {count} rows. Aggregate in the query to see all.',
  'runtime.input.name':
    'An input needs a name of letters, digits and underscores in its first line, as in “```input channel”. Queries read it as $channel.',
  'runtime.input.noMapping': 'An input is a list of “key: value” lines, such as “type: select”.',
  'runtime.input.unreadable': 'The input cannot be read as YAML: {message}',
  'runtime.input.type': 'There is no input of type “{type}”. The types are {types}.',
  'runtime.input.unknown': 'An input has no setting “{key}”. It may have {known}.',
  'runtime.input.options': 'This input has nothing to choose from. Add “options:”, a list or a query.',
  'runtime.input.range':
    'A slider goes from its “min:” up to its “max:”, by a “step:” above 0; {min} to {max} leaves nothing to choose.',
  'runtime.input.period':
    '“{period}” is no period. Try “last 8 weeks”, “this month” or “2026-01-01..2026-02-01”.',
  'runtime.failed.upstream': 'Not run, because the cell “{cell}” failed.',
  'runtime.failed.cycle':
    'These cells read one another in a circle: {cells}. One of them must read something else.',
  'runtime.failed.missing':
    'There is no cell or table called “{name}” any more. Rename the use, or bring the cell back.',
  'runtime.failed.parameter': 'There is no “{name}”. What exists: {known}. Add an input cell to define it.',
  'runtime.failed.duplicate': 'Two cells define “{name}”. Rename one of them.',
  'runtime.failed.other': 'The cell could not be run: {message}',
} as const;
