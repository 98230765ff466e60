import { inWeeksFrom } from '#kpi';
import type { Locale } from '#messages';
import { isKpiText } from '#notebook';
import type { WeekStart } from '#time';
import { conventionOf, nameOf, placeOf, titleOf, toPath, type Place } from './path.ts';
import { rootOf } from './storage/mounted.ts';
import type { Storage } from './storage/storage.ts';

/** A notebook of the Explorer. */
export interface NotebookFile {
  readonly path: string;
  readonly name: string;
  readonly title: string | null;
  readonly place: Place;
  /** Milliseconds; 0 for what comes with the program. */
  readonly modified: number;
  /** The text as last read or written. */
  readonly text: string;
  /** Whether it is a file of the reader's that defines a KPI, be it unfinished. */
  readonly isKpi: boolean;
}

/** The notebooks that come with the program, by name, in each language; English stands in for what is missing. */
export type ShippedNotebooks = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Whom shipped notebooks are for. */
interface ShippedFor {
  readonly locale: Locale;
  readonly weekStart: WeekStart;
}

/** The notebooks there are: the reader's own, and those that come with the program. */
export class Files {
  own = $state.raw<readonly NotebookFile[]>([]);
  /** False until the reader's own were read once: till then none is known to be missing. */
  isRead = false;
  /** Called when the reader's own files may be others, or say something else. */
  onchange: () => void = () => {};
  readonly shipped = $derived.by(() => this.#shippedIn(this.settings));

  constructor(
    private readonly storage: Storage,
    private readonly notebooks: ShippedNotebooks,
    private readonly settings: ShippedFor,
  ) {}

  get all(): readonly NotebookFile[] {
    return [...this.own, ...this.shipped];
  }

  get ownNames(): readonly string[] {
    return this.own.map((file) => file.name);
  }

  /** Every name in use; a copy takes another one, so that it is never mistaken for its original. */
  get names(): readonly string[] {
    return this.all.map((file) => file.name);
  }

  /** The path of a shipped notebook by its name without the ending: `csat-drop`. */
  shippedPath(stem: string): string {
    return toPath('shipped', `${stem}.md`);
  }

  /** The saved text; null where there is no such notebook. */
  async read(path: string): Promise<string | null> {
    const name = nameOf(path);
    if (placeOf(path) === 'own') return this.storage.read(name);
    const { locale, weekStart } = this.settings;
    const text = this.notebooks[locale][name] ?? this.notebooks.en[name];
    return text === undefined ? null : inWeeksFrom(weekStart, text);
  }

  async refresh(): Promise<void> {
    const stored = await this.storage.list();
    const before = Object.fromEntries(this.own.map((file) => [file.name, file]));
    this.own = await Promise.all(
      stored.map(async ({ path, modified }) => {
        const seen = before[path];
        // A disk may hold many files, of which one changes at a time.
        if (rootOf(path) !== null && seen?.modified === modified) return seen;
        return toFile('own', path, (await this.storage.read(path)) ?? '', modified);
      }),
    );
    this.isRead = true;
    this.onchange();
  }

  /** Makes a name known before its file is written, so that no other notebook takes it. */
  reserve(name: string, text: string): void {
    const others = this.own.filter((file) => file.name !== name);
    this.own = [...others, toFile('own', name, text, Date.now())].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
    this.onchange();
  }

  #shippedIn({ locale, weekStart }: ShippedFor): readonly NotebookFile[] {
    const texts = { ...this.notebooks.en, ...this.notebooks[locale] };
    return Object.entries(texts)
      .map(([name, text]) => toFile('shipped', name, inWeeksFrom(weekStart, text), 0))
      .sort((a, b) => a.name.localeCompare(b.name));
  }
}

function toFile(place: Place, name: string, text: string, modified: number): NotebookFile {
  const isKpi = place === 'own' && conventionOf(name) === null && isKpiText(text);
  return { path: toPath(place, name), name, title: titleOf(text), place, modified, text, isKpi };
}
