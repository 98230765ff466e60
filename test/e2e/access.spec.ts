import { locales } from '#messages';
import { arm, axeFinds, ownFinds } from './access.ts';
import { everyPlace, prepare } from './places.ts';
import { expect, test } from './watched.ts';
import type { Page } from '@playwright/test';

const themes = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'high-contrast', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;

for (const locale of locales) {
  test(`axe finds nothing on any page in ${locale}, in each theme; all text is legible`, async ({ page }) => {
    test.setTimeout(900_000);
    await arm(page);
    const prepared = await prepare(page);
    await everyPlace(page, locale, prepared, (place) =>
      test.step(place, async () => {
        for (const { name, media } of themes) {
          await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
          await expect(page.locator('html')).toHaveAttribute('data-theme', name);
          await twoFrames(page);
          const found = await axeFinds(page, name === 'light' ? 'everything' : 'colours');
          expect.soft([...found, ...(await ownFinds(page))], `${place}, ${name}`).toEqual([]);
        }
      }),
    );
  });
}

/** Until what was changed is drawn. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
