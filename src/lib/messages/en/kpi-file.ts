export const kpiFileEn = {
  'kpi-file.noFront': 'A KPI begins with a line “---”, then its fields, then another line “---”.',
  'kpi-file.noMapping': 'Between the two lines “---” each line is a field: its name, a colon, what it says.',
  'kpi-file.yaml.twice': 'This field is there twice: keep one of the two.',
  'kpi-file.yaml.tab': 'This line begins with a tab: indent with spaces.',
  'kpi-file.yaml.indent': 'This line is not indented like the lines it belongs to, or a bracket has no end.',
  'kpi-file.yaml.open':
    'Something is still open here: a quotation mark, a bracket or a brace has no end, or a comma is missing.',
  'kpi-file.yaml.quotes':
    'Put this text in quotation marks: it begins with a sign, or holds one, that means something here.',
  'kpi-file.yaml.colon':
    'A colon is missing after the field’s name, or this line belongs to the text before it and has to be indented.',
  'kpi-file.yaml.other': 'This line cannot be read. If a text holds “: ” or “ #”, put it in quotation marks.',
  'kpi-file.missing': 'This KPI has no “{field}”, which it needs.',
  'kpi-file.expected': '“{field}” should be one of: {expected}.',
  'kpi-file.expectedNear':
    '“{value}” is nothing that “{field}” can be. Did you mean {near}? It can be: {expected}.',
  'kpi-file.expectedText': '“{field}” should be a text.',
  'kpi-file.expectedNumber': '“{field}” should be a number.',
  'kpi-file.expectedList': '“{field}” should be a list of texts: [a, b].',
  'kpi-file.expectedFields': '“{field}” should hold fields of its own, indented below it.',
  'kpi-file.expectedTexts': '“{field}” should hold texts, each under a name.',
  'kpi-file.expectedId':
    'An id is written in small letters without accents, digits and _, and begins with a letter: my_kpi.',
  'kpi-file.expectedName': 'A KPI has a name in both languages: {en: …, pt-BR: …}.',
  'kpi-file.unknownField': '“{field}” means nothing in a KPI; it is ignored.',
  'kpi-file.unknownFieldNear': '“{field}” means nothing in a KPI. Did you mean {near}?',
  'kpi-file.noTable': 'There is no table “{name}”.',
  'kpi-file.noTableNear': 'There is no table “{name}”. Did you mean {near}?',
  'kpi-file.noColumn': '{table} has no column “{name}”.',
  'kpi-file.noColumnNear': '{table} has no column “{name}”. Did you mean {near}?',
  'kpi-file.noDimension': 'There is no dimension “{name}”.',
  'kpi-file.noDimensionNear': 'There is no dimension “{name}”. Did you mean {near}?',
  'kpi-file.dimensionAway':
    'Rows of {table} do not lead to “{name}”, so this KPI cannot be broken down by it.',
  'kpi-file.noCheck': 'Deskbook has no check called “{name}”.',
  'kpi-file.noCheckNear': 'Deskbook has no check called “{name}”. Did you mean {near}?',
  'kpi-file.noInstant': '“{field}” should be a date or an instant; this is {type}.',
  'kpi-file.noCondition': '“{field}” should be a condition, true or false for each row; this is {type}.',
  'kpi-file.oneExpression':
    '“{field}” should be one SQL expression: here it ends early, or a bracket or quotation mark is left open.',
  'kpi-file.oneQuery': 'A KPI’s own SQL is one query: a single “select”, nothing before or after it.',
  'kpi-file.headlineColumns':
    'The headline’s query has to give the columns value and n; it lacks: {columns}.',
  'kpi-file.shipped':
    '“{id}” comes with Deskbook and stays as it is: this file is not used. Give yours another id; cells that you have keep their SQL.',
  'kpi-file.twice':
    '“{id}” is defined in {file} already, so this file is not used. Give this one another id.',
  'kpi-file.noSql': 'A KPI of shape custom needs SQL of its own: a fence “```sql headline”, for instance.',
  'kpi-file.noProse': 'This KPI is not explained in {locale}.',
  'kpi-file.template.id': 'cells call it by this',
  'kpi-file.template.from': 'the table whose rows count: tickets, messages, ratings, contacts…',
  'kpi-file.template.where': 'which of its rows count; SQL over its columns',
  'kpi-file.template.at': 'the date that puts a row into a period',
  'kpi-file.template.rows': 'the columns of the rows behind it',
  'kpi-file.template.prose': 'What it means, and how it misleads.',
} as const;
