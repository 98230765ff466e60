import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, serialize } from '#notebook';
import { fromFragment, LinkError, toFragment } from '#share';
import { pack } from '../../src/lib/share/packed.ts';
import { Random, trickyText } from '../notebook/random.ts';

const shipped = ['notebooks', 'notebooks/pt-BR'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

describe('a link', () => {
  test('carries a notebook and its name, byte by byte', async () => {
    for (const notebook of shipped) expect(await fromFragment(await toFragment(notebook))).toEqual(notebook);
  });

  test('carries any text that is one', async () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const notebook = { name: 'é.md', text: trickyText(new Random(seed)).replaceAll('\ud800', '') };
      expect(await fromFragment(`#${await toFragment(notebook)}`)).toEqual(notebook);
    }
  });

  test('is made of letters that every program leaves alone', async () => {
    const [first] = shipped;
    expect(await toFragment(first ?? { name: '', text: '' })).toMatch(/^notebook=[\w-]+$/);
  });

  test('of thirty cells of KPIs and prose is shorter than eight kilobytes', async () => {
    const notebooks = shipped.filter(({ name }) => ['every-kpi.md', 'service-report.md'].includes(name));
    const sizes = await Promise.all(
      notebooks.map(async ({ name, text }) => {
        const { notebook } = parse(text);
        const cells = notebook.cells.slice(0, 30);
        return (await toFragment({ name, text: serialize({ ...notebook, cells }) })).length;
      }),
    );
    expect(sizes.map((size) => size < 8 * 1024)).toEqual([true, true, true, true]);
  });

  test('of another kind is none of ours', async () => {
    expect(await fromFragment('#cell-3')).toBeNull();
    expect(await fromFragment('')).toBeNull();
  });

  test('that was cut, changed or made by a later version says so', async () => {
    const whole = await toFragment({ name: 'a.md', text: '# A\n'.repeat(100) });
    const codes = [
      whole.slice(0, -4),
      'notebook=',
      'notebook=%41',
      'notebook=AQ',
      'notebook=AgAA',
      'notebook=A',
    ].map((fragment) =>
      fromFragment(fragment).catch((error: unknown) => error instanceof LinkError && error.text.code),
    );
    expect(await Promise.all(codes)).toEqual([
      'sharing.link.damaged',
      'sharing.link.damaged',
      'sharing.link.damaged',
      'sharing.link.damaged',
      'sharing.link.newer',
      'sharing.link.damaged',
    ]);
  });

  test('that would fill the memory is refused', async () => {
    const bomb = await pack('\n'.repeat(5_000_000));
    const letters = btoa(Array.from([1, ...bomb], (byte) => String.fromCharCode(byte)).join(''));
    const fragment = `notebook=${letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
    expect(fragment.length).toBeLessThan(64 * 1024);
    await expect(fromFragment(fragment)).rejects.toThrow(LinkError);
  });
});
