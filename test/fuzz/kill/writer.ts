import type { Page } from 'playwright';
import type { Random } from '../../notebook/random.ts';
import { Tale, type Version } from './tale.ts';

const firstCell = 'select count(*) as tickets from tickets';
const shownTab = '[data-part=editor] [role=tab][aria-selected=true] .name';
const shownCell = '[role=tabpanel]:not([hidden]) [data-cell]';
const patience = 15_000;

/** Works in a tab as a hasty person would, and keeps the tale of the notebook in front. */
export class Writer {
  readonly tales: Tale[] = [];
  #serial = 0;

  constructor(
    readonly page: Page,
    private readonly random: Random,
    private readonly mark: string,
  ) {}

  /** Goes on until the page is gone. */
  async work(known: readonly Tale[]): Promise<void> {
    await this.#takeUp(known);
    for (;;) await this.#act();
  }

  get #tale(): Tale {
    const tale = this.tales.at(-1);
    if (!tale) throw new Error('No notebook is open');
    return tale;
  }

  get #version(): Version {
    const version = this.#tale.last;
    if (!version) throw new Error('The notebook is deleted');
    return version;
  }

  /** Goes on in the notebook that the reopened page shows, or begins one. */
  async #takeUp(known: readonly Tale[]): Promise<void> {
    const shown = await this.#shownName();
    const tale = known.find(({ last }) => last?.name === shown);
    if (!tale || this.random.next() < 0.4) return this.#begin(known);
    this.tales.push(tale);
  }

  /** A page that has just been opened may still bring its tabs back: the new one is none of those. */
  async #begin(known: readonly Tale[] = []): Promise<void> {
    const before = [...known, ...this.tales].map(({ last }) => last?.name);
    before.push((await this.#shownName()) ?? undefined);
    await this.page.keyboard.press('Control+Alt+n');
    await this.page.waitForFunction(
      ({ tab, cell, old }) => {
        const name = document.querySelector(tab)?.textContent;
        return name !== undefined && !old.includes(name) && document.querySelector(cell) !== null;
      },
      { tab: shownTab, cell: shownCell, old: before },
      { timeout: patience },
    );
    this.tales.push(new Tale({ name: (await this.#shownName()) ?? '', cells: [firstCell] }));
  }

  async #act(): Promise<void> {
    const chance = this.random.next();
    if (chance < 0.4) await this.#type();
    else if (chance < 0.58) await this.#insert();
    else if (chance < 0.7) await this.#remove();
    else if (chance < 0.82) await this.#move();
    else if (chance < 0.9) await this.page.keyboard.press('Control+s');
    else if (chance < 0.95) await this.#rename();
    else if (chance < 0.98) await this.#delete();
    else await this.#begin();
  }

  /** Keys one by one, each of which makes a version. */
  async #type(): Promise<void> {
    const at = await this.#focus();
    await this.page.keyboard.press('Enter');
    await this.#whileEditing(at);
  }

  async #insert(): Promise<void> {
    const at = await this.#focus();
    const above = this.random.next() < 0.4;
    const to = above ? at : at + 1;
    await this.#change(this.#version.cells.toSpliced(to, 0, ''), () =>
      this.page.keyboard.press(above ? 'a' : 'b'),
    );
    await this.#whileEditing(to);
  }

  async #whileEditing(at: number): Promise<void> {
    const { page } = this;
    await page.waitForFunction(
      ({ cell, index }) => {
        const { activeElement } = document;
        const isEditor = activeElement?.matches('.cm-content') ?? false;
        return isEditor && document.querySelectorAll(cell)[index]?.contains(activeElement);
      },
      { cell: shownCell, index: at },
      { timeout: patience },
    );
    await page.keyboard.press('Control+End');
    const lastLine = () => this.#version.cells[at]?.split('\n').at(-1) ?? '';
    // Of a line of blanks the editor's Enter takes the blanks away.
    if (lastLine().trim() !== '' && this.random.next() < 0.5) {
      await this.#key(at, ' ', ' ');
      await this.#key(at, 'Enter', '\n');
    }
    const line = lastLine();
    const typed = `${line.includes('--') ? ' ' : '-- '}${this.mark}${(this.#serial += 1)}`;
    for (const letter of typed) await this.#key(at, letter, letter);
    await this.#leave();
  }

  async #key(at: number, key: string, adds: string): Promise<void> {
    const source = (this.#version.cells[at] ?? '') + adds;
    await this.#change(this.#version.cells.with(at, source), () => this.page.keyboard.press(key));
  }

  async #remove(): Promise<void> {
    const { cells } = this.#version;
    if (cells.length < 2) return;
    const at = await this.#focus();
    await this.page.keyboard.press('d');
    await this.#change(cells.toSpliced(at, 1), () => this.page.keyboard.press('d'));
    if (this.random.next() < 0.3) await this.#change(cells, () => this.page.keyboard.press('z'));
  }

  async #move(): Promise<void> {
    const { cells } = this.#version;
    const at = await this.#focus();
    const up = this.random.next() < 0.5;
    const to = up ? at - 1 : at + 1;
    if (to < 0 || to >= cells.length) return;
    const moved = cells.toSpliced(at, 1).toSpliced(to, 0, cells[at] ?? '');
    await this.#change(moved, () => this.page.keyboard.press(up ? 'Alt+ArrowUp' : 'Alt+ArrowDown'));
  }

  async #rename(): Promise<void> {
    const name = `${this.mark}-${(this.#serial += 1)}`;
    await this.#tale.step({ ...this.#version, name: `${name}.md` }, async () => {
      await this.#command('File: Rename');
      await this.page.getByRole('dialog').getByRole('textbox').fill(name);
      await this.page.keyboard.press('Enter');
      await this.page.getByRole('tab', { selected: true, name: `${name}.md` }).waitFor();
    });
  }

  async #delete(): Promise<void> {
    const { name } = this.#version;
    await this.#tale.step(null, async () => {
      await this.#command('File: Delete');
      await this.page.getByRole('tab', { name, exact: true }).waitFor({ state: 'detached' });
    });
    await this.#begin();
  }

  async #command(title: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+P');
    await this.page.keyboard.insertText(title);
    await this.page.getByRole('listbox').getByRole('option').first().filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  async #change(cells: readonly string[], act: () => Promise<unknown>): Promise<void> {
    await this.#tale.step({ ...this.#version, cells }, act);
  }

  /** The cell that keys go to, or one at random where none has them. */
  async #focus(): Promise<number> {
    const choice = { cell: shownCell, stays: this.random.next() < 0.7, place: this.random.next() };
    return this.page.evaluate(({ cell, stays, place }) => {
      const cells = [...document.querySelectorAll<HTMLElement>(cell)];
      const at = cells.findIndex((each) => each === document.activeElement);
      if (at >= 0 && stays) return at;
      const chosen = Math.floor(place * cells.length);
      cells[chosen]?.focus();
      return chosen;
    }, choice);
  }

  async #leave(): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      await this.page.keyboard.press('Escape');
      const isOut = await this.page.evaluate(() => document.activeElement?.matches('[data-cell]') ?? false);
      if (isOut) return;
    }
    throw new Error('The editor keeps the keys');
  }

  async #shownName(): Promise<string | null> {
    return this.page.evaluate((tab) => document.querySelector(tab)?.textContent ?? null, shownTab);
  }
}
