/** A small seeded generator (mulberry32): the same seed gives the same cases. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

const fragments = [
  '---',
  '---\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '```',
  '````',
  '~~~',
  '```sql',
  '```sql weekly kpi=csat note="a b"',
  '```vega-lite of=weekly',
  '```input channel',
  '```js',
  '   ```',
  '    ```sql',
  '> ```sql',
  '~~~sql x',
  '```sql `x`',
  'select 1 -- ```',
  'title: A',
  'filters: {channel: [email]}',
  'period: *x',
  '- a',
  'deskbook: 1',
  '# Heading',
  'prose {{weekly.value}}',
  '<!-- cell -->',
  '<!-- cell --> x',
  '<b>',
  '\ufeff',
  '😀',
  '\ud800',
  'é',
  '"',
  "'",
  '`',
  '{}',
  'sql',
  '\u2028',
  '\f',
  '\0',
  '&quot;',
  '=',
  '```markdown',
  '```SQL',
];

/** A text of tricky pieces, each line's end as it comes. */
export function trickyText(random: Random): string {
  const count = random.below(24);
  const start = random.next() < 0.4 ? '---\n' : '';
  return (
    start +
    Array.from(
      { length: count },
      () => random.pick(fragments) + (random.next() < 0.6 ? random.pick(['\n', '\r\n']) : ''),
    ).join('')
  );
}
