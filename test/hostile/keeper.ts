import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'vite';
import type { Answer, Task } from './child.ts';

/** A process ended before it had answered, or was ended because it did not. */
export interface Lost {
  readonly lost: 'hang' | 'crash';
  readonly output: string;
}

let opened = 0;

/** Hands files to a process of its own, so that one that hangs or crashes it can be told from the others. */
export class Keeper {
  private child: ChildProcess | null = null;
  private output = '';

  private constructor(
    private readonly folder: string,
    private readonly seconds: number,
  ) {}

  /** Builds the child's program; a file may take so many seconds. */
  static async open(seconds = 60): Promise<Keeper> {
    const root = `${process.cwd()}/`;
    const folder = `${root}node_modules/.cache/hostile-${process.pid}-${opened++}`;
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        ssr: 'test/hostile/child.ts',
        outDir: folder,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
      },
    });
    return new Keeper(folder, seconds);
  }

  /** What became of a file; one after the other. */
  async run(task: Task): Promise<Answer | Lost> {
    const child = this.started();
    return new Promise((resolve) => {
      const finish = (result: Answer | Lost) => {
        clearTimeout(watchdog);
        child.removeAllListeners('message');
        child.removeAllListeners('exit');
        if ('lost' in result) this.end();
        resolve(result);
      };
      const watchdog = setTimeout(() => finish({ lost: 'hang', output: this.output }), this.seconds * 1000);
      child.once('message', (answer: Answer) => finish(answer));
      child.once('exit', () => finish({ lost: 'crash', output: this.output }));
      child.send(task);
    });
  }

  close(): void {
    this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private started(): ChildProcess {
    if (this.child) return this.child;
    this.output = '';
    const child = fork(`${this.folder}/child.js`, {
      execArgv: ['--max-old-space-size=1500'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => (this.output = (this.output + data.toString()).slice(-4000)));
    this.child = child;
    return child;
  }

  private end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }
}
