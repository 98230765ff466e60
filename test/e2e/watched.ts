import { test as base, expect, type Page } from '@playwright/test';

/** What a page did that it must never do. */
export interface Watch {
  readonly foreignRequests: string[];
  readonly complaints: string[];
}

/** A page whose requests and console are watched: each test ends by asserting that nothing left and nothing was complained of. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const watch: Watch = { foreignRequests: [], complaints: [] };
      const origin = new URL(baseURL ?? '').origin;
      page.context().on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) watch.foreignRequests.push(url);
      });
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') watch.complaints.push(message.text());
      });
      page.on('pageerror', (error) => watch.complaints.push(String(error)));
      await use(watch);
      expect(watch).toEqual({ foreignRequests: [], complaints: [] });
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Drops files on the window as a person would; they are read in Node and handed to the page. */
export async function drop(
  page: Page,
  files: readonly { name: string; bytes: Buffer; type?: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle(
    (list) => {
      const data = new DataTransfer();
      for (const { name, base64, type } of list) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      return data;
    },
    files.map(({ name, bytes, type }) => ({
      name,
      base64: bytes.toString('base64'),
      type: type ?? 'text/csv',
    })),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Opens the app in English and waits for the engine. */
export async function open(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('contentinfo').or(page.locator('[data-engine="ready"]')).first()).toBeVisible();
}
