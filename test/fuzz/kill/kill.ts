import { Random } from '../../notebook/random.ts';
import { Household, type Ending } from './household.ts';
import { openSite } from './site.ts';

export interface KillOptions {
  readonly build: string;
  readonly executable: string;
  readonly seed: number;
  readonly count: number;
  /** Milliseconds that a page is written in at most. */
  readonly longest: number;
  /** How many browsers at a time. */
  readonly jobs: number;
  /** A profile is used for so many kills, so that the files of many lives stand beside one another. */
  readonly lives?: number;
  readonly told: (index: number, ending: Ending) => void;
}

/** Kills a page that is written in, time and again; how often something was lost or damaged. */
export async function killAtRandom({
  build,
  executable,
  seed,
  count,
  longest,
  jobs,
  lives = 10,
  told,
}: KillOptions): Promise<number> {
  const site = await openSite(build);
  let next = 0;
  let faulty = 0;
  const work = async () => {
    while (next < count) {
      const from = next;
      next += lives;
      const household = new Household(executable, site.address, new Random(seed * 1_000_003 + from), longest);
      try {
        for (let index = from; index < Math.min(count, from + lives); index += 1) {
          const ending = await household.live();
          if (ending.faults.length > 0) faulty += 1;
          told(index, ending);
        }
      } finally {
        await household.close();
      }
    }
  };
  const works = await Promise.allSettled(Array.from({ length: jobs }, work));
  site.close();
  for (const ended of works) if (ended.status === 'rejected') throw ended.reason;
  return faulty;
}
