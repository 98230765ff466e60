import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toParquet } from '#export/parquet';
import { tableFrom } from '#table';
import { callWorkbook } from './call-sheet.ts';
import { expect, test, type DroppedFile } from './watched.ts';
import { cells, editor, headlines, importFiles, runCommand, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;
const server = fileURLToPath(new URL('../support/static-server.js', import.meta.url));
const port = 4321;

test('Deskbook can be installed', async ({ page, baseURL }) => {
  await start(page);
  const icons = await page.evaluate(async () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '';
    const manifest = await fetch(address).then((answer) => answer.json());
    const sizes = manifest.icons.map(async ({ src, sizes: said }: { src: string; sizes: string }) => {
      const image = new Image();
      image.src = new URL(src, address).href;
      await image.decode();
      return [said, said === 'any' || said === `${image.naturalWidth}x${image.naturalHeight}`];
    });
    return { scope: new URL(manifest.scope, address).href, sizes: await Promise.all(sizes) };
  });
  expect(icons).toEqual({
    scope: baseURL,
    sizes: [
      ['192x192', true],
      ['512x512', true],
      ['512x512', true],
      ['any', true],
    ],
  });
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A private window, which every test has, is never installed from.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('with the network off Parquet and workbooks are read, and a workbook and a page are written', async ({
  page,
  context,
}) => {
  test.slow();
  await start(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await expect(status(page)).toContainText('Kept in this browser');

  await step('a workbook is imported', async () => {
    await importFiles(page, callWorkbook());
    expect(await headlines(page)).toMatchObject({ 'Tickets created': '300', Abandonment: '16.67%' });
  });

  await step('a Parquet file is imported', async () => {
    await importFiles(page, await parquetOfTickets());
    await expect(page.getByRole('heading', { level: 1, name: '2 rows imported' })).toBeVisible();
  });

  for (const [command, ending] of [
    ['File: Save Report as a Page', 'html'],
    ['File: Save Report as Excel Workbook', 'xlsx'],
  ] as const)
    await step(`a notebook is saved as ${ending}`, async () => {
      await page.getByRole('treeitem', { name: /^getting-started\.md/ }).dblclick();
      await expect(cells(page).first()).toBeVisible();
      const coming = page.waitForEvent('download', { timeout: 60_000 });
      await runCommand(page, command);
      expect((await coming).suggestedFilename()).toBe(`getting-started.${ending}`);
    });
  await context.setOffline(false);
});

/** Two tickets, as another program writes them. */
async function parquetOfTickets(): Promise<DroppedFile> {
  const table = tableFrom([
    { name: 'ticket_id', type: 'VARCHAR', values: ['p1', 'p2'] },
    { name: 'created_at', type: 'TIMESTAMP', values: [1_767_261_600_000_000n, 1_767_348_000_000_000n] },
    { name: 'channel', type: 'VARCHAR', values: ['chat', 'email'] },
  ]);
  const chunks: Uint8Array[] = [];
  await toParquet(table.columns, [table], (chunk) => chunks.push(chunk));
  return { name: 'tickets.parquet', bytes: Buffer.concat(chunks) };
}

test('a new version waits until its reader asks for it, and loses nothing that was typed', async ({
  browser,
}) => {
  test.slow();
  const build = await mkdtemp(join(tmpdir(), 'deskbook-build-'));
  await cp(fileURLToPath(new URL('../../build', import.meta.url)), build, { recursive: true });
  const serving = spawn(process.execPath, [server, build, String(port)]);
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}/some/where/` });
  const page = await context.newPage();
  const notice = (where: Page) => where.getByRole('region', { name: 'Notifications' });
  try {
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/some/where/`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true);
    await start(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await expect(status(page)).toContainText('Kept in this browser');
    await appendFile(join(build, 'service-worker.js'), '\n// The version after.\n');
    const other = await context.newPage();
    await other.goto('./');

    await step('it is told of, and nothing else happens', async () => {
      await page.evaluate(() =>
        navigator.serviceWorker.ready.then((own) => own.update()).then(() => undefined),
      );
      await expect(notice(page)).toContainText('A new version of Deskbook is at hand.');
    });

    await step('while another tab is open it is held back', async () => {
      await page.getByRole('button', { name: 'Load it now' }).click();
      await expect(notice(page)).toContainText('once the other tabs of Deskbook are closed (1)');
      await other.close();
    });

    await step('once asked for alone it takes over, with what was typed a moment ago', async () => {
      await page.reload();
      await expect(status(page)).toContainText('Kept in this browser');
      await page.getByRole('treeitem', { name: /^getting-started\.md/ }).dblclick();
      await expect(cells(page).first()).toBeVisible();
      await editor(page, 'what_is_here').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' -- typed just now');
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Load it now' }).click();
      await loaded;
      await expect(editor(page, 'what_is_here')).toContainText('-- typed just now');
      expect(
        await page.evaluate(() =>
          navigator.serviceWorker.getRegistration().then((own) => own?.waiting ?? null),
        ),
      ).toBe(null);
    });
  } finally {
    await context.close();
    serving.kill();
    await once(serving, 'exit');
    await rm(build, { recursive: true });
  }
});
