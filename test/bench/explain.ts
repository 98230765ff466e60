import { availableParallelism } from 'node:os';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { explain } from '#explain';
import { prepareDatabase } from '#import';
import { findKpi } from '#kpi';
import { refill } from '../kpi/world.ts';
import { after, before, plant, plantedKinds, type Planted, type PlantedKind } from '../support/causes.ts';

const seeds = 100;
const effects = [1, 0.5, 0.25];

interface Score {
  /** The planted cause comes first in the list. */
  first: number;
  /** It is more than noise besides. */
  clear: number;
  /** Some cause is called clear, right or wrong. */
  any: number;
  /** The planted day lies within the change point's interval. */
  dated: number;
}

/**
 * Plants known causes in made-up ratings, a thousand in each period, and asks for an explanation: how often the planted one is named first, how
 * often it is more than noise, and how often its day lies within the interval. `--rows 201` begins with another seed.
 */
export async function benchExplain(from: number, say: (line: string) => void): Promise<void> {
  const engines = await Promise.all(Array.from({ length: availableParallelism() }, opened));
  for (const effect of effects) {
    say(
      `\nCSAT 85 % → ${(85 - 5 * effect).toFixed(2).replace(/\.?0+$/, '')} %, seeds ${from}–${from + seeds - 1}`,
    );
    say('                 named first   more than noise   any clear cause   dated');
    for (const kind of plantedKinds) {
      if (kind === 'nothing' && effect < 1) continue;
      const { first, clear, any, dated } = await scoreOf(engines, kind, { from, effect });
      const shown = [kind === 'nothing' ? '' : first, kind === 'nothing' ? '' : clear, any, dated];
      say(
        `${kind.padEnd(14)}${shown.map((count, index) => String(count).padStart([14, 18, 18, 8][index] ?? 8)).join('')}`,
      );
    }
  }
  await Promise.all(engines.map((engine) => engine.close()));
}

async function opened(): Promise<Engine> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  return engine;
}

/** Each engine takes the next seed when it is done with one. */
async function scoreOf(
  engines: readonly Engine[],
  kind: PlantedKind,
  { from, effect }: { from: number; effect: number },
): Promise<Score> {
  const score = { first: 0, clear: 0, any: 0, dated: 0 };
  const left = Array.from({ length: seeds }, (_, index) => from + index).values();
  await Promise.all(
    engines.map(async (engine) => {
      for (const seed of left) await tryOne(engine, score, plant(kind, seed, { effect }));
    }),
  );
  return score;
}

async function tryOne(engine: Engine, score: Score, { world, causes, from }: Planted): Promise<void> {
  const kpi = findKpi('csat');
  if (!kpi) throw new Error('no csat');
  await refill(engine, world);
  const found = await explain(engine, null, kpi, { before, after });
  const isPlanted = (named: (typeof found.causes)[number] | null | undefined): boolean =>
    causes.some(
      ({ kind, dimension, member }) =>
        kind === named?.kind && dimension === named.dimension && member === named.member,
    );
  const [low = '', high = ''] = found.changePoint?.interval ?? [];
  if (isPlanted(found.causes[0] ?? found.suspect)) score.first += 1;
  if (isPlanted(found.causes[0])) score.clear += 1;
  if (found.causes.length > 0) score.any += 1;
  if (from !== null && low <= from && from <= high) score.dated += 1;
}
