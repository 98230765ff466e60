import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { keyword, sameName, tokenize, type Token } from '#sql';
import { readsIn, type Read, type Relation, type Vocabulary } from './vocabulary.ts';

/** Completes what two relations are joined by, behind `on` and within `using (…)`. */
export function completeJoin(vocabulary: () => Vocabulary) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w."]*/);
    if (!word) return null;
    const before = context.state.sliceDoc(0, word.from);
    const found = joinBefore(before, vocabulary());
    if (!found) return null;
    const { left, right, by } = found;
    const written = left.flatMap((each) =>
      fitting(each.relation, right.relation).map((columns) =>
        by === 'using'
          ? columns.join(', ')
          : columns.map((name) => `${nameIn(each)}.${name} = ${nameIn(right)}.${name}`).join(' and '),
      ),
    );
    const options = [...new Set(written)].map((label, place) => ({
      label,
      type: 'property',
      boost: Math.max(50, 99 - place),
    }));
    return options.length === 0 ? null : { from: word.from, options, validFor: /^[\w."]*$/ };
  };
}

interface Join {
  readonly left: readonly Read[];
  readonly right: Read;
  readonly by: 'on' | 'using';
}

/** The join whose condition begins at the end of a text. */
function joinBefore(text: string, vocabulary: Vocabulary): Join | null {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const last = keyword(tokens.at(-1));
  const isUsing = tokens.at(-1)?.text === '(' && keyword(tokens.at(-2)) === 'using';
  if (last !== 'on' && !isUsing) return null;
  const join = tokens.findLastIndex((token) => keyword(token) === 'join');
  const from = clauseStart(tokens, join);
  if (join < 0 || from < 0) return null;
  const [right] = readsIn(text.slice(tokens[join]!.from), vocabulary);
  const left = readsIn(text.slice(tokens[from]!.from, tokens[join]!.from), vocabulary);
  return right ? { left: left.toReversed(), right, by: isUsing ? 'using' : 'on' } : null;
}

/** The FROM of a join, outside of brackets that are closed between them. */
function clauseStart(tokens: readonly Token[], join: number): number {
  let depth = 0;
  for (let at = join; at >= 0; at--) {
    if (tokens[at]!.text === ')') depth += 1;
    if (tokens[at]!.text === '(') depth -= 1;
    if (depth === 0 && keyword(tokens[at]) === 'from') return at;
  }
  return -1;
}

/** The columns that two relations can be joined by, best first: the key of one of them, other ids, anything of one name. */
function fitting(left: Relation, right: Relation): string[][] {
  const isIn = ({ columns }: Relation, name: string) => columns.some((column) => sameName(column.name, name));
  const shared = left.columns.map(({ name }) => name).filter((name) => isIn(right, name));
  const source = shared.filter((name) => name === 'source_id');
  const keys = [right.key, left.key].filter(
    (key) => key.length > 0 && key.every((name) => shared.includes(name)),
  );
  const isOtherId = (name: string) =>
    /_id$/.test(name) && name !== 'source_id' && !keys.some((key) => key.includes(name));
  const ids = [...keys, ...shared.filter(isOtherId).map((name) => [name])];
  return ids.length > 0 ? ids.map((names) => [...source, ...names]) : shared.map((name) => [name]);
}

function nameIn({ relation, alias }: Read): string {
  return alias ?? relation.name;
}
