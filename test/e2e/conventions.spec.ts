import { standIn, writeOutside } from './disk.ts';
import { expect, test, textFile } from './watched.ts';
import { importFiles, pressing, runCommand, start, status } from './workbench.ts';
import type { Locator, Page } from '@playwright/test';

const step = test.step;
const sheet = textFile(
  'calls.csv',
  `Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating
C1,Ana,4-Mar-26,9:00,Billing,Y,Y,20,0:03:00,5
C2,Bia,5-Mar-26,10:00,Billing,Y,Y,20,0:03:00,1
`,
);
const row = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });
const file = (page: Page) => page.getByRole('textbox', { name: 'events.yaml: a file of the workspace' });

/** What the window of events lists, once it is what is wanted; the window is closed again. */
async function lists(page: Page, labels: readonly string[]): Promise<void> {
  await expect(async () => {
    await runCommand(page, 'Mark an Event…');
    const dialog = page.getByRole('dialog', { name: 'Events' });
    const names = dialog.getByRole('listitem').locator('.name');
    await expect(dialog).toBeVisible();
    try {
      await expect(names).toHaveText(labels);
    } finally {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  }).toPass();
}

async function mark(page: Page, label: string): Promise<void> {
  await runCommand(page, 'Mark an Event…');
  const dialog = page.getByRole('dialog', { name: 'Events' });
  await dialog.getByRole('textbox', { name: 'What happened' }).fill(label);
  await dialog.getByLabel('First day', { exact: true }).fill('2026-03-10');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem').filter({ hasText: label })).toBeVisible();
  await page.keyboard.press('Escape');
}

function problems(page: Page): Locator {
  return page.getByRole('list', { name: 'What is wrong' });
}

test('what a workspace has settled is files', async ({ page }) => {
  test.slow();
  const press = pressing(page);
  await standIn(page);
  await start(page);
  await importFiles(page, sheet);

  await step(
    'an event that is marked in the page is a file in the Explorer, which opens as text',
    async () => {
      await mark(page, 'Release');
      await row(page, /^events\.yaml/).dblclick();
      await expect(file(page)).toContainText('- label: Release');
      await expect(page.getByText('This file counts:')).toBeVisible();
    },
  );

  await step('what is typed into the file holds once it is saved', async () => {
    await file(page).click();
    await press('Control+End');
    await page.keyboard.type('  - label: Outage\n  from: 2026-03-12');
    await press('Control+s');
    await lists(page, ['Release', 'Outage']);
  });

  await step('a mistake is said with its line, and what the file said before goes on', async () => {
    await file(page).click();
    await press('Control+End');
    await page.keyboard.type('\nform: 2026-03-13');
    await expect(problems(page)).toContainText(
      '“form” means nothing here. There can be: label, kind, from, through.',
    );
    await press('Control+s');
    await expect(status(page).getByRole('button', { name: '1 error' })).toBeVisible();
    await lists(page, ['Release', 'Outage']);
    await file(page).click();
    await press('Control+End', 'Shift+Home', 'Delete', 'Control+s');
    await expect(problems(page)).toContainText('Nothing is wrong in this file.');
  });

  await folder(page);

  await step('deleted the events are gone, and Ctrl+Z brings them back; a reload leaves them', async () => {
    await row(page, /^events\.yaml/).focus();
    await press('Delete');
    await lists(page, []);
    await row(page, /^chat-operation/).focus();
    await press('Control+z');
    await lists(page, ['Release', 'Outage']);
    await page.reload();
    await expect(status(page)).toContainText('Kept in this browser');
    await lists(page, ['Release', 'Outage']);
  });
});

async function folder(page: Page): Promise<void> {
  await step(
    'the file of a folder counts while it is open, also when another program changes it',
    async () => {
      await writeOutside(page, 'events.yaml', 'events:\n  - label: Theirs\n    from: 2026-03-01\n');
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+o');
      await expect(page.getByRole('dialog', { name: /files in the folder “reports”/ })).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await lists(page, ['Release', 'Outage']);
      await page.getByRole('button', { name: 'Trust the Authors' }).click();
      await lists(page, ['Theirs']);
      await expect(
        page.getByText('This file does not count now: “reports:/events.yaml” does.'),
      ).toBeVisible();
      await writeOutside(page, 'events.yaml', 'events:\n  - label: Theirs, later\n    from: 2026-03-02\n');
      await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
      await lists(page, ['Theirs, later']);
    },
  );

  await step('one’s own is taken over into the folder’s at a press, which can be taken back', async () => {
    await page.getByRole('button', { name: 'Take This Over into “reports:/events.yaml”' }).click();
    await lists(page, ['Release', 'Outage']);
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).click();
    await lists(page, ['Theirs, later']);
  });

  await step('once the folder is closed, the file in the browser counts again', async () => {
    await page.getByRole('heading', { name: 'reports' }).hover();
    await page.getByRole('button', { name: 'Close the folder “reports”' }).click();
    await lists(page, ['Release', 'Outage']);
  });
}
