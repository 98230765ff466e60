import { text } from '#errors';
import type { Cell } from '#notebook';
import { references, unavailable } from '#sql';
import type { Analysis } from '../analysis.ts';
import { diagnosticAt } from '../diagnostic.ts';
import { parseInput } from './parse.ts';
import { parameterNames } from './spec.ts';

export function analyseInput(cell: Cell): Analysis {
  const { spec, problems } = parseInput(cell);
  const sql = spec.options.kind === 'query' ? spec.options.sql : '';
  const { reads, parameters } = references(sql);
  const isNameless = cell.name === null || !/^[a-z_][a-z0-9_]*$/i.test(cell.name);
  return {
    defines: isNameless ? [] : parameterNames(spec).map((name) => `$${name}`),
    uses: [...reads, ...parameters.map((name) => `$${name}`)],
    parameters,
    readsOnly: true,
    diagnostics: [
      ...(isNameless ? [diagnosticAt(cell, text('runtime.input.name'))] : []),
      ...problems.map((problem) => diagnosticAt(cell, problem)),
      ...unavailable(sql).map(({ text: problem }) => diagnosticAt(cell, problem)),
    ],
  };
}
