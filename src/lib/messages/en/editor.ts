export const editorEn = {
  'editor.newName': 'New name',
  'editor.fixes': 'Quick fixes',
  'editor.uses': 'Uses of “{name}”',
  'editor.uses.place': '{cell}, line {line}',
  'editor.key.lineNumbers': 'Show or hide line numbers',
  'editor.key.allLineNumbers': 'Show or hide line numbers in all cells',
  'editor.preview': 'Preview',
  'editor.preview.of': 'Preview of “{name}”',
  'editor.preview.none': 'There is no query at the cursor.',
  'editor.preview.first': 'The first {count} rows',
  'editor.preview.waits': 'Asking…',
  'editor.preview.command': 'Preview the Query at the Cursor',
} as const;
