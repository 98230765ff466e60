export const notebookEn = {
  'notebook.fence.open':
    'This cell is never closed: it runs to the end of the file. Add a line ``` after it.',
  'notebook.attribute.repeated': 'The attribute “{key}” is given twice; the first one counts.',
  'notebook.name.repeated': 'Another cell above is already called “{name}”. Give this one a name of its own.',
  'notebook.front.unreadable':
    'The front matter cannot be read as YAML, so its settings are not used: {message}',
  'notebook.front.noMapping':
    'The front matter is no list of “key: value” lines, so its settings are not used.',
  'notebook.front.newer':
    'This notebook was written for a newer format ({version}). What this program does not know is kept as it is.',
  'notebook.front.filters':
    'The filters of the front matter are not used: write them as “filters: {channel: [email]}”.',
} as const;
