import { readKept } from '../fuzz/kill/kept.ts';
import { expect, test } from './watched.ts';
import { runCommand, start } from './workbench.ts';

test(
  'on a full disk the reader is told, the journal has the text, and it is saved once there is room',
  { tag: '@walk' },
  async ({ page, baseURL }) => {
    const { origin } = new URL(baseURL ?? '');
    const session = await page.context().newCDPSession(page);
    const kept = async () => {
      const { files, drafts } = await readKept(page);
      return { text: files.get('Untitled.md')?.includes('42 as late'), drafts };
    };
    await start(page);
    await runCommand(page, 'File: New Notebook');
    await page.getByRole('textbox', { name: /^Source of/ }).click();
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await page.keyboard.press('Control+a');
    await page.keyboard.type('select 42 as late');
    const warning = page.getByRole('alert').filter({ hasText: '“Untitled.md” could not be saved' });
    await expect(warning).toContainText('It may be full. It is still in the journal.');
    await expect.poll(kept).toEqual({ text: false, drafts: 1 });

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await expect(warning).toHaveCount(0);
    await expect.poll(kept).toEqual({ text: true, drafts: 0 });
  },
);
