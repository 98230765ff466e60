import { dropUntrusted, expect, test, textFile } from './watched.ts';
import { cells, pressing, runCommand, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

const step = test.step;
const question = (page: Page) => page.getByRole('group', { name: 'Do you trust this notebook?' });

const hostile = `# From elsewhere

\`\`\`sql kept
select count(*) as n from tickets
\`\`\`

\`\`\`sql
drop table ratings
\`\`\`
`;

test('a notebook by link: copied here, opened elsewhere, asked about before it runs', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const press = pressing(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await start(page);
  let link = '';

  await step('a link that carries the notebook is copied by command and from the menu', async () => {
    await page.getByRole('treeitem', { name: /^getting-started\.md/ }).dblclick();
    await expect(cells(page).first()).toBeVisible();
    await runCommand(page, 'File: Copy Link to This Notebook');
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(/A link of \d KB/);
    link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${baseURL}#notebook=`)).toBe(true);
    expect(link.length).toBeLessThan(8 * 1024);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('treeitem', { name: /^getting-started\.md/ }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy Link' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  await step('a link opens what it carries, and leaves the address', async () => {
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await elsewhere.goto(link);
    await expect(elsewhere.getByRole('tab', { name: 'getting-started.md' })).toBeVisible();
    await expect(cells(elsewhere).first()).toBeVisible();
    expect(elsewhere.url()).toBe(baseURL);
    await other.close();
  });

  await step('a link that is followed in an open window opens there', async () => {
    await press('Escape', 'Alt+w');
    await expect(page.getByRole('tab', { name: 'getting-started.md' })).toHaveCount(0);
    await page.goto(link);
    await expect(page.getByRole('tab', { name: 'getting-started.md' })).toBeVisible();
    expect(page.url()).toBe(baseURL);
    await page.goto(`${link.slice(0, -8)}`);
    await expect(page.getByRole('alert').filter({ hasText: 'cut on its way' })).toBeVisible();
  });
});

test('a stranger’s notebook is text until its reader trusts it', async ({ page }) => {
  const press = pressing(page);
  await start(page);

  await step('a stranger’s notebook opens as text, with what it reads and what it would change', async () => {
    await dropUntrusted(page, textFile('theirs.md', hostile));
    await expect(question(page)).toContainText('“theirs.md” came from a file');
    await expect(question(page).getByRole('listitem')).toHaveText([
      'It has 3 cells.',
      'It reads ratings and tickets.',
      /1 statement does more than ask:\s*Cell 3\s*drop table ratings/,
    ]);
    await expect(cells(page)).toHaveCount(0);
    await expect(page.getByRole('tree', { name: 'My notebooks' })).toHaveCount(0);
  });

  await step('the status bar says whether the notebook is trusted', async () => {
    await expect(status(page).getByRole('button', { name: 'Not trusted' })).toBeVisible();
    await status(page).getByRole('button', { name: 'Not trusted' }).click();
    await expect(question(page).getByRole('button', { name: 'Trust and Open' })).toBeFocused();
    await press('Enter');
    await expect(cells(page)).toHaveCount(3);
    await expect(status(page).getByRole('button', { name: 'Trusted', exact: true })).toBeVisible();
  });

  await step('trust is withdrawn where it is shown: the notebook is text, and asks', async () => {
    await status(page).getByRole('button', { name: 'Trusted', exact: true }).click();
    const told = page.getByRole('region', { name: 'Notifications' });
    await told.getByRole('button', { name: 'Withdraw Trust' }).click();
    await expect(question(page)).toContainText('You have withdrawn your trust in “theirs.md”');
    await expect(question(page).getByRole('button', { name: 'Trust and Open' })).toBeFocused();
    await expect(cells(page)).toHaveCount(0);
    await page.reload();
    await expect(question(page)).toBeVisible();
    await question(page).getByRole('button', { name: 'Trust and Open' }).click();
    await expect(cells(page)).toHaveCount(3);
    await runCommand(page, 'File: Withdraw Trust in This File or Its Folder');
    await expect(question(page)).toBeVisible();
    await question(page).getByRole('button', { name: 'Trust and Open' }).click();
  });

  await step('what was trusted once is known again', async () => {
    await page.reload();
    await expect(cells(page)).toHaveCount(3);
    await dropUntrusted(page, textFile('again.md', hostile));
    await expect(page.getByRole('tab', { name: 'theirs.md', selected: true })).toBeVisible();
    await expect(question(page)).toHaveCount(0);
    await dropUntrusted(page, textFile('again.md', `${hostile}\nMore.\n`));
    await expect(question(page)).toBeVisible();
    await page.reload();
    await expect(question(page)).toContainText('“again.md”');
    await question(page).getByRole('button', { name: 'Close' }).click();
    await expect(question(page)).toHaveCount(0);
  });
});
