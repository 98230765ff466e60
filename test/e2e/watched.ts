import { test as base, expect, type Page } from '@playwright/test';

/** What a page did that it must never do. */
export interface Watch {
  readonly foreignRequests: string[];
  readonly complaints: string[];
}

/** The tooltips of bits-ui read a value of a button that has just gone, which Svelte notes; nothing comes of it. */
const tooltipOfNobody = 'https://svelte.dev/e/derived_inert';

/** Every page of a test is watched: the test ends by asserting that nothing left and nothing was complained of. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { foreignRequests: [], complaints: [] };
      const origin = new URL(baseURL ?? '').origin;
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) watch.foreignRequests.push(url);
      });
      context.on('console', (message) => {
        const isComplaint = message.type() === 'error' || message.type() === 'warning';
        if (isComplaint && message.text() !== tooltipOfNobody) watch.complaints.push(message.text());
      });
      context.on('weberror', (error) => watch.complaints.push(String(error.error())));
      await use(watch);
      expect(watch).toEqual({ foreignRequests: [], complaints: [] });
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

/** A file of text; in Windows-1252 where asked, as a spreadsheet in Brazil saves it. */
export function textFile(name: string, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): DroppedFile {
  return { name, bytes: Buffer.from(text, encoding) };
}

/** Drops files on the window; notebooks one by one, as a person does who trusts each. */
export async function drop(page: Page, ...files: readonly DroppedFile[]): Promise<void> {
  const notebooks = files.filter(({ name }) => name.endsWith('.md'));
  for (const notebook of notebooks) {
    await dropUntrusted(page, notebook);
    await page.locator('.question:visible button').first().click();
    await expect(page.locator('.question:visible')).toHaveCount(0);
  }
  const others = files.filter((file) => !notebooks.includes(file));
  if (others.length > 0) await dropUntrusted(page, ...others);
}

/** Drops files on the window as a person would; they are read in Node and handed to the page. */
export async function dropUntrusted(page: Page, ...files: readonly DroppedFile[]): Promise<void> {
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
      base64: Buffer.from(bytes).toString('base64'),
      type: type ?? '',
    })),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
