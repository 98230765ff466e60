import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { findChromium } from '../../src/setup/chromium.js';

export interface ServedPage {
  readonly page: Page;
  /** What a function of one of the project's modules gives, run in the page; arguments and result are JSON. */
  call<Result>(module: string, name: string, ...values: readonly unknown[]): Promise<Result>;
  /** The address of a file of the project or beside it, for the page to fetch. */
  addressOf(path: string): string;
  close(): Promise<void>;
}

/** An empty page in Chromium that can import the project's modules, `import('/test/…')`, as they are written. */
export async function openServedPage(): Promise<ServedPage> {
  const server = await createServer({
    logLevel: 'error',
    server: { port: 0, fs: { strict: false }, watch: null, hmr: false },
  });
  await server.listen();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const address = server.resolvedUrls?.local[0] ?? '';
  await page.goto(address);
  return {
    page,
    call: (module, name, ...values) =>
      page.evaluate(
        `import(${JSON.stringify(module)}).then((it) => it.${name}(...${JSON.stringify(values)}))`,
      ),
    addressOf: (path) => `${address}@fs${encodeURI(path)}`,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
