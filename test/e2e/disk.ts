import type { Page } from '@playwright/test';

/** A directory of the browser's own file system, `reports`, stands in for one on the disk, which no test can choose. */
export async function standIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const choose = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle('reports', { create: true });
    };
    Reflect.set(globalThis, 'showDirectoryPicker', choose);
  });
}

/** What another program writes into the folder. */
export function writeOutside(page: Page, path: string, text: string): Promise<void> {
  return page.evaluate(
    async ([name, content]) => {
      const root = await navigator.storage.getDirectory();
      let folder = await root.getDirectoryHandle('reports', { create: true });
      const [last = '', ...folders] = name.split('/').reverse();
      for (const each of folders.reverse()) folder = await folder.getDirectoryHandle(each, { create: true });
      const writable = await (await folder.getFileHandle(last, { create: true })).createWritable();
      await writable.write(content);
      await writable.close();
    },
    [path, text] as const,
  );
}

export function readOutside(page: Page, path: string): Promise<string> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('reports');
    // Not there yet, while a poll waits for it.
    const file = await folder.getFileHandle(name).catch(() => null);
    return file === null ? '' : (await file.getFile()).text();
  }, path);
}
