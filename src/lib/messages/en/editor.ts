export const editorEn = {
  'editor.newName': 'New name',
  'editor.fixes': 'Quick fixes',
  'editor.uses': 'Uses of “{name}”',
  'editor.uses.place': '{cell}, line {line}',
  'editor.key.lineNumbers': 'Show or hide line numbers',
  'editor.key.allLineNumbers': 'Show or hide line numbers in all cells',
} as const;
