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

const fronts = [
  '',
  '---\ntitle: Why did CSAT fall?\n---\n',
  '---\n# who: the support desk\ndeskbook: 1\ntitle:   "Weekly"   # keep\nowner: {team: care,  lead: Ana}\n---\n',
  '---   \nperiod: last 8 weeks\n\nfilters:\n    channel:   [email,chat]\n---\n',
];

const blocks = [
  '# Heading\n\nA first paragraph,\nover two lines.  ',
  '* a\n* b\n    - deep\n\n1) one',
  '| a | b |\n|---|--:|\n| x | 1 |',
  'Setext\n======',
  '> quoted\n> ```sql\n> select 1\n> ```',
  '    indented code',
  '```js\nconst a = 1;\n```',
  "```sql   weekly  kpi=csat   note='two words'\nselect 1 as value  \n\n  from t\n```",
  '~~~sql\nselect 2\n~~~',
  '`````sql long\nselect 3 -- ```\n`````',
  "```sql odd='a' b = c hidden\nselect 4\n  ```",
  '```vega-lite of=weekly\n{"mark": "line"}\n```',
  '```input channel\ntype: select\n```',
  '<!-- cell -->',
  '<details>\n<summary>More</summary>\n</details>',
  'Is {{weekly.value}}?',
];

/** A notebook as a person writes one in an editor: nothing as the program would, every line's end the same. */
export function handText(random: Random): string {
  const count = random.below(9);
  const written = Array.from(
    { length: count },
    () => random.pick(blocks) + random.pick(['\n', '\n\n', '\n\n\n']),
  );
  const text = random.pick(fronts) + random.pick(['', '\n', '\n\n']) + written.join('\n');
  const ended = random.next() < 0.3 ? text.trimEnd() : text;
  return random.next() < 0.3 ? ended.replaceAll('\n', '\r\n') : ended;
}
