import type { Engine } from '#engine';
import { nameColumns } from '../header.ts';
import type { InputFile } from '../raw-table.ts';
import { dropPlace, type RawPlace } from '../store.ts';
import { defaultLineSize, loadCsv, type CleanCsv } from './load.ts';
import { headersOf, type Beginning } from './plan.ts';

/** A scan of a file as it lies, begun while the walk over its bytes is still to say whether it may be read so. */
export interface EarlyScan {
  /** Waits for the end of the scan if it is the one that is wanted; whether it was, and came to a good end. */
  keep(wanted: Assumed | null, longest: number): Promise<boolean>;
  /** What it reads will not do: spares the engine the rest. */
  giveUp(): void;
  /** Ends the scan; what it has read is gone. */
  drop(): Promise<void>;
}

/** What has to be known about a file to scan it, save the place where it lies. */
export type Assumed = Omit<CleanCsv, 'path' | 'longest'>;

export interface EarlyOptions {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (share: number) => void;
}

/** A file that is read in one piece is walked over before the engine would have begun. */
const leastBytes = 4 << 20;

/** Begins to scan a file as its beginning suggests; null where that already shows that it cannot be read as it lies. */
export async function scanEarly(
  engine: Engine,
  place: RawPlace,
  beginning: Beginning,
  { signal, onProgress }: EarlyOptions,
): Promise<EarlyScan | null> {
  const assumed = beginning.blob.size < leastBytes || place.isPacked ? null : assume(beginning);
  if (!assumed) return null;
  const registered = await engine.register(placeOf(beginning.file), `${place.id}.csv`);
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  const csv = { ...assumed, path: registered.path, longest: 0 };
  const isDone = loadCsv(engine, place.cells, csv, { signal: controller.signal, onProgress })
    .then(
      () => true,
      () => false,
    )
    .finally(() => signal?.removeEventListener('abort', stop));
  let ended: Promise<void> | null = null;
  const end = () => (ended ??= isDone.then(() => registered.release()));
  const drop = async () => {
    controller.abort();
    await end();
    await dropPlace(engine, place);
  };
  return {
    keep: async (wanted, longest) => {
      const isWanted = JSON.stringify(wanted) === JSON.stringify(assumed) && longest < defaultLineSize;
      const isKept = isWanted && (await isDone);
      if (isKept) await end();
      else await drop();
      return isKept;
    },
    giveUp: () => controller.abort(),
    drop,
  };
}

/** In Node the engine reads a file at its own path. */
export function placeOf({ blob, path }: InputFile): Blob | { readonly path: string } {
  return path === undefined ? blob : { path };
}

/** UTF-8, names in the very first record, as many as most records have cells, data right below them. */
function assume({ bytes, head, wide }: Beginning): Assumed | null {
  const { place, width, delimiter, quote } = head;
  if (wide || place.header !== 0 || place.dataStart !== 1 || head.spans[0]?.start !== 0) return null;
  const headers = headersOf(bytes, head, 'utf-8');
  if (headers.length !== width) return null;
  const names = nameColumns(headers).columns.map(({ name }) => name);
  return { delimiter, quote, skip: 1, names, width, pads: false };
}
