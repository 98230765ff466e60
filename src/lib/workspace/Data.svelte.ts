import type { Engine } from '#engine';
import type { DataProfile } from '#import';

/** A canonical table that has rows. */
export interface TableSummary {
  readonly name: string;
  readonly rows: number;
}

export interface SourceSummary {
  readonly id: string;
  readonly vendor: string;
  /** The names of its files, one after the other. */
  readonly file: string;
  readonly files: number;
  readonly rows: number;
  readonly rejected: number;
  /** The zone in which its times without a zone were read. */
  readonly timeZone: string;
  /** Wall clocks: the latest instant in its rows, and when it was last imported. */
  readonly asOf: string | null;
  readonly importedAt: string | null;
}

export interface DataSummary {
  readonly profile: DataProfile | null;
  readonly tables: readonly TableSummary[];
  readonly sources: readonly SourceSummary[];
  /** The latest instant in the data, wall clock. */
  readonly asOf: string | null;
  /** The first and last days that tickets were created on. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** What is computed on the same fingerprint is the same; null where there is nothing. */
  readonly fingerprint: string | null;
}

export const noData: DataSummary = {
  profile: null,
  tables: [],
  sources: [],
  asOf: null,
  period: null,
  fingerprint: null,
};

export type Summarise = (engine: Engine) => Promise<DataSummary>;

/** What is loaded. `revision` grows with each import or removal: whoever shows data depends on it. */
export class Data {
  revision = $state(0);
  /** Grows with each change of the targets that values are judged by. */
  targetRevision = $state(0);
  /** Grows with each change of the events that charts mark. */
  eventRevision = $state(0);
  summary = $state.raw<DataSummary>(noData);
  readonly rows = $derived(this.summary.tables.reduce((sum, table) => sum + table.rows, 0));
  readonly isEmpty = $derived(this.rows === 0);

  #version = 0;

  constructor(private readonly summarise: Summarise) {}

  get profile(): DataProfile | null {
    return this.summary.profile;
  }
  get tables(): readonly TableSummary[] {
    return this.summary.tables;
  }
  get sources(): readonly SourceSummary[] {
    return this.summary.sources;
  }
  get asOf(): string | null {
    return this.summary.asOf;
  }
  get period(): DataSummary['period'] {
    return this.summary.period;
  }
  get fingerprint(): string | null {
    return this.summary.fingerprint;
  }

  async refresh(engine: Engine): Promise<void> {
    const version = ++this.#version;
    const summary = await this.summarise(engine);
    if (version !== this.#version) return;
    this.summary = summary;
    this.revision += 1;
  }
}
