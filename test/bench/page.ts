import { spawn } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from '../../src/setup/chromium.js';

const address = 'http://127.0.0.1:4319/some/where/';

/** A browser on the built site; `npm run build` comes first. */
export async function withSite<Result>(
  use: (browser: Browser) => Promise<Result>,
  args: readonly string[] = [],
): Promise<Result> {
  const server = spawn(process.execPath, ['test/support/static-server.js'], { stdio: 'ignore' });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', ...args],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    server.kill();
  }
}

/** A page with the data of its browser at hand; `watch` runs in it before anything else. */
export async function openPage(browser: Browser, watch: () => void): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  for (let attempt = 1; ; attempt++) {
    try {
      await page.goto(address);
      break;
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  await page.getByText('Kept in this browser').waitFor({ timeout: 120_000 });
  return page;
}

/** Drops a notebook and trusts it, as a reader does. */
export async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file = '', content = '']) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    },
    [name, text],
  );
  await page.locator('.question button').first().click();
  await page.locator('[data-cell]').first().waitFor();
}
