import { autocompletion } from '@codemirror/autocomplete';
import { keywordCompletionSource, sql } from '@codemirror/lang-sql';
import { formatSql } from '#sql';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { changeBetween } from './change.ts';
import { completeSql } from './completion.ts';
import { diagnosis } from './diagnosis.ts';
import { duckdb } from './dialect.ts';
import type { Mark } from './editor.ts';
import { openFixes } from './fix-menu.ts';
import { fromDocument } from './from-document.ts';
import { explainSql } from './hover.ts';
import { completeJoin } from './join-completion.ts';
import { nameKeys } from './name-keys.ts';
import { popups } from './popup.ts';
import { signatureHelp } from './signature.ts';
import type { SqlHost } from './sql-host.ts';
import { completeValues } from './value-completion.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SqlEditing {
  readonly extension: Extension;
  mark(view: EditorView, marks: readonly Mark[]): void;
}

/** All that an editor of SQL can do beyond a text. */
export function sqlEditing(vocabulary: () => Vocabulary, host: SqlHost): SqlEditing {
  const diagnosed = diagnosis(host.check);
  const fix = (view: EditorView): boolean => {
    const fixes = diagnosed.at(view, view.state.selection.main.head).flatMap((mark) => mark.fixes ?? []);
    return openFixes(view, fixes, host.words.fixes);
  };
  return {
    extension: [
      sql({ dialect: duckdb }).language,
      autocompletion({
        override: [
          completeValues(vocabulary),
          completeJoin(vocabulary),
          completeSql(vocabulary),
          keywordCompletionSource(duckdb),
        ],
        icons: false,
        // Keys go on beyond them; more cost every key that is typed while the list is open.
        maxRenderedOptions: 30,
      }),
      explainSql(vocabulary),
      signatureHelp(() => vocabulary().functions),
      diagnosed.extension,
      popups,
      EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
        if (docChanged || selectionSet) host.look(state.selection.main);
      }),
      nameKeys(host),
      keymap.of([
        { key: 'Mod-.', run: fix },
        { key: 'Shift-Alt-f', run: (view) => format(view, host), preventDefault: true },
      ]),
    ],
    mark: (view, marks) => diagnosed.know(view, marks),
  };
}

/** Lays the text out anew, the cursor behind the same token; one undo takes it back. */
function format(view: EditorView, host: SqlHost): boolean {
  if (view.state.readOnly) return true;
  const before = view.state.doc.toString();
  const change = changeBetween(before, formatSql(before));
  if (!change) return true;
  const written = before.slice(0, view.state.selection.main.head).replace(/\s/g, '').length;
  view.dispatch({ changes: change, annotations: fromDocument.of(true) });
  host.replace(view.state.doc.toString());
  const anchor = placeAfter(view.state.doc.toString(), written);
  view.dispatch({ selection: { anchor }, scrollIntoView: true });
  return true;
}

/** The place behind so many characters that are no space. */
function placeAfter(text: string, count: number): number {
  let left = count;
  for (let at = 0; at < text.length; at++) {
    if (left === 0) return at;
    if (/\S/.test(text[at]!)) left -= 1;
  }
  return text.length;
}
