import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** As chosen in the settings. */
const codeSize = 'var(--vscode-editor-font-size)';

const popup = {
  backgroundColor: 'var(--vscode-editorWidget-background)',
  color: 'var(--vscode-editorWidget-foreground)',
  border: '1px solid var(--vscode-editorWidget-border)',
  borderRadius: '4px',
  boxShadow: '0 2px 8px var(--vscode-widget-shadow)',
};

const look = EditorView.theme({
  '&': { color: 'var(--vscode-editor-foreground)', backgroundColor: 'transparent', fontSize: codeSize },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--vscode-editor-font-family)',
    lineHeight: `calc(${codeSize} + 6px)`,
    overflowX: 'auto',
  },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--vscode-editorCursor-foreground)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor': { borderLeftColor: 'var(--vscode-editorCursor-foreground)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--vscode-editor-selectionBackground)',
  },
  '& .cm-matchingBracket, & .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--vscode-editorBracketMatch-border)',
  },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'var(--vscode-notebook-cellEditorBackground)',
    color: 'var(--vscode-editorLineNumber-foreground)',
  },
  '.cm-placeholder': { color: 'var(--vscode-descriptionForeground)' },
  '.cm-tooltip': popup,
  '.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--vscode-editor-font-family)',
    fontSize: '12px',
    maxHeight: '16em',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--vscode-list-activeSelectionBackground)',
    color: 'var(--vscode-list-activeSelectionForeground)',
  },
  '.cm-completionDetail': { opacity: '0.75', fontStyle: 'normal', marginLeft: '1em' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 10px', maxWidth: '340px', whiteSpace: 'normal' },
  '.deskbook-hover': { padding: '6px 10px', maxWidth: '420px' },
  '.deskbook-hover p': { margin: '4px 0 0' },
  '.deskbook-signature strong': {
    color: 'var(--vscode-list-highlightForeground)',
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
  },
  '.deskbook-popup input': {
    font: 'inherit',
    padding: '2px 6px',
    color: 'var(--vscode-input-foreground)',
    background: 'var(--vscode-input-background)',
    border: '1px solid var(--vscode-focusBorder)',
    outline: 'none',
  },
  '.deskbook-popup button': {
    display: 'block',
    width: '100%',
    padding: '3px 10px',
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    background: 'none',
    border: 'none',
    cursor: 'pointer',
  },
  '.deskbook-popup button:focus, .deskbook-popup button:hover': {
    backgroundColor: 'var(--vscode-list-activeSelectionBackground)',
    color: 'var(--vscode-list-activeSelectionForeground)',
    outline: 'none',
  },
  '.cm-diagnosticAction': {
    margin: '6px 8px 0 0',
    padding: '1px 6px',
    color: 'var(--vscode-button-secondaryForeground)',
    backgroundColor: 'var(--vscode-button-secondaryBackground)',
    border: 'none',
    borderRadius: '2px',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--vscode-editorError-foreground)',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--vscode-editorWarning-foreground)',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-diagnostic': { maxWidth: '480px', padding: '6px 10px', borderLeft: 'none', whiteSpace: 'pre-wrap' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--deskbook-code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--deskbook-code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--deskbook-code-number)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--deskbook-code-comment)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--deskbook-code-type)' },
  { tag: [tags.special(tags.name), tags.propertyName], color: 'var(--deskbook-code-variable)' },
  { tag: tags.heading, color: 'var(--deskbook-code-keyword)', fontWeight: '600' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--vscode-textLink-foreground)' },
  { tag: tags.monospace, color: 'var(--deskbook-code-string)' },
]);

/** The editor in the colours of the page: the theme's variables, so that a switch of theme touches no editor. */
export const editorTheme: Extension = [look, syntaxHighlighting(colours)];
