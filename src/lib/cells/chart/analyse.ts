import { text } from '#errors';
import { attributeOf, type Cell } from '#notebook';
import { parseSpec } from '#output';
import type { Analysis } from '../analysis.ts';
import { diagnosticAt } from '../diagnostic.ts';

export function analyseChart(cell: Cell): Analysis {
  const parsed = parseSpec(cell.source);
  const of = attributeOf(cell, 'of') ?? null;
  const needsRows = parsed.ok && !('data' in parsed.spec);
  return {
    defines: [],
    uses: of === null ? [] : [of],
    parameters: [],
    readsOnly: true,
    diagnostics: [
      ...(parsed.ok ? [] : [diagnosticAt(cell, parsed.problem)]),
      ...(of === null && needsRows ? [diagnosticAt(cell, text('runtime.chart.of'))] : []),
    ],
  };
}
