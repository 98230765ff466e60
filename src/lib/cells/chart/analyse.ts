import { text } from '#errors';
import { attributeOf, type Cell } from '#notebook';
import type { Analysis } from '../analysis.ts';
import { diagnosticAt } from '../diagnostic.ts';
import { parseSpec } from './spec.ts';

export function analyseChart(cell: Cell): Analysis {
  const parsed = parseSpec(cell.source);
  const of = attributeOf(cell, 'of') ?? null;
  const hasValues = parsed.spec !== null && 'data' in parsed.spec;
  return {
    defines: [],
    uses: of === null ? [] : [of],
    parameters: [],
    readsOnly: true,
    diagnostics: [
      ...(parsed.problem ? [diagnosticAt(cell, parsed.problem)] : []),
      ...(of === null && parsed.spec !== null && !hasValues
        ? [diagnosticAt(cell, text('runtime.chart.of'))]
        : []),
    ],
  };
}
