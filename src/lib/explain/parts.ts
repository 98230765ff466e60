import type { Interval95 } from '#kpi';
import { askedOf, candidatesOf, type Candidate } from './candidates.ts';
import { decompose, type Shares } from './decompose.ts';
import { keyOf, type Cell, type Dimension } from './facts.ts';
import { nothing, plus, valueOf, type Pair } from './sums.ts';

/** A segment's part of the change. Those of one dimension add up to the change. */
export interface Part {
  readonly dimension: string;
  /** Null where the rows do not say; of a pair both, with a cross between. */
  readonly member: string | null;
  /** Members too small to say anything of, taken together. */
  readonly isPooled: boolean;
  readonly before: number | null;
  readonly after: number | null;
  readonly mix: number;
  readonly rate: number;
  readonly answering: number | null;
  /** Rows in both periods together. */
  readonly n: number;
  /** Of how much more it moved than the rest did, by 95 %, in the unit of the change; null where too few rows say so. */
  readonly interval: Interval95 | null;
  /** More than noise, though so many were looked at. */
  readonly significant: boolean;
}

export interface PartsOptions {
  readonly dimensions: readonly Dimension[];
  readonly asked: readonly Cell[] | null;
  /** Causes, or what comes nearest to one. */
  readonly first: readonly Candidate[];
  readonly isShare: boolean;
  readonly isCount: boolean;
}

/** Fewer rows in both periods are pooled. */
const fewest = 20;

/** The parts by each dimension; those found to be causes first, then those that gave most. */
export function partsOf(cells: readonly Cell[], options: PartsOptions): readonly Part[] {
  const { dimensions, first } = options;
  const moved = new Map(
    candidatesOf({ ...options, cells }).flatMap((each) =>
      each.kind === 'rate' ? [[keyOf(each.cell), each] as const] : [],
    ),
  );
  const singles = dimensions.flatMap((_, place) => ofDimension(cells, { ...options, place }));
  const pairs = first.flatMap(({ cell }) => (cell.by.length === 2 ? [pairOf(cell, cells, options)] : []));
  const all = [...pairs, ...singles].map(({ cell, shares, isPooled }): Part => {
    const test = isPooled ? undefined : moved.get(keyOf(cell));
    return {
      dimension: dimensionName(cell, dimensions),
      member: memberName(cell),
      isPooled,
      before: options.isCount ? cell.before.x : valueOf(cell.before),
      after: options.isCount ? cell.after.x : valueOf(cell.after),
      ...shares,
      n: cell.before.rows + cell.after.rows,
      interval: test?.interval ?? null,
      significant: [...first, ...(test ? [test] : [])].some(
        ({ isReal, cell: other }) => isReal && keyOf(other) === keyOf(cell),
      ),
    };
  });
  const order = first.map(({ cell }) => `${dimensionName(cell, dimensions)} ${memberName(cell)}`);
  const rank = ({ dimension, member }: Part): number => {
    const place = order.indexOf(`${dimension} ${member}`);
    return place < 0 ? order.length : place;
  };
  const size = ({ mix, rate }: Part): number => Math.abs(mix + rate);
  return all.sort(
    (a, b) => rank(a) - rank(b) || Number(b.significant) - Number(a.significant) || size(b) - size(a),
  );
}

export function dimensionName({ by }: Cell, dimensions: readonly Dimension[]): string {
  return by.map((place) => dimensions[place]?.name ?? '').join(' × ');
}

export function memberName({ members }: Cell): string | null {
  return members.length === 1 ? (members[0] ?? null) : members.map((member) => member ?? '—').join(' × ');
}

interface Drawn {
  readonly cell: Cell;
  readonly shares: Shares;
  readonly isPooled: boolean;
}

function ofDimension(
  cells: readonly Cell[],
  { place, asked, isCount, dimensions }: PartsOptions & { readonly place: number },
): Drawn[] {
  const own = cells.filter(({ by }) => by.length === 1 && by[0] === place);
  const [small, large] = [own.filter(isSmall), own.filter((cell) => !isSmall(cell))];
  const pooled = small.length < 2 ? small : [small.reduce(together)];
  const isService = dimensions[place]?.kind === 'service';
  const segments = [...large, ...pooled];
  const shares = isCount
    ? segments.map(countShares)
    : decompose(
        segments.map((cell) => ({
          ...cell,
          asked: isService
            ? small.length > 1 && cell === pooled[0]
              ? askedOfAll(small, asked)
              : askedOf(cell, asked)
            : null,
        })),
      );
  return segments.map((cell, index) => ({
    cell,
    shares: shares[index] ?? countShares(cell),
    isPooled: small.length > 1 && cell === pooled[0],
  }));
}

/** A pair against all else, which is one segment here. */
function pairOf(cell: Cell, cells: readonly Cell[], { isCount }: PartsOptions): Drawn {
  const place = cell.by[0];
  const total = cells
    .filter(({ by }) => by.length === 1 && by[0] === place)
    .reduce<Pair>(
      (sum, each) => ({ before: plus(sum.before, each.before), after: plus(sum.after, each.after) }),
      { before: nothing, after: nothing },
    );
  const rest = { before: plus(total.before, cell.before, -1), after: plus(total.after, cell.after, -1) };
  const [shares] = isCount
    ? [countShares(cell)]
    : decompose([
        { ...cell, asked: null },
        { ...rest, asked: null },
      ]);
  return { cell, shares: shares ?? countShares(cell), isPooled: false };
}

function countShares({ before, after }: Pair): Shares {
  return { mix: 0, rate: after.x - before.x, answering: null };
}

function isSmall({ before, after }: Pair): boolean {
  return before.rows + after.rows < fewest;
}

function together(a: Cell, b: Cell): Cell {
  return { ...a, members: [null], before: plus(a.before, b.before), after: plus(a.after, b.after) };
}

function askedOfAll(small: readonly Cell[], asked: readonly Cell[] | null) {
  if (asked === null) return null;
  const each = small.map((cell) => askedOf(cell, asked));
  return {
    before: each.reduce((sum, one) => sum + (one?.before ?? 0), 0),
    after: each.reduce((sum, one) => sum + (one?.after ?? 0), 0),
  };
}
