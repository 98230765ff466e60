import { describe, expect, it } from 'vitest';
import { outlineOf, parse, sectionOf } from '#notebook';

const { cells } = parse(`# Report

Some words.

\`\`\`sql total
select 1
\`\`\`

### Deep *inside* ###

\`\`\`sql
select 2
\`\`\`

## Next

~~~
# no heading, but code
~~~

\`\`\`vega-lite drawn of=total
{}
\`\`\`

# Last
`).notebook;

describe('headings of a notebook', () => {
  it('are its outline with the cells under them, no step of depth left out', () => {
    expect(
      outlineOf(cells).map(
        ({ cell, heading, depth }) => `${depth} ${heading?.text ?? cell.name ?? cell.kind}`,
      ),
    ).toEqual(['1 Report', '2 total', '2 Deep inside', '3 sql', '2 Next', '3 drawn', '1 Last']);
  });

  it('hold the cells up to the next one that is not deeper', () => {
    const held = cells.map(({ id }) =>
      sectionOf(cells, id).map((each) => cells.findIndex((cell) => cell.id === each)),
    );
    expect(held).toEqual([[1, 2, 3, 4, 5], [], [3], [], [5], [], []]);
  });
});
