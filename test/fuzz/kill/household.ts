import type { Page } from 'playwright';
import type { Random } from '../../notebook/random.ts';
import { faultsOf } from './judge.ts';
import { readSettled } from './kept.ts';
import { killPage, MortalBrowser } from './mortal-browser.ts';
import type { Tale } from './tale.ts';
import { Writer } from './writer.ts';

export interface Ending {
  readonly title: string;
  readonly faults: readonly string[];
}

/** A profile whose pages are killed time and again, and what must be found in it. */
export class Household {
  readonly #browser: MortalBrowser;
  #page: Page | null = null;
  #tales: readonly Tale[] = [];
  #count = 0;

  constructor(
    executable: string,
    private readonly address: string,
    private readonly random: Random,
    /** Milliseconds that a page lives at most. */
    private readonly longest: number,
  ) {
    this.#browser = new MortalBrowser(executable);
  }

  /** Writes for a random time, in one tab or two, kills them, reopens, and looks. */
  async live(): Promise<Ending> {
    const { random } = this;
    this.#count += 1;
    const first = (this.#page ??= await this.#open());
    const pages = random.next() < 0.5 ? [first, await this.#open()] : [first];
    const writers = pages.map((page, at) => new Writer(page, random, `${'kj'[at] ?? ''}${this.#count}x`));
    const after = Math.round(200 + (this.longest - 200) * random.next());
    const ends = random.next() < 0.35 ? 'browser' : 'pages';
    const troubles = await this.#writeUntilKilled(writers, after, ends);
    const killedAt = troubles.killedAt;
    this.#page = await this.#open();
    const kept = await readSettled(this.#page);
    this.#tales = [...new Set([...this.#tales, ...writers.flatMap(({ tales }) => tales)])];
    const faults = [...troubles.found, ...faultsOf(kept, this.#tales, killedAt)];
    this.#tales = this.#tales.filter(({ last }) => last !== null);
    return { title: `${pages.length} of ${ends} killed after ${after} ms`, faults };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #writeUntilKilled(
    writers: readonly Writer[],
    after: number,
    ends: 'browser' | 'pages',
  ): Promise<{ readonly killedAt: number; readonly found: readonly string[] }> {
    let killedAt = Infinity;
    const found: string[] = [];
    const works = writers.map((writer) =>
      writer.work(this.#tales).catch((error: unknown) => {
        if (Date.now() < killedAt) found.push(`the writer stopped: ${String(error)}`);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, after));
    killedAt = Date.now();
    if (ends === 'browser') await this.#browser.kill();
    else await Promise.all(writers.map(({ page }) => killPage(page)));
    await Promise.all(works);
    if (ends === 'pages') await Promise.all(writers.map(({ page }) => page.close()));
    return { killedAt, found };
  }

  async #open(): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(this.address);
    await page.locator('[data-part=editor] [role=tab]').first().waitFor();
    return page;
  }
}
