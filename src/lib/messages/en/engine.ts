export const engineEn = {
  'engine.query.syntax': 'The SQL cannot be read: {message}',
  'engine.query.unreadable':
    'The SQL cannot be read from “{near}” on. Look at that word and the one before it.',
  'engine.query.endsEarly': 'The SQL ends too early: something is still open or missing at its end.',
  'engine.query.binder': 'The query does not fit the data: {message}',
  'engine.query.noColumn': 'There is no column “{name}” here. Did you mean {near}?',
  'engine.query.notGrouped':
    'Beside a count, sum or average, “{name}” has to be grouped by: “group by all” groups by every such column.',
  'engine.query.whereAggregate':
    '“where” looks at single rows, before anything is counted or summed. Put this condition into “having”, after “group by”.',
  'engine.query.noColumnThere': 'There is no column “{name}” there.',
  'engine.query.noAlias': 'The query reads nothing under the name “{name}”. Did you mean {near}?',
  'engine.query.noFrom': 'There is no column “{name}” here: the query reads no table. Is its “from” missing?',
  'engine.query.noTable': 'There is no table or cell “{name}”. Did you mean {near}?',
  'engine.query.noFunction': 'There is no function “{name}”. Did you mean {near}?',
  'engine.query.noMatch':
    'The function “{name}” does not take these kinds of values: {call}. Convert them first, for example with ::int or ::date.',
  'engine.query.catalog': 'Not found: {message}',
  'engine.query.conversion': 'A value cannot be converted: {message}',
  'engine.query.constraint': 'A rule of the table was broken: {message}',
  'engine.query.interrupted': 'Stopped.',
  'engine.query.memory':
    'Not enough memory for this query. Read fewer columns, filter earlier, or restart the engine to free memory.',
  'engine.query.other': 'The query failed: {message}',
  'engine.busy':
    'Another tab has this workspace open. Use it there, take it over here, or go on with an empty copy in memory.',
  'engine.takenOver': 'Another tab has taken over this workspace. Reload this page to take it back.',
  'engine.takeOverFailed':
    'The other tab did not let go of the workspace. Close it, wait a few seconds and try again.',
  'engine.closed': 'The engine has been closed. Reload the page to start it again.',
  'engine.crashed': 'The engine stopped working: {message} Restart it; what was saved is still there.',
  'engine.unsupported':
    'This browser cannot run the engine: it lacks {feature}. Use a current Chrome, Edge, Firefox or Safari.',
  'engine.notStarted': 'The engine could not be started: {message}',
  'engine.notOpened':
    'The workspace’s database could not be opened: {message} Go on in memory, or remove the stored data.',
  'engine.memoryOnly':
    'This browser gives the page no storage (a private window?), so what you import is lost when the tab closes.',
  'engine.noHostFiles': 'The page cannot read {file} by its path: choose or drop the file instead.',
  'engine.insertColumns': 'The table {table} has {expected} columns, the rows to insert have {given}.',
} as const;
