import { resultRelation } from '#cells';
import type { Engine } from '#engine';
import type { Scope } from '#import';
import { kpiProfile, type KpiProfile } from '#kpi';
import { quoteLiteral, quoteRelation } from '#sql';

export interface BookOptions {
  readonly prepareBook: (book: string, scope: Scope, isNew: boolean) => Promise<unknown>;
  readonly dropBook: (book: string) => Promise<void>;
}

/** A notebook's own database: attached when first needed, its views as the scope wants them, its results as cells leave them. */
export class Book {
  readonly name: string;
  /** What cells have left here, by name in lower case. */
  readonly stored = new Map<string, 'table' | 'view'>();
  readonly #engine: Engine;
  readonly #options: BookOptions;
  /** The scope that the views show; null before the book is attached. */
  #prepared: Scope | null = null;
  #shown: Promise<void> = Promise.resolve();
  #profile: Promise<KpiProfile> | null = null;

  constructor(engine: Engine, name: string, options: BookOptions) {
    this.name = name;
    this.#engine = engine;
    this.#options = options;
  }

  /** Makes the book ready for a run; results of names that nobody has or shows any more are dropped. */
  async prepare(
    scope: Scope,
    results: ReadonlySet<string>,
    shown: readonly (string | null)[],
  ): Promise<void> {
    await this.#show(scope);
    for (const [name, kind] of this.stored) {
      const relation = resultRelation(this.name, name).toLowerCase();
      if (results.has(name) || shown.some((other) => other?.toLowerCase() === relation)) continue;
      await this.#engine.exec(`drop ${kind} if exists ${relation}`);
      this.stored.delete(name);
    }
  }

  /** Makes sure that there is a book, whatever its views show. */
  async attach(scope: Scope): Promise<void> {
    if (this.#prepared === null) await this.#show(scope);
  }

  /** What the data that the views show can answer from: looked at once, until they show others. */
  async profile(): Promise<KpiProfile> {
    try {
      return await (this.#profile ??= kpiProfile(this.#engine, this.name));
    } catch (error) {
      this.forgetProfile();
      throw error;
    }
  }

  /** One after the other: a check and a run may both be the first to need the book. */
  #show(scope: Scope): Promise<void> {
    const shown = this.#shown.then(async () => {
      if (this.#prepared === scope) return;
      await this.#options.prepareBook(this.name, scope, this.#prepared === null);
      this.#prepared = scope;
      this.forgetProfile();
    });
    this.#shown = shown.catch(() => undefined);
    return shown;
  }

  forgetProfile(): void {
    this.#profile = null;
  }

  storedAs(relation: string): 'table' | 'view' {
    const isNamed = (name: string) =>
      resultRelation(this.name, name).toLowerCase() === relation.toLowerCase();
    return [...this.stored].find(([name]) => isNamed(name))?.[1] ?? 'view';
  }

  async drop(): Promise<void> {
    if (this.#prepared === null) return;
    await this.#engine.exec(
      `set search_path = ${quoteLiteral(quoteRelation(this.#engine.database, 'main'))}`,
    );
    await this.#options.dropBook(this.name);
  }
}
