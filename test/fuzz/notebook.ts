import { isDeepStrictEqual } from 'node:util';
import { properties } from '../notebook/properties.ts';
import { Random } from '../notebook/random.ts';

interface NotebookFuzz {
  readonly from: number;
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Tries every property of notebooks on random ones; how often one did not hold. */
export function fuzzNotebook({ from, count, say }: NotebookFuzz): number {
  let faulty = 0;
  for (const [title, property] of Object.entries(properties)) {
    let faults = 0;
    for (let seed = from; seed < from + count; seed += 1) {
      const { expected, found } = property(new Random(seed));
      if (isDeepStrictEqual(found, expected)) continue;
      faults += 1;
      if (faults <= 3)
        say(
          `--from ${seed} --count 1\n  expected ${JSON.stringify(expected)}\n  found ${JSON.stringify(found)}`,
        );
    }
    say(`${title}: ${count} cases, ${faults} at fault`);
    faulty += faults;
  }
  return faulty;
}
