import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from '#notebook';
import { locales, say, type Locale } from '#messages';
import { expect, test } from './watched.ts';
import { allDone, openSample, runCommand, start, status } from './workbench.ts';
import type { Page } from '@playwright/test';

async function openNotebook(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(file);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(file);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: file })).toBeVisible();
}

async function speak(page: Page, locale: Locale): Promise<void> {
  if (locale === 'en') return;
  await status(page).getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: 'Português' }).click();
}

/** Saves the notebook in front by the menu of its toolbar; the path of the file. */
async function save(page: Page, kind: 'html' | 'xlsx' | 'md' | 'zip', locale: Locale): Promise<string> {
  const coming = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: say(locale, 'reporting.menu') }).click();
  await page.getByRole('menuitem', { name: say(locale, `reporting.command.${kind}`) }).click();
  const download = await coming;
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** What a cell shows: a headline's title and value, the cells of a grid that are drawn, the words of a text. */
interface Shown {
  readonly name: string;
  readonly headline: readonly string[] | null;
  readonly grid: readonly (readonly [row: number, column: number, text: string])[];
  readonly chart: string | null;
}

/** The named cells of the page, each brought into sight first: what is far from it is not drawn. */
function cellsOf(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(async () => {
    const textOf = (each: Element | null) => each?.textContent?.trim() ?? '';
    const shown: Shown[] = [];
    for (const cell of document.querySelectorAll<HTMLElement>('[data-cell]')) {
      const name = /^\S+ (\D\S*), [^,]*$/.exec(cell.ariaLabel ?? '')?.[1];
      if (name === undefined || cell.offsetParent === null) continue;
      cell.scrollIntoView({ block: 'center' });
      const isDrawn = () => !cell.querySelector('figure') || cell.querySelector('figure svg, figure canvas');
      for (let frame = 0; frame < 2 || !isDrawn(); frame++) await new Promise(requestAnimationFrame);
      const value = cell.querySelector('.card .value');
      shown.push({
        name,
        headline: value ? [textOf(cell.querySelector('.card .title')), textOf(value)] : null,
        grid: [...cell.querySelectorAll('[role=gridcell]')].map((each) => [
          Number(each.closest('[role=row]')?.getAttribute('aria-rowindex')),
          Number(each.getAttribute('aria-colindex')),
          textOf(each),
        ]),
        chart: cell.querySelector('figure [role=img]')?.ariaLabel ?? null,
      });
    }
    return shown;
  });
}

/** The same of a report's cell, the rows all; null where it has none of that name. */
function sectionOf(report: Page, name: string) {
  return report.evaluate(
    (id) => {
      const textOf = (each: Element | null | undefined) => each?.textContent?.trim() ?? '';
      const place = document.getElementById(id);
      const section = place?.closest('.headline, .table') ?? place?.nextElementSibling;
      if (!section) return null;
      const value = section.querySelector('.value');
      return {
        headline: value ? [textOf(section.querySelector('h3')), textOf(value)] : null,
        rows: [...section.querySelectorAll('.scroll tbody tr')].map((row) => [...row.children].map(textOf)),
      };
    },
    `cell-${encodeURIComponent(name)}`,
  );
}

/** Opens a saved page from the disk, with nothing else; whatever it asks for or complains of is listed. */
async function openFile(page: Page, path: string): Promise<{ report: Page; seen: string[] }> {
  const context = await page
    .context()
    .browser()!
    .newContext({ viewport: { width: 688, height: 900 } });
  const report = await context.newPage();
  const address = pathToFileURL(path).href;
  const seen: string[] = [];
  report.on('request', (request) => void (request.url() === address || seen.push(request.url())));
  report.on('console', (message) => seen.push(message.text()));
  report.on('pageerror', (error) => seen.push(String(error)));
  await report.goto(address);
  return { report, seen };
}

/** What reaches beyond the paper, A4 between its margins. */
async function cutOnPaper(report: Page): Promise<string[]> {
  await report.emulateMedia({ media: 'print' });
  return report.evaluate(() =>
    [...document.querySelectorAll('table, figure, section, p, pre')].flatMap((each) => {
      const { width, right } = each.getBoundingClientRect();
      const isCut = width > 0 && right > document.documentElement.clientWidth + 1;
      return isCut ? [`${each.tagName} ${each.textContent?.slice(0, 60) ?? ''}`] : [];
    }),
  );
}

test(
  'a notebook’s page opens from the disk, asks for nothing and says what the notebook says',
  { tag: '@walk' },
  async ({ page }) => {
    test.slow();
    await start(page);
    await openSample(page);
    await savedAndRead(page, { file: 'getting-started.md', locale: 'en' });

    await test.step('what is made can be stopped, and then nothing is saved', async () => {
      await openNotebook(page, 'csat-drop.md');
      await runCommand(page, say('en', 'reporting.command.html'));
      await page.getByRole('progressbar', { name: 'Writing csat-drop.html…' }).waitFor();
      await page.getByRole('button', { name: say('en', 'common.cancel'), exact: true }).click();
      await expect(page.getByText('csat-drop.html was not written.')).toBeVisible();
    });

    await test.step('Markdown has the values, an archive the charts as points and as lines', async () => {
      await openNotebook(page, 'getting-started.md');
      const text = readFileSync(await save(page, 'md', 'en'), 'utf8');
      expect(text).not.toContain('{{');
      expect(text).toMatch(/^\*\*Tickets created: [\d,]+\*\* {2}\nn = [\d,]+/m);
      const files = unzipSync(new Uint8Array(readFileSync(await save(page, 'zip', 'en'))));
      expect(Object.keys(files)).toEqual(['01-tickets_chart.svg', '01-tickets_chart.png']);
      expect([...(files['01-tickets_chart.png'] ?? [])].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(strFromU8(files['01-tickets_chart.svg'] ?? new Uint8Array())).toMatch(/^<svg [^]*<path/);
    });
  },
);

for (const locale of locales)
  test(`the page of every notebook that ships says what the notebook says (${locale})`, async ({ page }) => {
    const files = readdirSync('notebooks').filter((name) => name.endsWith('.md'));
    test.setTimeout(files.length * 120_000);
    await start(page);
    await openSample(page);
    await speak(page, locale);
    for (const file of files) await test.step(file, () => savedAndRead(page, { file, locale }));
  });

interface Asked {
  readonly file: string;
  readonly locale: Locale;
}

/** Saves a notebook that has not been run as a page, and reads both. */
async function savedAndRead(page: Page, { file, locale }: Asked): Promise<void> {
  await openNotebook(page, file);
  const path = await save(page, 'html', locale);
  await allDone(page, locale);
  await saysTheSame(page, path, { file, locale });
}

async function saysTheSame(page: Page, path: string, { file, locale }: Asked): Promise<void> {
  const { report, seen } = await openFile(page, path);
  await expect(report.locator('html')).toHaveAttribute('lang', locale);
  const shown = await cellsOf(page);
  const notebook = readFileSync(`notebooks/${locale === 'en' ? '' : 'pt-BR/'}${file}`, 'utf8');
  expect(shown.map(({ name }) => name)).toEqual(
    parse(notebook).notebook.cells.flatMap(({ name }) => name ?? []),
  );

  const wrong: unknown[] = [];
  for (const { name, headline, grid } of shown) {
    const section = await sectionOf(report, name);
    if (headline) expect.soft(section?.headline, name).toEqual(headline);
    for (const [row, column, text] of grid) {
      const rows = section?.rows ?? [];
      // A report shows the first rows, as many as it says.
      const other = row - 2 < rows.length || rows.length < 25 ? rows[row - 2]?.[column - 1] : text;
      // Who reads a report need not know the word for it.
      if (other !== (text === 'NULL' ? '—' : text)) wrong.push({ name, row, column, text, other });
    }
  }
  expect.soft(wrong, file).toEqual([]);
  const charts = await report.getByRole('figure').evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect.soft(charts, file).toEqual(shown.flatMap(({ chart }) => chart ?? []));
  expect.soft(seen, file).toEqual([]);
  expect.soft(await cutOnPaper(report), file).toEqual([]);
  await report.context().close();
}
