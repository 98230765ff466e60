import { expect, test } from './watched.ts';
import { pressing, start, status } from './workbench.ts';

const step = test.step;

test('the parts of the workbench', async ({ page }) => {
  const press = pressing(page);
  const bar = page.getByRole('navigation', { name: 'Places' });
  const side = page.getByRole('complementary');
  await start(page);

  await step('the activity bar leads to its places, and a second press closes the side bar', async () => {
    for (const [name, seen] of [
      ['Data', 'Data'],
      ['KPIs', 'KPIs'],
      ['Explorer', 'Explorer'],
    ] as const) {
      await bar.getByRole('button', { name }).click();
      await expect(bar.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
      await expect(side).toHaveAccessibleName(seen);
    }
    await bar.getByRole('button', { name: 'Explorer' }).click();
    await expect(side).toHaveCount(0);
    await bar.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  });

  await step('a place says its name and its key', async () => {
    await bar.getByRole('button', { name: 'Data' }).hover();
    await expect(page.locator('.hint')).toHaveText(/Data\s*Ctrl\+Shift\+D/);
  });

  await step('the arrows go through the activity bar', async () => {
    await bar.getByRole('button', { name: 'Explorer' }).focus();
    await press('ArrowDown');
    await expect(bar.getByRole('button', { name: 'Data' })).toBeFocused();
    await press('ArrowUp', 'ArrowUp');
    await expect(bar.getByRole('button', { name: 'Settings' })).toBeFocused();
  });

  await step('each place has a key that leads the keyboard into it', async () => {
    await press('Control+Shift+E');
    await expect(side.getByRole('treeitem').first()).toBeFocused();
    await press('Control+Shift+K');
    await expect(side.getByRole('searchbox', { name: 'Search KPIs' })).toBeFocused();
    await press('Control+Shift+D');
    await expect(side.getByRole('button').nth(1)).toBeFocused();
  });

  await step('Ctrl+B hides the side bar and shows it', async () => {
    await press('Control+b');
    await expect(side).toHaveCount(0);
    await press('Control+b');
    await expect(side).toHaveAccessibleName('Data');
  });

  await step('F6 and Shift+F6 go from part to part', async () => {
    const part = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part']);
    await status(page).getByRole('button').first().focus();
    await press('F6');
    expect(await part()).toBe('activity');
    await press('F6');
    expect(await part()).toBe('side');
    await press('F6');
    expect(await part()).toBe('editor');
    await press('Shift+F6', 'Shift+F6', 'Shift+F6');
    expect(await part()).toBe('status');
  });

  await step('side bar and panel are resized by keys and by dragging', async () => {
    const sash = page.getByRole('separator', { name: 'Width of the side bar' });
    await sash.focus();
    await press('ArrowRight', 'ArrowRight');
    await expect(sash).toHaveAttribute('aria-valuenow', '320');
    const box = await sash.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 1, 300);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 41, 300, { steps: 4 });
    await page.mouse.up();
    await expect(sash).toHaveAttribute('aria-valuenow', '360');
    await press('Control+Shift+U');
    const other = page.getByRole('separator', { name: 'Height of the panel' });
    await other.focus();
    await press('ArrowUp');
    await expect(other).toHaveAttribute('aria-valuenow', '240');
  });

  await step('what is open, and how large, is so after a reload', async () => {
    await page.reload();
    await expect(side).toHaveAccessibleName('Data');
    await expect(page.getByRole('separator', { name: 'Width of the side bar' })).toHaveAttribute(
      'aria-valuenow',
      '360',
    );
    await expect(page.getByRole('tab', { name: 'Output' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('separator', { name: 'Height of the panel' })).toHaveAttribute(
      'aria-valuenow',
      '240',
    );
  });

  await step('the proportions and the names of the colours are those of VS Code', async () => {
    const size = await page.evaluate(() => ({
      tabs: document.querySelector('[role=tablist]')?.getBoundingClientRect().height,
      status: document.querySelector('footer')?.getBoundingClientRect().height,
      text: getComputedStyle(document.body).fontSize,
    }));
    expect(size).toEqual({ tabs: 35, status: 22, text: '13px' });
    const token = (name: string) =>
      page.evaluate((each) => getComputedStyle(document.documentElement).getPropertyValue(each), name);
    for (const name of ['--vscode-editor-background', '--vscode-sideBar-background', '--vscode-focusBorder'])
      expect(await token(name)).not.toBe('');
  });

  await step('who asks for less motion gets none', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const times = [
          ...transitionDuration.split(', '),
          animationName === 'none' ? '0s' : animationDuration,
        ];
        return times.some((time) => Number.parseFloat(time) > 0.01) ? element.outerHTML.slice(0, 200) : [];
      }),
    );
    expect(moving).toEqual([]);
  });
});
