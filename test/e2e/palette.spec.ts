import { callSheet } from './call-sheet.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, importFiles, pressing, start } from './workbench.ts';

const step = test.step;

const notebook = textFile(
  'cells.md',
  '---\ndeskbook: 1\ntitle: Two cells\n---\n\n```sql first_one\nselect 1 as a\n```\n\n```sql second_one\nselect a from first_one\n```\n',
);

test('the palette and Quick Open', async ({ page }) => {
  const press = pressing(page);
  const box = page.getByRole('combobox', { name: 'Search' });
  const options = page.getByRole('listbox', { name: 'Search' }).getByRole('option');
  await start(page);

  await step('Ctrl+Shift+P and F1 open all commands with their keys', async () => {
    for (const key of ['F1', 'Control+Shift+P']) {
      await press(key);
      await expect(box).toHaveValue('>');
      await expect(options.filter({ hasText: 'View: Toggle Panel' })).toContainText(/Ctrl\+?J/);
      await press('Escape');
      await expect(box).toHaveCount(0);
    }
  });

  await step('letters of its name find a command, and are marked', async () => {
    await press('F1');
    await page.keyboard.type('togpan');
    await expect(options.first()).toContainText('View: Toggle Panel');
    await expect(options.first().locator('.found')).toHaveText(['T', 'o', 'g', 'P', 'a', 'n']);
  });

  await step('the list is gone through around its ends, and a command is done by Enter', async () => {
    await box.fill('>toggle');
    await expect(options).not.toHaveCount(1);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await box.fill('>toggle panel');
    await press('Enter');
    await expect(page.getByRole('region', { name: 'Panel' })).toBeVisible();
    await press('Control+j');
    await expect(page.getByRole('region', { name: 'Panel' })).toHaveCount(0);
  });

  await step('only what can be done now is listed', async () => {
    await press('F1');
    await box.fill('>run all');
    await expect(options.filter({ hasText: 'Run All Cells' })).toHaveCount(0);
    await press('Escape');
    await drop(page, notebook);
    await expect(cell(page, 'first_one')).toBeFocused();
    await press('F1');
    await box.fill('>run all');
    await expect(options.first()).toContainText('Run All Cells');
  });

  await step('Escape closes the palette, and the keyboard is where it was', async () => {
    await press('Escape');
    await expect(cell(page, 'first_one')).toBeFocused();
  });

  await step('@ lists the cells and leads to one', async () => {
    await press('Control+p');
    await page.keyboard.type('@');
    await expect(options).toHaveText([/first_one/, /second_one/]);
    await page.keyboard.type('sec');
    await press('Enter');
    await expect(cell(page, 'second_one')).toBeFocused();
  });

  await step('Ctrl+P finds a cell of an open notebook by its name', async () => {
    await press('Control+p');
    await page.keyboard.type('first_one');
    await expect(options.first()).toContainText('first_one');
    await press('Enter');
    await expect(cell(page, 'first_one')).toBeFocused();
  });

  await step('the commands used last are listed first', async () => {
    for (const name of ['>toggle side bar', '>toggle panel', '>toggle side bar', '>toggle panel']) {
      await press('F1');
      await box.fill(name);
      await press('Enter');
      await expect(box).toHaveCount(0);
    }
    await press('F1');
    await expect(options.nth(0)).toContainText('View: Toggle Panel');
    await expect(options.nth(1)).toContainText('View: Toggle Side Bar');
    await press('Escape');
  });

  await step('? says what the prefixes do', async () => {
    await press('Control+p');
    await page.keyboard.type('?');
    await expect(options).toHaveText([/ … /, />.*command/, /@.*cell/, /#.*table/]);
  });

  await step('what nothing matches says so', async () => {
    await box.fill('qqqqzzzz');
    await expect(options).toHaveText(['Nothing matches']);
    await press('Escape');
  });

  await importFiles(page, callSheet());
  await step('Ctrl+P finds notebooks by name and title, tables and KPIs', async () => {
    for (const [typed, found] of [
      ['csat-drop', 'csat-drop.md'],
      ['Why did CSAT', 'csat-drop.md'],
      ['tickets', 'tickets'],
      ['Tempo médio de atend', 'Handle time'],
    ] as const) {
      await press('Control+p');
      await page.keyboard.type(typed);
      await expect(options.filter({ hasText: found }).first()).toBeVisible();
      await press('Escape');
    }
  });

  await step('# lists the tables and opens one', async () => {
    await press('Control+p');
    await page.keyboard.type('#calls');
    await expect(options.first()).toContainText('calls');
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'calls' })).toBeVisible();
    await expect(page.getByRole('grid', { name: /^Result: 300 rows/ })).toBeVisible();
  });
});
