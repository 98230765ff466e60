import { describe, expect, test } from 'vitest';
import {
  applyOperation,
  commonSequence,
  diff,
  isUnchanged,
  parse,
  restored,
  serialize,
  takeBack,
  type Cell,
  type CellDiff,
  type Notebook,
} from '#notebook';
import { handText, Random, trickyText } from './random.ts';

const weekly = '```sql weekly kpi=csat\nselect week, avg(score) as value from ratings group by 1\n```\n\n';
const chart = '```vega-lite of=weekly\n{"mark": "line"}\n```\n\n';
const channels = '```sql channels\nselect channel, count(*) as n from tickets group by 1\n```\n\n';
const prose = 'Satisfaction fell in May, and e-mail is where it fell.\n\n';
const input = '```input team\ntype: select\n```\n\n';

/** What became of each cell, in words: its name or its first words, and the changes. */
function told(before: string, after: string): string[] {
  const { cells } = diff(parse(before).notebook, parse(after).notebook);
  return cells.map(({ before: old, after: now, changes }) => {
    const cell = now ?? old;
    const name = cell?.name ?? cell?.source.split(' ')[0];
    return [name, ...changes].join(' ');
  });
}

describe('what changed between two notebooks', () => {
  test('a cell with another source is told by its kind', () => {
    expect(
      told(
        weekly + chart + prose + input,
        [weekly, chart, prose, input]
          .join('')
          .replace('avg(score)', 'median(score)')
          .replace('line', 'bar')
          .replace('fell in May', 'fell in June')
          .replace('select\n```', 'number\n```'),
      ),
    ).toEqual(['weekly sql', '{"mark": chart', 'Satisfaction prose', 'team input']);
  });

  test('cells are added and removed where they stand', () => {
    expect(told(weekly + chart + prose, weekly + channels + prose)).toEqual([
      'weekly',
      '{"mark": removed',
      'channels added',
      'Satisfaction',
    ]);
  });

  test('one cell that was taken elsewhere has moved, and no other', () => {
    expect(told(weekly + channels + prose + input, channels + prose + weekly + input)).toEqual([
      'channels',
      'Satisfaction',
      'weekly moved',
      'team',
    ]);
  });

  test('a cell is known by its name whatever else changed', () => {
    const other = '```sql weekly version=2\nselect 1\n```\n\n';
    expect(told(channels + prose + weekly, other + channels + prose)).toEqual([
      'weekly moved sql attributes',
      'channels',
      'Satisfaction',
    ]);
  });

  test('a renamed cell is known by what it says, a chart by what it draws', () => {
    expect(
      told(
        weekly + channels + chart,
        weekly.replace('sql weekly', 'sql csat') +
          channels +
          '```vega-lite of=weekly\n{"layer": []}\n```\n\n',
      ),
    ).toEqual(['csat renamed', 'channels', '{"layer": chart']);
  });

  test('of two cells that say the same, the one that stayed is not taken for the one that went', () => {
    const same = 'And now?\n\n<!-- cell -->\n\n';
    expect(told(same + channels + same.slice(0, 10), channels + same.slice(0, 10))).toEqual([
      'And removed',
      'channels',
      'And',
    ]);
  });

  test('prose with most of its words new is another cell', () => {
    expect(told(prose, 'Something else entirely.\n')).toEqual(['Satisfaction removed', 'Something added']);
  });

  test('a period or a filter changes the front matter alone', () => {
    const front = '---\ntitle: A\nperiod: last 8 weeks\n---\n\n';
    const { front: changed, cells } = diff(
      parse(front + weekly).notebook,
      parse(front.replace('8', '4') + weekly).notebook,
    );
    expect([changed, cells.map(({ changes }) => changes)]).toEqual([true, [[]]]);
  });
});

describe('of any two notebooks', () => {
  const each = (cases: number, property: (before: Notebook, after: Notebook, random: Random) => void) => {
    for (let seed = 0; seed < cases; seed += 1) {
      const random = new Random(seed);
      const text = random.next() < 0.5 ? trickyText(random) : handText(random);
      const { notebook } = parse(text);
      property(notebook, another(text, random), random);
    }
  };

  test('a notebook does not differ from itself', () => {
    each(100, (notebook) =>
      expect(isUnchanged(diff(notebook, parse(serialize(notebook)).notebook))).toBe(true),
    );
  });

  test('each cell of both is told once, the later ones in their order', () => {
    each(100, (before, after) => {
      const { cells } = diff(before, after);
      const olds = cells.flatMap((entry) => entry.before ?? []);
      const ids = (list: readonly Cell[]) => list.map(({ id }) => id);
      expect([ids(cells.flatMap((entry) => entry.after ?? [])), ids(olds).toSorted()]).toEqual([
        ids(after.cells),
        ids(before.cells).toSorted(),
      ]);
    });
  });

  test('the earlier one put in the later one’s place is saved as it was, and can be taken back', () => {
    each(100, (before, after) => {
      const replaced = applyOperation(after, { kind: 'replace', notebook: restored(diff(before, after)) });
      const back = applyOperation(replaced.notebook, replaced.inverse).notebook;
      const ids = replaced.notebook.cells.map(({ id }) => id);
      expect([serialize(replaced.notebook), new Set(ids).size, back]).toEqual([
        serialize(before),
        ids.length,
        after,
      ]);
    });
  });

  test('differences taken back one after the other, in any order, lead to the earlier one', () => {
    each(100, (before, after, random) => {
      let now = after;
      const most = before.cells.length + after.cells.length;
      for (let steps = 0; steps <= most; steps += 1) {
        const difference = diff(before, now);
        const changed = difference.cells.filter(({ changes }) => changes.length > 0);
        if (changed.length === 0) break;
        now = applyOperation(now, takeBack(difference, random.pick(changed))).notebook;
      }
      expect(diff(before, now).cells.filter(isDifferent)).toEqual([]);
    });
  });
});

describe('the longest common subsequence', () => {
  test('names the places of what is in both', () => {
    expect(commonSequence([...'abcabba'], [...'cbabac']).length).toBe(4);
    expect(commonSequence([...'xaby'], [...'ab'])).toEqual([
      { before: 1, after: 0 },
      { before: 2, after: 1 },
    ]);
    expect([commonSequence([], ['a']), commonSequence(['a'], [])]).toEqual([[], []]);
  });

  test('is as long as the quadratic table says, in order, and of equal items', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const random = new Random(seed);
      const list = () => Array.from({ length: random.below(20) }, () => random.pick(['a', 'b', 'c', 'd']));
      const [before, after] = [list(), list()];
      const places = commonSequence(before, after);
      expect(places.map((place) => before[place.before])).toEqual(places.map((place) => after[place.after]));
      expect(places).toEqual(
        places.toSorted((a, b) => a.before - b.before || a.after - b.after).filter(isFirst),
      );
      expect({ seed, length: places.length }).toEqual({ seed, length: longest(before, after) });
    }
  });

  test('two long texts with nothing in common but their ends are told apart at once', () => {
    const lines = (word: string) => [
      'begin',
      ...Array.from({ length: 3000 }, (_, at) => `${word} ${at}`),
      'end',
    ];
    expect(commonSequence(lines('old'), lines('new'))).toEqual([
      { before: 0, after: 0 },
      { before: 3001, after: 3001 },
    ]);
  });
});

function isDifferent({ changes }: CellDiff): boolean {
  return changes.length > 0;
}

function isFirst(
  place: { readonly before: number; readonly after: number },
  at: number,
  places: readonly { readonly before: number; readonly after: number }[],
): boolean {
  const last = places[at - 1];
  return !last || (last.before < place.before && last.after < place.after);
}

function longest(a: readonly string[], b: readonly string[]): number {
  const lengths = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    let corner = 0;
    for (let at = 1; at <= b.length; at += 1) {
      const above = lengths[at] ?? 0;
      lengths[at] = item === b[at - 1] ? corner + 1 : Math.max(above, lengths[at - 1] ?? 0);
      corner = above;
    }
  }
  return lengths.at(-1) ?? 0;
}

/** The same notebook after a few changes, read anew, so that its cells have ids of their own. */
function another(text: string, random: Random): Notebook {
  let { notebook } = parse(text);
  for (let count = random.below(5); count > 0; count -= 1) {
    const { cells } = notebook;
    const cell = cells[random.below(cells.length)];
    if (!cell) break;
    const index = random.below(cells.length);
    const operation = random.pick([
      { kind: 'remove', id: cell.id },
      { kind: 'move', id: cell.id, index },
      {
        kind: 'setSource',
        id: cell.id,
        source: random.pick(['select 42', 'Other words.', `${cell.source}\nmore`]),
      },
      { kind: 'insert', index, cell: { ...cell, id: `new${count}`, origin: null } },
    ] as const);
    notebook = applyOperation(notebook, operation).notebook;
  }
  return parse(serialize(notebook)).notebook;
}
