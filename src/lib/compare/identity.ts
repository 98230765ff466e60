import { AppError } from '#errors';
import type { Engine } from '#engine';
import { knownSources, vendorTitle } from '#import';
import { inDatabase } from './aside.ts';
import { haveUnitsInCommon, type Sides } from './units.ts';

/** Refuses two exports that have nothing in common: every KPI would be another, and nothing would be said by it. */
export async function checkInCommon(engine: Engine, sides: Sides): Promise<void> {
  if (await haveUnitsInCommon(engine, sides)) return;
  const vendors = async (side: string): Promise<string> => {
    const sources = await knownSources(inDatabase(engine, side));
    return [...new Set(sources.map(({ vendor }) => vendorTitle(vendor) ?? vendor))].sort().join(', ');
  };
  const [earlier, later] = [await vendors(sides.earlier), await vendors(sides.later)];
  throw earlier === later
    ? new AppError('compare.nothingInCommon')
    : new AppError('compare.otherVendor', { earlier, later });
}

/** Whether both were read from the very same files: these have the same fingerprints. */
export async function areSameFiles(engine: Engine, { earlier, later }: Sides): Promise<boolean> {
  const prints = async (side: string): Promise<readonly (string | null)[]> =>
    (await knownSources(inDatabase(engine, side)))
      .flatMap(({ files }) => files.map(({ sha256 }) => sha256))
      .sort();
  const [one, other] = [await prints(earlier), await prints(later)];
  return one.length > 0 && !one.includes(null) && one.join() === other.join();
}
