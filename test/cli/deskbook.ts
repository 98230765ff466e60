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
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { status, ...said };
}
