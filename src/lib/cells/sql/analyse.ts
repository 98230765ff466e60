import { text } from '#errors';
import type { Cell, Diagnostic } from '#notebook';
import { isQuery, keyword, references, sameName, splitStatements, tokenize, unavailable } from '#sql';
import type { Analysis } from '../analysis.ts';
import { diagnosticAt } from '../diagnostic.ts';

export function analyseSql(cell: Cell, reserved: readonly string[]): Analysis {
  const { reads, parameters, creates } = references(cell.source);
  const own = cell.name === null ? [] : [cell.name];
  const made = [...own, ...creates.filter((name) => !own.some((other) => sameName(other, name)))];
  const local = creates.filter((name) => !own.some((other) => sameName(other, name)));
  const read = reads.filter((name) => !local.some((other) => sameName(other, name)));
  return {
    defines: made,
    uses: [...read, ...parameters.map((name) => `$${name}`)],
    parameters,
    readsOnly: splitStatements(cell.source).every(
      ({ sql }) => isQuery(sql) || keyword(tokenize(sql)[0]) === 'explain',
    ),
    diagnostics: [...nameProblems(cell, reserved), ...textProblems(cell)],
  };
}

function nameProblems(cell: Cell, reserved: readonly string[]): Diagnostic[] {
  const { name } = cell;
  const isTaken = name !== null && reserved.some((other) => sameName(other, name));
  return isTaken ? [diagnosticAt(cell, text('runtime.name.reserved', { name }))] : [];
}

function textProblems(cell: Cell): Diagnostic[] {
  const numbered = tokenize(cell.source).filter(
    ({ kind, text: token }) => kind === 'parameter' && !/^\$\D/.test(token),
  );
  return [
    ...unavailable(cell.source).map(({ text: problem, from, to }) =>
      diagnosticAt(cell, problem, { from, to }),
    ),
    ...numbered.map(({ text: token, from, to }) =>
      diagnosticAt(cell, text('runtime.parameter.numbered', { token }), { from, to }),
    ),
  ];
}
