import { findChromium } from '../../../src/setup/chromium.js';
import { buildSite } from '../../../src/setup/site.js';
import { killAtRandom } from './kill.ts';

interface KillFuzz {
  readonly seed: number;
  readonly count: number;
  readonly jobs: number;
  readonly say: (line: string) => void;
}

/** Builds the site where it has changed, and kills its page at random moments; how often that did harm. */
export async function fuzzKill({ seed, count, jobs, say }: KillFuzz): Promise<number> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('No Chromium: install one, or point CHROMIUM_BIN at one');
  const build = await buildSite(process.cwd());
  const started = Date.now();
  let tried = 0;
  const faulty = await killAtRandom({
    ...{ build, executable, seed, count, longest: 3000, jobs },
    told: (index, { title, faults }) => {
      tried += 1;
      for (const fault of faults) say(`--seed ${seed}, ${index}: ${title}\n    ${fault}`);
      if (tried % 50 === 0) say(`… ${tried}`);
    },
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`${tried} kills in ${seconds} s, after ${faulty} of which something was lost, damaged or doubled`);
  return faulty;
}
