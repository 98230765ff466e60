import { callSheet, callSheetWithSemicolons } from './call-sheet.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, cells, importFiles, openOverview, runAll, runCommand, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

test(
  'a tab that is killed while its reader types loses the last second at most',
  { tag: '@walk' },
  async ({ page, context }) => {
    await start(page);
    await runCommand(page, 'File: New Notebook');
    await page.getByRole('textbox').filter({ hasText: 'from tickets' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('select 1 as written_long_before');
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await page.keyboard.type('select 2 as written_just_before');
    await page.waitForTimeout(1000);
    await page.keyboard.type(', 3 as written_at_the_last_moment');
    await kill(page);

    const again = await context.newPage();
    await start(again);
    await expect(again.getByRole('tab', { selected: true })).toContainText('Untitled');
    await expect(again.getByRole('textbox').filter({ hasText: 'written_long_before' })).toBeVisible();
    await expect(again.getByRole('textbox').filter({ hasText: 'written_just_before' })).toBeVisible();
    await again.keyboard.press('Control+s');
    await again.reload();
    await expect(again.getByRole('textbox').filter({ hasText: 'written_just_before' })).toBeVisible();
  },
);

test('what is deleted comes back: a cell, several, a notebook', { tag: '@walk' }, async ({ page }) => {
  await start(page);
  await importFiles(page, callSheet());
  await openOverview(page);
  const count = await cells(page).count();
  await cell(page, 'wait_time').getByText('Wait time', { exact: true }).first().hover();
  await cell(page, 'wait_time').getByRole('button', { name: 'Delete cell' }).click();
  await expect(cells(page)).toHaveCount(count - 1);
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(cells(page)).toHaveCount(count - 2);
  await page.keyboard.press('z');
  await page.keyboard.press('z');
  await expect(cells(page)).toHaveCount(count);
  await expect(cell(page, 'wait_time')).toBeVisible();
  await page.keyboard.press('Control+s');

  await page.getByRole('treeitem', { name: /^Overview\.md/ }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tree', { name: 'My notebooks' })).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Overview.md' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('treeitem', { name: /^Overview\.md/ }).dblclick();
  await expect(cells(page)).toHaveCount(count);
  await runAll(page);
});

test(
  'a second tab is told, and can take the data over or work in memory without it',
  { tag: '@walk' },
  async ({ page, context }) => {
    await start(page);
    await importFiles(page, callSheet());
    await expect(status(page)).toContainText('854 rows');

    const second = await context.newPage();
    await second.goto('./');
    const notice = second.getByRole('alert').filter({ hasText: 'Your data is open in another tab' });
    await notice.getByRole('button', { name: 'Work in Memory' }).click();
    await expect(status(second)).toContainText('In memory only');
    await expect(status(second)).not.toContainText('854');
    await importFiles(second, callSheet());
    await expect(status(second)).toContainText('854 rows');
    await second.close();

    const third = await context.newPage();
    await third.goto('./');
    await third.getByRole('alert').getByRole('button', { name: 'Use It Here' }).click();
    await expect(status(third)).toContainText('Kept in this browser');
    await expect(status(third)).toContainText('854 rows');
    await expect(status(page)).toContainText('In another tab');
    await countCalls(third);

    await page.bringToFront();
    await page.getByRole('alert').getByRole('button', { name: 'Use It Here' }).click();
    await expect(status(page)).toContainText('Kept in this browser');
    await expect(status(third)).toContainText('In another tab');
    await third.close();
    await countCalls(page);
  },
);

test(
  'two tabs that write the same notebook keep both versions',
  { tag: '@walk' },
  async ({ page, context }) => {
    await start(page);
    await runCommand(page, 'File: New Notebook');
    await rewriteFirst(page, 'select 1 as first_version');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('tab', { name: 'Untitled.md', exact: true })).toBeVisible();

    const second = await context.newPage();
    await second.goto('./');
    await second.getByRole('treeitem', { name: /^Untitled\.md/ }).dblclick();
    await rewriteFirst(second, 'select 2 as second_version');
    await rewriteFirst(page, 'select 3 as third_version');
    await second.bringToFront();
    await second.keyboard.press('Control+s');
    await expect(second.getByRole('tab', { name: 'Untitled.md', exact: true })).toBeVisible();
    await page.bringToFront();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('tree', { name: 'My notebooks' }).getByRole('treeitem')).toHaveCount(2);
    await second.close();
    await page.reload();
    await expect(page.getByRole('contentinfo')).toContainText('Kept in this browser');
    const versions: string[] = [];
    for (const item of await page.getByRole('tree', { name: 'My notebooks' }).getByRole('treeitem').all()) {
      await item.dblclick();
      const text = page.getByRole('textbox').filter({ hasText: '_version' });
      await expect(text).toBeVisible();
      versions.push(await text.innerText());
    }
    expect(versions.toSorted()).toEqual(['select 2 as second_version', 'select 3 as third_version']);
  },
);

test('data and counts are the same after each of several reloads, and so are those imported in between', async ({
  page,
}) => {
  await start(page);
  await importFiles(page, callSheet());
  for (const _ of ['first', 'second', 'third']) {
    await page.reload();
    await expect(status(page)).toContainText('854 rows');
    await expect(status(page)).toContainText('Data up to Jan 30, 2021');
  }
  await countCalls(page);
  // The same calls in another spelling are the same calls; those of other ids come besides.
  await importFiles(page, callSheetWithSemicolons());
  await expect(status(page)).toContainText('854 rows');
  await importFiles(page, callSheet('D'));
  for (const _ of ['first', 'second']) {
    await page.reload();
    await expect(status(page)).toContainText('1,704 rows');
  }
});

/** Kills the renderer: the page gets no word of it. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

async function rewriteFirst(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page
    .getByRole('textbox', { name: /^Source of/ })
    .first()
    .click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Asks the engine itself, in a new notebook. */
async function countCalls(page: Page): Promise<void> {
  await page.bringToFront();
  await runCommand(page, 'File: New Notebook');
  await rewriteFirst(
    page,
    'select count(*) as calls, count(distinct agent_id) as agents, sum(wait_seconds) as wait from calls',
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('gridcell')).toHaveText(['300', '4', /^(15,000|4 h 10 min)$/]);
}

test('memory that runs out is said in words, and the engine goes on with everything', async ({ page }) => {
  await start(page);
  await importFiles(page, callSheet());
  const large = 'select count(distinct repeat(i::varchar, 4000)) as n from range(3000000) t(i)';
  await drop(
    page,
    textFile(
      'large.md',
      `# Large\n\n\`\`\`sql large\n${large}\n\`\`\`\n\n\`\`\`sql after\nselect count(*) as n from tickets\n\`\`\`\n`,
    ),
  );
  await page.getByRole('button', { name: 'Run all', exact: true }).click();
  await expect(cell(page, 'large').getByRole('alert')).toContainText('Not enough memory for this query.', {
    timeout: 60_000,
  });
  await cell(page, 'after').getByRole('button', { name: 'Run cell' }).click();
  await expect(cell(page, 'after').getByRole('gridcell')).toHaveText('300');
});
