import type { Engine } from '#engine';
import { datasetFingerprint, workspaceZone, type Scope } from '#import';
import type { Notebook } from '#notebook';
import { msToWallClock, offsetAt, type WallClock, type WeekStart } from '#time';
import type { Locale } from '#messages';
import type { ReadPage } from './collect.ts';
import type { HeadlineOptions } from './headline.ts';
import type { CellResult } from './result.ts';

/** A notebook that was run, and what its numbers rest on: a report, a workbook and a text are made of this alone. */
export interface FinishedRun extends HeadlineOptions {
  readonly notebook: Notebook;
  readonly results: readonly CellResult[];
  readonly scope: Scope;
  readonly basis: Basis;
  readonly weekStart: WeekStart;
  readonly locale: Locale;
  /** What has more rows than were collected is read on. */
  readonly readPage: ReadPage;
}

/** What the numbers rest on. */
export interface Basis {
  readonly sources: readonly SourceBasis[];
  readonly asOf: WallClock | null;
  readonly zone: string;
  readonly fingerprint: string;
  /** When it was put together, by the clock of that zone. */
  readonly madeAt: WallClock;
}

export interface SourceBasis {
  readonly file: string;
  readonly vendor: string;
  /** Null where that is not kept. */
  readonly rowsRead: number | null;
  readonly rowsLoaded: number;
  readonly rowsRejected: number;
}

/** What is said of a run: how long it takes is up to its charts. */
export interface Progress {
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Asks the engine what else the numbers rest on; `now` is an instant. */
export async function basisOf(
  engine: Engine,
  { sources, asOf, now }: Pick<Basis, 'sources' | 'asOf'> & { readonly now: number },
): Promise<Basis> {
  const zone = await workspaceZone(engine);
  const madeAt = msToWallClock(now + offsetAt(zone, now) * 1000);
  return { sources, asOf, zone, fingerprint: await datasetFingerprint(engine), madeAt };
}
