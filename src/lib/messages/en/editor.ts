export const editorEn = {
  'editor.newName': 'New name',
  'editor.fixes': 'Quick fixes',
  'editor.uses': 'Uses of “{name}”',
  'editor.uses.place': '{cell}, line {line}',
} as const;
