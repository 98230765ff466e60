/** What a graph knows of a cell. Names compare without case. */
export interface GraphNode {
  readonly id: string;
  readonly defines: readonly string[];
  readonly uses: readonly string[];
}

/** What keeps a cell from running; it heals when the text is mended. */
export type GraphProblem =
  /** The members, each reading the next, the last reading the first. */
  | { readonly kind: 'cycle'; readonly members: readonly string[] }
  | { readonly kind: 'missing'; readonly name: string }
  /** The other cells that define the name. */
  | { readonly kind: 'duplicate'; readonly name: string; readonly others: readonly string[] };

export interface Graph {
  /** Every id, each after those it reads; cells that do not depend on one another keep their order. */
  readonly order: readonly string[];
  /** The cells that a cell reads. */
  inputs(id: string): readonly string[];
  /** All that it depends on, in order. */
  ancestors(id: string): readonly string[];
  /** All that depend on it, in order. */
  dependants(id: string): readonly string[];
  problem(id: string): GraphProblem | null;
}

export interface GraphOptions {
  /** Whether a name that no cell defines exists all the same. */
  readonly isKnown?: (name: string) => boolean;
}

export function buildGraph(nodes: readonly GraphNode[], { isKnown = () => true }: GraphOptions = {}): Graph {
  const definers = definersOf(nodes);
  const inputs = new Map(nodes.map((node) => [node.id, inputsOf(node, definers)]));
  const outputs = reversed(inputs);
  const order = orderOf(nodes, inputs);
  const cycles = hasCycle(order, inputs) ? cyclesOf(nodes, inputs) : noCycles;
  const problems = new Map(nodes.map((node) => [node.id, problemOf(node, { definers, cycles, isKnown })]));
  const inOrder = (ids: ReadonlySet<string>) => (ids.size === 0 ? [] : order.filter((id) => ids.has(id)));
  const known = new Map<string, readonly string[]>();
  return {
    order,
    inputs: (id) => inputs.get(id) ?? [],
    ancestors(id) {
      const ancestors = known.get(id) ?? inOrder(reachable(id, inputs));
      known.set(id, ancestors);
      return ancestors;
    },
    dependants: (id) => inOrder(reachable(id, outputs)),
    problem: (id) => problems.get(id) ?? null,
  };
}

type Links = ReadonlyMap<string, readonly string[]>;

function definersOf(nodes: readonly GraphNode[]): Links {
  const definers = new Map<string, string[]>();
  for (const { id, defines } of nodes) {
    for (const name of new Set(defines.map(fold))) definers.set(name, [...(definers.get(name) ?? []), id]);
  }
  return definers;
}

function inputsOf({ uses }: GraphNode, definers: Links): string[] {
  return [...new Set(uses.flatMap((name) => definers.get(fold(name)) ?? []))];
}

function reversed(links: Links): Links {
  const back = new Map<string, string[]>([...links.keys()].map((id) => [id, []]));
  for (const [id, targets] of links) for (const target of targets) back.get(target)?.push(id);
  return back;
}

function reachable(start: string, links: Links): Set<string> {
  const found = new Set<string>();
  const waiting = [...(links.get(start) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(links.get(id) ?? []));
  }
  found.delete(start);
  return found;
}

const noCycles: Links = new Map();

/** In an order of cells without a cycle each stands behind all that it reads. */
function hasCycle(order: readonly string[], inputs: Links): boolean {
  const places = new Map(order.map((id, at) => [id, at]));
  const placeOf = (id: string) => places.get(id) ?? -1;
  return order.some((id) => inputs.get(id)?.some((input) => placeOf(input) >= placeOf(id)));
}

/** For each cell in a cycle, a shortest way from it back to itself. */
function cyclesOf(nodes: readonly GraphNode[], inputs: Links): ReadonlyMap<string, readonly string[]> {
  return new Map(
    nodes.flatMap(({ id }) => {
      const way = wayBack(id, inputs);
      return way === null ? [] : [[id, way] as const];
    }),
  );
}

function wayBack(id: string, inputs: Links): readonly string[] | null {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[id]];
  while (ways.length > 0) {
    const next: (readonly string[])[] = [];
    for (const way of ways) {
      for (const input of inputs.get(way.at(-1)!) ?? []) {
        if (input === id) return way;
        if (!seen.has(input)) next.push([...way, input]);
        seen.add(input);
      }
    }
    ways = next;
  }
  return null;
}

/** Depth first in the nodes' own order; in a cycle, whoever comes first. */
function orderOf(nodes: readonly GraphNode[], inputs: Links): string[] {
  const placed = new Set<string>();
  const entered = new Set<string>();
  const place = (id: string) => {
    if (entered.has(id)) return;
    entered.add(id);
    for (const input of inputs.get(id) ?? []) place(input);
    placed.add(id);
  };
  for (const { id } of nodes) place(id);
  return [...placed];
}

interface ProblemContext {
  readonly definers: Links;
  readonly cycles: ReadonlyMap<string, readonly string[]>;
  readonly isKnown: (name: string) => boolean;
}

function problemOf(
  { id, defines, uses }: GraphNode,
  { definers, cycles, isKnown }: ProblemContext,
): GraphProblem | null {
  const repeated = defines.find((name) => (definers.get(fold(name)) ?? []).length > 1);
  if (repeated !== undefined) {
    const others = definers.get(fold(repeated))!.filter((other) => other !== id);
    return { kind: 'duplicate', name: repeated, others };
  }
  const members = cycles.get(id);
  if (members) return { kind: 'cycle', members };
  const missing = uses.find((name) => !definers.has(fold(name)) && !isKnown(name));
  return missing === undefined ? null : { kind: 'missing', name: missing };
}

function fold(name: string): string {
  return name.toLowerCase();
}
