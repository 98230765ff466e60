/** The drawn graph of a notebook. */
export const graphEn = {
  'graph.name': 'graph',
  'graph.command': 'Show Graph of Notebook',
  'graph.title': 'Graph of “{name}”',
  'graph.summary': {
    one: '{count} cell in the order of running; {stale} out of date',
    other: '{count} cells in the order of running; {stale} out of date',
  },
  'graph.node': '{turn}. {name}, {kind}, {state}',
  'graph.reads': 'reads {names}',
  'graph.feeds': 'feeds {names}',
  'graph.empty': 'There is nothing to draw yet: a cell of SQL, a chart or an input comes here.',
  'graph.closed': 'The notebook of this graph is closed.',
  'graph.open': 'Open the Notebook',
} as const;
