import { runProgram } from '../../src/cli/program.ts';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the program in this process, in the plainest of environments. */
export async function deskbook(...args: string[]): Promise<Outcome> {
  const said = { out: '', err: '' };
  const status = await runProgram(args, {
    env: { LANG: 'C' },
    now: () => Date.UTC(2026, 0, 15, 12),
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { status, ...said };
}
