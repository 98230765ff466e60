import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { keyword, nameOf, sameName, tokenize, type Seen, type Token } from '#sql';
import { sightIn, type Vocabulary, type Word } from './vocabulary.ts';

/** Completes what two relations are joined by, behind `on` and within `using (…)`. */
export function completeJoin(vocabulary: () => Vocabulary) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w."]*/);
    if (!word) return null;
    const place = placeAt(context.state.sliceDoc(0, word.from));
    if (!place) return null;
    const known = vocabulary();
    const { sources } = sightIn(context.state.doc.toString(), word.from, known);
    const [right, ...left] = sources.filter(({ from }) => from < word.from).toReversed();
    const written = right ? left.flatMap((each) => conditions(each, right, place, known)) : [];
    const options = [...new Set(written)].map((label, at) => ({
      label,
      type: 'property',
      boost: Math.max(50, 99 - at),
    }));
    return options.length === 0 ? null : { from: word.from, options, validFor: /^[\w."]*$/ };
  };
}

/** What a join says at its end: nothing yet behind ON, or the columns of a USING that are written. */
type Place = { readonly by: 'on' } | { readonly by: 'using'; readonly taken: readonly string[] };

function placeAt(text: string): Place | null {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  if (keyword(tokens.at(-1)) === 'on') return { by: 'on' };
  const open = tokens.findLastIndex((token) => /^[()]$/.test(token.text));
  if (tokens[open]?.text !== '(' || keyword(tokens[open - 1]) !== 'using') return null;
  const list = tokens.slice(open + 1);
  const isNext = list.every((token, at) => (at % 2 === 0 ? isName(token) : token.text === ','));
  return isNext && list.length % 2 === 0 ? { by: 'using', taken: list.filter(isName).map(nameOf) } : null;
}

function isName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'quoted';
}

function conditions(left: Seen<Word>, right: Seen<Word>, place: Place, known: Vocabulary): string[] {
  const fits = fitting(left, right, known);
  if (place.by === 'on')
    return fits.map((columns) =>
      columns.map((name) => `${left.name}.${name} = ${right.name}.${name}`).join(' and '),
    );
  const { taken } = place;
  if (taken.length === 0) return fits.map((columns) => columns.join(', '));
  return [...new Set([...fits.flat(), ...shared(left, right)])].filter(
    (name) => !taken.some((other) => sameName(other, name)),
  );
}

/** The columns that two relations can be joined by, best first: the key of one of them, other ids, anything of one name. */
function fitting(left: Seen<Word>, right: Seen<Word>, known: Vocabulary): string[][] {
  const both = shared(left, right);
  const source = both.filter((name) => name === 'source_id');
  const keys = [keyOf(right, known), keyOf(left, known)].filter(
    (key) => key.length > 0 && key.every((name) => both.includes(name)),
  );
  const isOtherId = (name: string) =>
    /_id$/.test(name) && name !== 'source_id' && !keys.some((key) => key.includes(name));
  const ids = [...keys, ...both.filter(isOtherId).map((name) => [name])];
  return ids.length > 0 ? ids.map((names) => [...source, ...names]) : both.map((name) => [name]);
}

function shared(left: Seen<Word>, right: Seen<Word>): string[] {
  const names = left.columns.map(({ name }) => name);
  return names.filter((name) => right.columns.some((column) => sameName(column.name, name)));
}

function keyOf({ relation }: Seen<Word>, { relations }: Vocabulary): readonly string[] {
  return relations.find(({ name }) => relation !== null && sameName(name, relation))?.key ?? [];
}
