import { CellFailure, type Analysis } from '#cells';
import { QueryError } from '#engine';
import { AppError, text } from '#errors';
import type { Cell, GraphProblem } from '#notebook';
import type { Program } from './program.ts';
import type { CellError, CellState } from './state.ts';

type Failed = Extract<CellState, { status: 'failed' }>;

/** What anything thrown while a cell ran means to its reader. */
export function thrownFailure(error: unknown): Failed {
  const kind =
    error instanceof QueryError || (error instanceof CellFailure && error.cause instanceof QueryError);
  const span = error instanceof CellFailure ? error.span : null;
  const sentence =
    error instanceof AppError
      ? error.text
      : text('runtime.failed.other', { message: error instanceof Error ? error.message : String(error) });
  return failed({ kind: kind ? 'query' : 'other', text: sentence, span, cause: error });
}

/** Why a cell is not run at all: its own text, or a cell that it reads. */
export function refusalOf(
  id: string,
  { analyses, graph, cells }: Program,
  stateOf: (id: string) => CellState,
): Failed | null {
  const own = diagnosticFailure(analyses.get(id)!);
  if (own) return own;
  for (const input of graph.inputs(id)) {
    const state = stateOf(input);
    if (state.status !== 'failed') continue;
    const culprit = cells.get(state.error.kind === 'upstream' ? (state.from ?? input) : input);
    if (culprit) return upstreamFailure(culprit);
  }
  return null;
}

function diagnosticFailure({ diagnostics }: Analysis): Failed | null {
  const problem = diagnostics.find(({ severity }) => severity === 'error');
  return problem ? failed({ kind: 'diagnostic', text: problem.text, span: problem.span, cause: null }) : null;
}

function upstreamFailure(culprit: Cell): Failed {
  const sentence = text('runtime.failed.upstream', { cell: culprit.name ?? culprit.id });
  return failed({ kind: 'upstream', text: sentence, span: null, cause: null }, culprit.id);
}

/** What the graph has against a cell. */
export function graphFailure(
  problem: GraphProblem,
  nameOf: (id: string) => string,
  known: readonly string[],
): Failed {
  switch (problem.kind) {
    case 'cycle': {
      const cells = [...problem.members, problem.members[0]!].map(nameOf).join(' → ');
      return failed({
        kind: 'cycle',
        text: text('runtime.failed.cycle', { cells }),
        span: null,
        cause: null,
      });
    }
    case 'duplicate': {
      const sentence = text('runtime.failed.duplicate', { name: problem.name });
      return failed(
        { kind: 'duplicate', text: sentence, span: null, cause: null },
        problem.others[0] ?? null,
      );
    }
    case 'missing': {
      const sentence = problem.name.startsWith('$')
        ? text('runtime.failed.parameter', { name: problem.name, known: known.join(', ') })
        : text('runtime.failed.missing', { name: problem.name });
      return failed({ kind: 'missing', text: sentence, span: null, cause: null });
    }
  }
}

function failed(error: CellError, from: string | null = null): Failed {
  return { status: 'failed', error, from };
}
