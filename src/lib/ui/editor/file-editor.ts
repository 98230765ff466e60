import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { blink } from './blink.ts';
import { setText } from './code-mirror.ts';
import { explainWords } from './hover.ts';
import type { FileEditorHandle, FileEditorOptions } from './editor.ts';
import { fromDocument } from './from-document.ts';
import { findBar } from './find-bar.ts';
import { completeKpi, explainKpi } from './kpi-completion.ts';
import { kpiLanguage } from './kpi-language.ts';
import type { KpiWords } from './kpi-words.ts';
import { listLanguage } from './list-language.ts';
import { toDiagnostic } from './mark.ts';
import { editorTheme } from './theme.ts';

/** Mounts an editor of a whole file, with its own way back; the caller destroys it. */
export function createFileEditor(parent: HTMLElement, options: FileEditorOptions): FileEditorHandle {
  const { words } = options;
  const view = new EditorView({
    parent,
    doc: options.text,
    extensions: [
      editorTheme,
      fileLook,
      lineNumbers(),
      history(),
      drawSelection({ cursorBlinkRate: 0 }),
      blink,
      highlightActiveLine(),
      bracketMatching(),
      closeBrackets(),
      indentUnit.of('  '),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false' }),
      words ? kpi(words) : listLanguage,
      findBar(options.find),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        const own = update.transactions.some((each) => each.docChanged && !each.annotation(fromDocument));
        if (own) options.change(update.state.doc.toString());
      }),
    ],
  });
  return {
    setText: (text) => setText(view, text),
    setMarks: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => toDiagnostic(view, mark)),
        ),
      ),
    reveal(from) {
      const anchor = Math.min(from, view.state.doc.length);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function kpi(words: () => KpiWords): Extension {
  return [
    kpiLanguage,
    autocompletion({ override: [completeKpi(words)], icons: false }),
    explainWords((name, doc) => explainKpi(name, doc, words())),
  ];
}

const fileLook = EditorView.theme({
  '&': { height: '100%' },
  '.cm-scroller': { overflow: 'auto' },
  '.cm-gutters': { backgroundColor: 'transparent' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--vscode-editor-lineHighlightBackground)' },
  '.cm-line': { padding: '0 10px 0 4px' },
});
