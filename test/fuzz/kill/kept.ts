import type { Page } from 'playwright';

/** What the browser keeps of the notebooks, whoever asks. */
export interface Kept {
  readonly files: ReadonlyMap<string, string>;
  /** How many texts are in the journal alone. */
  readonly drafts: number;
}

export async function readKept(page: Page): Promise<Kept> {
  const { files, drafts } = await page.evaluate(async () => {
    // The journal first: what leaves it in between is in its file already.
    const drafts = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('deskbook');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const range = IDBKeyRange.bound(['draft'], ['draft', []]);
        const counting = opening.result.transaction('records').objectStore('records').count(range);
        counting.onerror = () => reject(counting.error);
        counting.onsuccess = () => resolve(counting.result);
        opening.result.close();
      };
    });
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('notebooks', { create: true });
    const files: [string, string][] = [];
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemFileHandle && handle.name.endsWith('.md'))
        files.push([handle.name, await (await handle.getFile()).text()]);
    }
    return { files, drafts };
  });
  return { files: new Map(files), drafts };
}

/**
 * What is kept once every text of the journal has become a file again. Of a page that was killed a last write may
 * still arrive, and a file that is being written cannot be read: so it is read until it stays the same.
 */
export async function readSettled(page: Page, patience = 15_000): Promise<Kept> {
  const until = Date.now() + patience;
  let before = '';
  for (;;) {
    const kept = await readKept(page).catch(() => null);
    const files = JSON.stringify([...(kept?.files ?? [])]);
    if (kept && ((kept.drafts === 0 && files === before) || Date.now() > until)) return kept;
    before = files;
    await page.waitForTimeout(250);
  }
}
