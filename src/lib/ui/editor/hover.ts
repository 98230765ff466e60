import { sameName } from '#sql';
import type { Extension, Text } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { relationsIn, type Vocabulary, type Word } from './vocabulary.ts';

/** Shows what a table, column, cell, KPI or function under the pointer is. */
export function explainSql(vocabulary: () => Vocabulary): Extension {
  return explainWords((name, doc) => explain(name, doc.toString(), vocabulary()));
}

/** Shows what is known of the word under the pointer. */
export function explainWords(find: (name: string, doc: Text) => Word | undefined): Extension {
  return hoverTooltip((view, position) => {
    const word = view.state.wordAt(position);
    if (!word) return null;
    const found = find(view.state.sliceDoc(word.from, word.to), view.state.doc);
    if (!found) return null;
    return {
      pos: word.from,
      end: word.to,
      above: true,
      create: () => ({ dom: explanationOf(found) }),
    };
  });
}

function explain(name: string, sql: string, vocabulary: Vocabulary): Word | undefined {
  const { relations, kpis, functions } = vocabulary;
  const columns = [...relationsIn(sql, vocabulary).values()].flatMap((relation) => relation.columns);
  return [...relations, ...columns, ...kpis, ...functions].find((word) => sameName(word.name, name));
}

/** A word with its arguments or type, and below it what it means. */
export function explanationOf({ name, detail, info }: Word): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'deskbook-hover';
  const head = dom.appendChild(document.createElement('code'));
  head.textContent = name + (detail === '' || detail.startsWith('(') ? '' : ' ') + detail;
  if (info) dom.appendChild(document.createElement('p')).textContent = info;
  return dom;
}
