import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { json } from '@codemirror/lang-json';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  placeholder,
  type KeyBinding,
} from '@codemirror/view';
import { afterPaint } from './after-paint.ts';
import { blink } from './blink.ts';
import { changeBetween } from './change.ts';
import { completeChart } from './chart-completion.ts';
import { loadChartSchema } from './chart-schema.ts';
import { cursors } from './cursors.ts';
import { fromDocument } from './from-document.ts';
import { foundMarks, setFound } from './found.ts';
import { toDiagnostic } from './mark.ts';
import { closeSignature } from './signature.ts';
import { sqlEditing } from './sql-editing.ts';
import { editorTheme } from './theme.ts';
import type { EditorActions, EditorHandle, EditorOptions } from './editor.ts';

/** Mounts an editor; the caller destroys it. This module is the lazy chunk: import it through `editor.ts` only. */
export function createEditor(parent: HTMLElement, options: EditorOptions): EditorHandle {
  const language = new Compartment();
  const numbers = new Compartment();
  const { host, vocabulary } = options;
  const inSql = options.language === 'sql' && host ? sqlEditing(vocabulary, host) : null;
  const telling = afterPaint(() => options.actions.change(view.state.doc.toString()));
  const view = new EditorView({
    parent,
    doc: options.text,
    extensions: [
      Prec.highest(keymap.of(actionKeys(options.actions))),
      ...editing(options),
      numbers.of([]),
      language.of(inSql?.extension ?? languageNow(options)),
      EditorView.updateListener.of((update) => {
        const own = update.transactions.some((each) => each.docChanged && !each.annotation(fromDocument));
        if (own) telling.soon();
      }),
    ],
  });
  if (options.language === 'markdown')
    void loadMarkdown().then((it) => view.dispatch({ effects: language.reconfigure(it) }));
  return {
    // What is told changes the document, which then gives its text anew.
    setText: (text) => void (telling.now() || setText(view, text)),
    setMarks: (marks) => {
      if (inSql) return inSql.mark(view, marks);
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => toDiagnostic(view, mark)),
        ),
      );
    },
    setLineNumbers: (shown) => view.dispatch({ effects: numbers.reconfigure(shown ? lineNumbers() : []) }),
    setFound: (all, current) => setFound(view, { all, current }),
    focus: (where) => focus(view, where),
    get cursor() {
      return view.state.selection.main.head;
    },
    destroy: () => {
      telling.now();
      view.destroy();
    },
  };
}

function editing({ label, hint, readOnly, wraps, language, actions }: EditorOptions): Extension[] {
  return [
    editorTheme,
    foundMarks,
    cursors,
    drawSelection({ cursorBlinkRate: 0 }),
    blink,
    indentUnit.of('  '),
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      // Reached by Tab as it is; said for those who read only the attribute.
      tabindex: '0',
      spellcheck: language === 'markdown' ? 'true' : 'false',
    }),
    ...(hint ? [placeholder(hint)] : []),
    bracketMatching(),
    ...(language === 'markdown' ? [] : [closeBrackets(), indentOnInput()]),
    ...(wraps || language === 'markdown' ? [EditorView.lineWrapping] : []),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, indentWithTab]),
    EditorView.domEventHandlers({
      focus: () => actions.focus(),
      blur: (_, view) => {
        closeCompletion(view);
        actions.blur();
      },
    }),
  ];
}

function languageNow({ language, vocabulary }: EditorOptions): Extension {
  if (language !== 'json') return [];
  const columns = () => vocabulary().relations.flatMap((relation) => relation.columns);
  return [json(), autocompletion({ override: [completeChart(columns, loadChartSchema)], icons: false })];
}

async function loadMarkdown(): Promise<Extension> {
  const { markdown } = await import('@codemirror/lang-markdown');
  return markdown();
}

/** The keys that belong to the notebook rather than to the text. */
function actionKeys(actions: EditorActions): KeyBinding[] {
  const call = (run: () => void) => () => {
    run();
    return true;
  };
  return [
    { key: 'Shift-Enter', run: call(() => actions.run('next')) },
    { key: 'Mod-Enter', run: call(() => actions.run('stay')) },
    { key: 'Alt-Enter', run: call(() => actions.run('insert')) },
    { key: 'Mod-Shift--', run: (view) => call(() => actions.split(view.state.selection.main.head))() },
    { key: 'Mod-z', run: call(actions.undo), preventDefault: true },
    { key: 'Mod-Shift-z', run: call(actions.redo), preventDefault: true },
    { key: 'Mod-y', run: call(actions.redo), preventDefault: true },
    { key: 'Escape', run: (view) => !isCompleting(view) && (closeSignature(view) || call(actions.leave)()) },
    { key: 'ArrowUp', run: (view) => atEdge(view, -1) && call(() => actions.go(-1))() },
    { key: 'ArrowDown', run: (view) => atEdge(view, 1) && call(() => actions.go(1))() },
  ];
}

/** A list that is only on its way does not hold back the next key. */
function isCompleting(view: EditorView): boolean {
  return completionStatus(view.state) === 'active';
}

function atEdge(view: EditorView, direction: -1 | 1): boolean {
  const { main } = view.state.selection;
  if (!main.empty || isCompleting(view)) return false;
  return direction < 0 ? main.head === 0 : main.head === view.state.doc.length;
}

/** Shows another text, moving what stays the same as little as may be. */
export function setText(view: EditorView, text: string): void {
  const change = changeBetween(view.state.doc.toString(), text);
  if (change) view.dispatch({ changes: change, annotations: fromDocument.of(true) });
}

function focus(view: EditorView, where: 'start' | 'end' | 'keep'): void {
  if (where !== 'keep')
    view.dispatch({ selection: { anchor: where === 'start' ? 0 : view.state.doc.length } });
  view.focus();
}
