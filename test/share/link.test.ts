import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, serialize } from '#notebook';
import { fromFragment, LinkError, toFragment, type LinkedNotebook } from '#share';
import { dictionary } from '../../src/lib/share/dictionary.ts';
import { pack } from '../../src/lib/share/packed.ts';
import { packShort } from '../../src/lib/share/short-packed.ts';
import { Random, trickyText } from '../notebook/random.ts';

const patience = 120_000;

const notebooks = ['notebooks', 'notebooks/pt-BR', 'test/share/written'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

describe('a link', () => {
  test(
    'of thirty cells is shorter than eight kilobytes, and carries them byte by byte',
    async () => {
      for (const whole of notebooks) {
        const thirty = firstThirtyOf(whole);
        const fragment = await toFragment(thirty);
        expect([thirty.name, fragment.length < 8 * 1024]).toEqual([thirty.name, true]);
        expect(await fromFragment(fragment)).toEqual(thirty);
      }
    },
    patience,
  );

  test(
    'carries any text that is one',
    async () => {
      for (let seed = 0; seed < 5; seed += 1) {
        const text = trickyText(new Random(seed)).replaceAll('\ud800', '');
        expect(await fromFragment(`#${await toFragment({ name: 'é.md', text })}`)).toEqual({
          name: 'é.md',
          text,
        });
      }
      for (const text of ['', '\n', '\ufeff# A\r\n', '😀'.repeat(40)])
        expect(await fromFragment(await toFragment({ name: '', text }))).toEqual({ name: '', text });
    },
    patience,
  );

  test('carries a long text without the dictionary', async () => {
    const long = { name: 'long.md', text: 'select count(*) from tickets\n'.repeat(10_000) };
    const fragment = await toFragment(long);
    expect(Buffer.from(fragment.slice('notebook='.length), 'base64url')[0]).toBe(1);
    expect(await fromFragment(fragment)).toEqual(long);
  });

  test('is made of letters that every program leaves alone', async () => {
    expect(await toFragment({ name: 'a b.md', text: '# “Olá”\n' })).toMatch(/^notebook=[\w-]+$/);
  });

  test('of another kind is none of ours', async () => {
    expect(await fromFragment('#cell-3')).toBeNull();
    expect(await fromFragment('')).toBeNull();
  });
});

describe('a link of earlier', () => {
  const notebook = {
    name: 'uma.md',
    text: '# Olá\n\n```sql tickets\nselect count(*) as tickets from tickets\n```\n',
  };

  test('opens for ever, with the dictionary or without', async () => {
    const links = [
      'notebook=ASvNTdTLTeFSVvDPObyQiyshIaG4MEehJDM5O7WkmKs4NSc1uUQhOb80r0RDS1MhsRgmpZBWlJ8LV5eQkMAFAA',
      'notebook=AqIhQpgD7pHQy00Brrnzzzm8EH01ErZVUfB9HcgtbpCjAA',
    ];
    expect(await Promise.all(links.map(fromFragment))).toEqual([notebook, notebook]);
  });

  test('rests on a dictionary that never changes: another one needs another version of the link', () => {
    expect(createHash('sha256').update(dictionary).digest('hex')).toBe(
      '9fe32be025c87b03aa693c6b4a0dd35ca64da6c2e09a8df538824096c1cc5dcb',
    );
  });
});

describe('a link that nobody made so', () => {
  test(
    'says that it was cut or changed, wherever that is',
    async () => {
      const whole = await toFragment({ name: 'a.md', text: '# A\n\nWhy did CSAT fall in April?\n' });
      const places = [16, 24, 30];
      const changed = places.map(
        (at) => whole.slice(0, at) + (whole[at] === 'x' ? 'y' : 'x') + whole.slice(at + 1),
      );
      const cut = [whole.slice(0, -4), whole.slice(0, 24), 'notebook=', 'notebook=%41', 'notebook=A'];
      const nothing = [
        fragmentOf(1),
        fragmentOf(1, 0),
        fragmentOf(2),
        fragmentOf(2, 0, 0),
        fragmentOf(0, 1, 2),
      ];
      const codes = await Promise.all([...changed, ...cut, ...nothing].map(codeOf));
      expect(new Set(codes)).toEqual(new Set(['sharing.link.damaged']));
    },
    patience,
  );

  test('says that a later version made it, whose dictionary is not known here', async () => {
    expect(await Promise.all([fragmentOf(3, 0, 0), fragmentOf(200, 1)].map(codeOf))).toEqual([
      'sharing.link.newer',
      'sharing.link.newer',
    ]);
  });

  test('is refused before it fills the memory', async () => {
    const bomb = fragmentOf(1, ...(await pack('\n'.repeat(5_000_000))));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const shortBomb = fragmentOf(2, ...packShort('\n'.repeat(5_000_000)));
    expect(shortBomb.length).toBeLessThan(64 * 1024);
    const cutShort = fragmentOf(2, ...packShort('a'.repeat(9000)).slice(0, -2));
    expect(await Promise.all([bomb, shortBomb, cutShort].map(codeOf))).toEqual([
      'sharing.link.damaged',
      'sharing.link.damaged',
      'sharing.link.damaged',
    ]);
  });
});

function firstThirtyOf({ name, text }: LinkedNotebook): LinkedNotebook {
  const { notebook } = parse(text);
  return { name, text: serialize({ ...notebook, cells: notebook.cells.slice(0, 30) }) };
}

function fragmentOf(...bytes: readonly number[]): string {
  return `notebook=${Buffer.from(bytes).toString('base64url')}`;
}

function codeOf(fragment: string): Promise<string | null> {
  return fromFragment(fragment).then(
    () => null,
    (error: unknown) => (error instanceof LinkError ? error.text.code : String(error)),
  );
}
