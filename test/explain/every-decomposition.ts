import type { Engine } from '#engine';
import { canExplain, causeTestSql, explanationSql } from '#explain';
import { asInCell, catalogue, compileFacts, dimensions, hasDimension, type FactKey, type Kpi } from '#kpi';
import { toNumber, type Table } from '#table';
import { decompose, type Segment } from '../../src/lib/explain/decompose.ts';
import { keyNamed } from '../../src/lib/explain/facts.ts';
import { nothing, type Sums } from '../../src/lib/explain/sums.ts';
import { words } from './tested.ts';

const before = { from: '2026-01-01 00:00:00', to: '2026-02-10 00:00:00' };
const after = { from: '2026-02-10 00:00:00', to: '2026-03-29 00:00:00' };
const names = ['channel', 'agent', 'is_proactive', 'hour', 'type × segment'];

export const explained = catalogue.filter((kpi) => canExplain(kpi));

/** Each decomposition's greatest distance from the rule in TypeScript, of the size of the value where that is more than 1. */
export async function distances(
  engine: Engine,
  kpis: readonly Kpi[] = explained,
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const kpi of kpis)
    for (const dimension of names.filter((each) => hasAll(kpi, each)))
      found[`${kpi.id} by ${dimension}`] = await distance(engine, kpi, dimension);
  return found;
}

/** The SQL of explanations that does not bind, and why. */
export async function unboundExplanations(
  engine: Engine,
  kpis: readonly Kpi[] = explained,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const kpi of kpis) {
    const sql = explanationSql(kpi);
    const texts = names
      .filter((each) => hasAll(kpi, each))
      .flatMap((dimension) => {
        const member = dimension.includes('×') ? 'a × —' : dimension === 'is_proactive' ? 'true' : null;
        const segment = { dimension, member };
        const rows = [true, false].map((isLow) => sql.rows(segment, { isLow }));
        const companions = [sql.moves(segment, 'en'), sql.words(segment)].flatMap((text) => text ?? []);
        return [sql.decomposition(dimension), sql.control(segment, null), ...rows, ...companions];
      });
    texts.push(...(sql.late === null ? [] : [sql.late]), ...causeTest(kpi));
    for (const text of new Set(texts))
      await inPeriods(engine, `explain ${text}`).catch((error: unknown) =>
        failures.push(`${kpi.id}: ${String(error)}\n${text}`),
      );
  }
  return failures;
}

/** The steps of a test of a cause as one query, in which every column is bound; none of a KPI that knows no segments. */
function causeTest(kpi: Kpi): readonly string[] {
  const { definition } = explanationSql(kpi);
  const dimension = dimensions.find(({ name }) => hasDimension(kpi, definition, name))?.name;
  if (dimension === undefined) return [];
  const { rows, sides, test, weeks } = causeTestSql(kpi, {
    segment: [{ dimension, column: 'member', input: 'affected' }],
    names: { day: 'event_day', days: 'event_days', rows: 'cause_rows', sides: 'cause_sides', test: 'cause' },
    words,
  });
  const cells = { cause_rows: rows, cause_sides: sides, cause: test, cause_weeks: weeks };
  const written = Object.entries(cells).map(([name, sql]) => `${name} as (\n${sql}\n)`);
  return [`with ${written.join(',\n')}\nselect * from cause, cause_weeks`];
}

function hasAll(kpi: Kpi, dimension: string): boolean {
  const { definition } = explanationSql(kpi);
  const isOfTicket = hasDimension(kpi, definition, 'site');
  return dimension
    .split(' × ')
    .map(keyNamed)
    .every((each) => (typeof each === 'string' ? hasDimension(kpi, definition, each) : isOfTicket));
}

async function distance(engine: Engine, kpi: Kpi, dimension: string): Promise<number> {
  const sql = explanationSql(kpi);
  const wanted = await partsByRule(engine, kpi, dimension, sql.isCount);
  const table = await inPeriods(engine, sql.decomposition(dimension));
  const got = new Map(
    rows(table).map((row) => [
      row('segment') === null ? null : String(row('segment')),
      sql.isCount ? [number(row('effect'))] : [number(row('mix')), number(row('rate'))],
    ]),
  );
  if (got.size !== wanted.size) return Infinity;
  const off = [...wanted].flatMap(([segment, parts]) =>
    parts.map(
      (part, index) => Math.abs(part - (got.get(segment)?.[index] ?? Infinity)) / Math.max(1, Math.abs(part)),
    ),
  );
  return Math.max(0, ...off);
}

async function partsByRule(
  engine: Engine,
  kpi: Kpi,
  dimension: string,
  isCount: boolean,
): Promise<Map<string | null, readonly number[]>> {
  const by = dimension.split(' × ').map(keyNamed);
  const facts = compileFacts(explanationSql(kpi).definition, {
    kpi,
    dimensions: by.flatMap((each) => (typeof each === 'string' ? [each] : [])),
    keys: by.flatMap((each): readonly FactKey[] => (typeof each === 'string' ? [] : [each])),
    periods: [before, after],
  });
  const key = by.length === 1 ? 'd0' : "coalesce(d0, '—') || ' × ' || coalesce(d1, '—')";
  const summed = await inPeriods(
    engine,
    `select ${key} as segment, fact_at >= timestamp '${after.from}' as is_after, count(*) as rows, coalesce(sum(x), 0) as x, coalesce(sum(w), 0) as w from (${facts}) group by all`,
  );
  const segments = new Map<string | null, Segment>();
  for (const row of rows(summed)) {
    const segment = row('segment') === null ? null : String(row('segment'));
    const known = segments.get(segment) ?? { before: nothing, after: nothing, asked: null };
    const sums: Sums = { ...nothing, rows: number(row('rows')), x: number(row('x')), w: number(row('w')) };
    segments.set(segment, row('is_after') === true ? { ...known, after: sums } : { ...known, before: sums });
  }
  const parts = decompose([...segments.values()]);
  const found = new Map<string | null, readonly number[]>();
  [...segments].forEach(([segment, { before: was, after: became }], index) => {
    const { mix = 0, rate = 0 } = parts[index] ?? {};
    if (isCount) found.set(segment, [became.x - was.x]);
    else if (was.w + became.w > 0) found.set(segment, [mix, rate]);
  });
  return found;
}

/** A query as a notebook's cell has it, its inputs set. */
export async function inPeriods(engine: Engine, sql: string): Promise<Table> {
  const set = Object.entries({ before, after }).flatMap(([name, { from, to }]) => [
    `set variable ${name}_start = timestamp '${from}'`,
    `set variable ${name}_end = timestamp '${to}'`,
  ]);
  set.push(
    "set variable event_day = date '2026-02-10'",
    'set variable event_days = 28',
    "set variable affected = ['chat']::varchar[]",
  );
  const prepared = await asInCell(engine, sql, { book: null, period: null, asOf: '2026-04-01 00:00:00' });
  return engine.query([...set, prepared].join(';\n'));
}

function rows(table: Table) {
  return Array.from({ length: table.rowCount }, (_, row) => (name: string) => {
    const column = table.columns.find((each) => each.name === name);
    return column?.at(row) ?? null;
  });
}

function number(value: Parameters<typeof toNumber>[0]): number {
  return toNumber(value) ?? Number.NaN;
}
