import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { canonicalTables, createBook, dropBook, setWorkspaceZone } from '#import';
import {
  availability,
  axes,
  catalogue,
  compile,
  cutsOf,
  definitionOf,
  dimensions,
  hasDimension,
  isChoice,
  kpiProfile,
  openPeriod,
  parseVariant,
  setPeriod,
  type Cut,
  type Definition,
  type Kpi,
} from '#kpi';
import { bindParameters, quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { toNumber, type Table } from '#table';
import { everyNth, isInFull } from '../support/in-full.ts';
import { variantsOf } from './every-sql.ts';
import { randomNumbers, randomWorld } from './random-world.ts';
import { formatRows } from './rows.ts';
import { fill, type World } from './world.ts';

const now = '2026-04-01 00:00:00';
const february = { from: '2026-02-01 00:00:00', to: '2026-03-01 00:00:00' };

interface Asked {
  readonly kpi: Kpi;
  readonly variant: string;
  readonly definition: Definition;
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

/** In the period that was set last. */
async function query(sql: string): Promise<Table> {
  return engine.query(bindParameters(sql).sql);
}

/** Every variant that the data can give and that differs from ★ in one thing at most. */
async function computable(): Promise<Asked[]> {
  const profile = await kpiProfile(engine);
  return catalogue.flatMap((kpi) =>
    variantsOf(kpi).flatMap((variant) => {
      const choice = parseVariant(kpi, variant);
      if (!isChoice(choice) || availability(kpi, profile, { variant }).status !== 'ok') return [];
      const others = axes.filter((axis) => choice[axis] !== kpi.variants[axis]?.[0]);
      if (others.length > 1) return [];
      return [{ kpi, variant, definition: definitionOf(kpi, choice) }];
    }),
  );
}

/** What every KPI says in each of its cuts, whole numbers as they are and others to nine digits. */
async function everything(asked: readonly Asked[], nowUtc = now): Promise<Record<string, readonly string[]>> {
  const said: Record<string, readonly string[]> = {};
  await engine.exec(setPeriod(february, now, nowUtc));
  for (const { kpi, variant } of asked) {
    for (const shape of cutsOf(kpi).filter((cut) => has(kpi, variant, cut))) {
      const rows = formatRows(await query(compile({ kpi, variant, shape })));
      said[`${kpi.id} ${variant} ${shape}`] = rows.map((row) =>
        row.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => Number(number).toPrecision(9)),
      );
    }
  }
  return said;
}

/** The first row of each table that is another one. */
function differences(
  said: Record<string, readonly string[]>,
  other: Record<string, readonly string[]>,
): string[] {
  return Object.entries(said).flatMap(([name, rows]) => {
    const others = other[name] ?? [];
    const at = rows.findIndex((row, index) => row !== others[index]);
    return at < 0 && rows.length === others.length ? [] : [`${name}: ${rows[at]} → ${others[at]}`];
  });
}

function has(kpi: Kpi, variant: string, shape: Cut): boolean {
  try {
    compile({ kpi, variant, shape });
    return true;
  } catch {
    return false;
  }
}

function numbersOf(table: Table, name: string): number[] {
  const column = table.columns.find((each) => each.name === name);
  return Array.from({ length: table.rowCount }, (_, row) => toNumber(column?.at(row) ?? null) ?? 0);
}

function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, each) => total + each, 0).toPrecision(9));
}

/** What adds up over the parts of a table: the rows, and what the value is a sum of. */
function totals(table: Table, { shape, statistic, value, numerator, per }: Definition): readonly number[] {
  const n = numbersOf(table, 'n');
  if (per !== null) return [sum(numbersOf(table, 'numerator'))];
  if (numerator !== null) return [sum(n), sum(numbersOf(table, 'numerator'))];
  if (shape === 'quantile' && statistic !== null && statistic !== 'mean') return [sum(n)];
  const values = numbersOf(table, 'value');
  if (shape === 'count') return [sum(n), sum(values)];
  return value !== null || shape === 'quantile'
    ? [sum(n), sum(values.map((each, row) => each * (n[row] ?? 0)))]
    : [];
}

const seeds = isInFull ? [1, 2, 3] : [1];

describe.each(seeds)('random data %s', (seed) => {
  const world = randomWorld(seed);
  let asked: readonly Asked[] = [];
  let computed = 0;
  let said: Record<string, readonly string[]> = {};
  beforeAll(async () => {
    await fill(engine, world);
    const all = await computable();
    computed = new Set(all.map(({ kpi }) => kpi.id)).size;
    // Each KPI's ★, and of the other ways every twelfth; in full all of them.
    asked = all.filter(
      ({ kpi, variant }, index) => isInFull || variant === variantsOf(kpi)[0] || index % 12 === 0,
    );
    said = await everything(asked);
  }, 60_000);

  test('most of the catalogue can be computed', () => {
    expect(computed).toBeGreaterThan(45);
  });

  test('the parts add up to the whole over any dimension but tags', async () => {
    const wrong: string[] = [];
    await engine.exec(setPeriod(february, now));
    for (const { kpi, variant, definition } of everyNth(asked, 2)) {
      if (definition.shape === 'custom' || definition.sql !== null) continue;
      const whole = totals(await query(compile({ kpi, variant, shape: 'headline' })), definition);
      for (const { name } of dimensions) {
        if (name === 'tag' || !hasDimension(kpi, definition, name)) continue;
        const parts = totals(
          await query(compile({ kpi, variant, shape: 'breakdown', by: name })),
          definition,
        );
        if (String(parts) !== String(whole))
          wrong.push(`${kpi.id} ${variant} by ${name}: ${parts} of ${whole}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('a filter that matches all changes nothing', async () => {
    await createBook(engine, 'all_of_it', { source: ['s'] });
    const main = `${quoteIdentifier(engine.database)}.main`;
    await engine.exec(`set search_path = ${quoteLiteral(`all_of_it.main,${main}`)}`);
    const filtered = await everything(asked);
    await engine.exec(`set search_path = ${quoteLiteral(main)}`);
    await dropBook(engine, 'all_of_it');
    expect(differences(said, filtered)).toEqual([]);
  }, 60_000);

  test('the order of the rows changes nothing', async () => {
    await fill(engine, shuffled(world, seed));
    expect(differences(said, await everything(asked))).toEqual([]);
  }, 60_000);

  test('all instants five hours later, seen from five hours further west, change nothing', async () => {
    await fill(engine, world);
    await engine.exec(
      canonicalTables
        .flatMap(({ name, columns }) => {
          const moved = columns
            .filter(({ clock }) => clock === 'utc')
            .map((each) => quoteIdentifier(each.name));
          const table = quoteRelation(engine.database, 'base', name);
          return moved.length === 0
            ? []
            : [
                `update ${table} set ${moved.map((each) => `${each} = ${each} + interval 5 hour`).join(', ')}`,
              ];
        })
        .join(';\n'),
    );
    await setWorkspaceZone(engine, 'Etc/GMT+5');
    const shifted = await everything(asked, '2026-04-01 05:00:00');
    await setWorkspaceZone(engine, 'UTC');
    expect(differences(said, shifted)).toEqual([]);
  }, 60_000);
});

test('without a period no dated row is lost', async () => {
  await fill(engine, randomWorld(3));
  const differing: string[] = [];
  await engine.exec(setPeriod(openPeriod, now));
  for (const { kpi, variant, definition } of await computable()) {
    if (definition.shape === 'custom') continue;
    const count = async (withPeriod: boolean): Promise<number> =>
      sum(numbersOf(await query(compile({ kpi, variant, shape: 'headline', withPeriod })), 'n'));
    if ((await count(true)) > (await count(false))) differing.push(`${kpi.id} ${variant}`);
  }
  expect(differing).toEqual([]);
});

/** The same rows of every table in another order. */
function shuffled(world: World, seed: number): World {
  const next = randomNumbers(seed + 100);
  return Object.fromEntries(
    Object.entries(world).map(([table, rows]) => {
      const lines = rows.values.split(',\n').map((line) => ({ line, at: next() }));
      const values = lines.sort((a, b) => a.at - b.at).map(({ line }) => line);
      return [table, { ...rows, values: values.join(',\n') }];
    }),
  );
}
