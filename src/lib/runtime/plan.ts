import type { Graph } from '#notebook';

/** Which cells to run, and after which of them each one's turn comes. */
export interface PlannedCell {
  readonly id: string;
  readonly on: readonly string[];
}

/**
 * The targets, and before them those of their ancestors whose results cannot be used: never run, failed, out of date,
 * or about to change because something they read runs again.
 */
export function plan(
  graph: Graph,
  targets: readonly string[],
  needsRun: (id: string) => boolean,
): PlannedCell[] {
  const wanted = new Set(targets);
  const ancestors = new Set(targets.flatMap((id) => graph.ancestors(id)));
  const planned = new Set<string>();
  return graph.order.flatMap((id) => {
    const on = graph.inputs(id).filter((input) => planned.has(input));
    const isNeeded = wanted.has(id) || (ancestors.has(id) && (needsRun(id) || on.length > 0));
    if (!isNeeded) return [];
    planned.add(id);
    return [{ id, on }];
  });
}
