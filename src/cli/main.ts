import { argv, env, exit, stderr, stdout } from 'node:process';
import { runProgram } from './program.ts';

// Whoever reads may have seen enough: `deskbook … | head` is no failure.
stdout.on('error', (error) => exit('code' in error && error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runProgram(argv.slice(2), {
  env,
  now: () => Date.now(),
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
});
