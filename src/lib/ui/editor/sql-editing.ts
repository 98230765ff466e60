import { autocompletion } from '@codemirror/autocomplete';
import { keywordCompletionSource, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { completeSql, explainSql } from './completion.ts';
import { diagnosis } from './diagnosis.ts';
import { duckdb } from './dialect.ts';
import type { Mark } from './editor.ts';
import { openFixes } from './fix-menu.ts';
import { nameKeys } from './name-keys.ts';
import { popups } from './popup.ts';
import type { SqlHost } from './sql-host.ts';
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
        override: [completeSql(vocabulary), keywordCompletionSource(duckdb)],
        icons: false,
      }),
      explainSql(vocabulary),
      diagnosed.extension,
      popups,
      nameKeys(host),
      keymap.of([{ key: 'Mod-.', run: fix }]),
    ],
    mark: (view, marks) => diagnosed.know(view, marks),
  };
}
