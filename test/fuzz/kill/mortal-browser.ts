import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-gpu',
  // All windows are worked in at once, as no reader could: none of them is in the background.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--remote-debugging-port=0',
];

/** Chromium with a profile that outlives it, however it ends. */
export class MortalBrowser {
  readonly #executable: string;
  readonly #profile = mkdtempSync(join(tmpdir(), 'deskbook-kill-'));
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  constructor(executable: string) {
    this.#executable = executable;
  }

  async newPage(): Promise<Page> {
    const [context] = (await this.#running()).contexts();
    if (!context) throw new Error('The browser has no profile');
    return context.newPage();
  }

  /** Ends all its processes at once; none gets a word of it. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = null;
    this.#browser = null;
    if (process?.pid === undefined || process.exitCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    globalThis.process.kill(-process.pid, 'SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #running(): Promise<Browser> {
    if (this.#browser) return this.#browser;
    const portFile = join(this.#profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    this.#process = spawn(this.#executable, [...flags, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    });
    const port = await readOnceWritten(portFile);
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    return this.#browser;
  }
}

/** Ends the page's process; the page gets no word of it. */
export async function killPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

async function readOnceWritten(file: string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const [port = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port !== '') return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not start within 30 s');
}
