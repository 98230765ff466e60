import { callSheet } from './call-sheet.ts';
import { drop, expect, test, textFile } from './watched.ts';
import { cell, goToCell, headlines, importFiles, openOverview, runAll, start, status } from './workbench.ts';

const elsewhere = 'https://elsewhere.example';

/** A notebook that someone sent, and that wants to reach the network. */
const hostile = `---
deskbook: 1
title: Sent by a stranger
---

# Hello

<script>globalThis.wasRun = true</script>

<img src="${elsewhere}/pixel.png" onerror="globalThis.wasRun = true">

![a picture](${elsewhere}/picture.png) [a link](javascript:globalThis.wasRun=true) <iframe src="${elsewhere}"></iframe>

\`\`\`sql numbers
select 1 as a, 2 as b
\`\`\`

\`\`\`vega-lite patched of=numbers
{
  "usermeta": {"embedOptions": {"patch": "${elsewhere}/patch.json", "loader": {"baseURL": "${elsewhere}"}, "expr": null}},
  "config": {"background": "white"},
  "mark": {"type": "image", "url": "${elsewhere}/mark.png", "href": "${elsewhere}"},
  "encoding": {
    "x": {"field": "a", "type": "quantitative"},
    "y": {"field": "b", "type": "quantitative"},
    "href": {"value": "javascript:globalThis.wasRun=true"}
  }
}
\`\`\`

\`\`\`vega-lite addressed
{"data": {"url": "${elsewhere}/rows.csv"}, "mark": "bar", "encoding": {}}
\`\`\`

\`\`\`sql fetched
select * from read_csv('${elsewhere}/rows.csv')
\`\`\`

\`\`\`sql installed
install httpfs
\`\`\`
`;

test(
  'a notebook from a stranger runs nothing and fetches nothing',
  { tag: '@walk' },
  async ({ page, watch }) => {
    await start(page);
    await drop(page, textFile('stranger.md', hostile));
    await expect(page.getByRole('heading', { name: 'Hello' })).toBeVisible();
    await page.getByRole('button', { name: 'Run all', exact: true }).click();
    await expect(cell(page, 'addressed').getByRole('alert')).toContainText('nothing is fetched');
    await expect(cell(page, 'fetched').getByRole('alert')).toBeVisible();
    await expect(cell(page, 'installed').getByRole('alert')).toBeVisible();
    await expect(cell(page, 'numbers')).toContainText('1 row');
    await expect(page.getByText('<script>globalThis.wasRun = true</script>')).toBeVisible();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'wasRun'))).toBeUndefined();
    expect(await page.locator('main :is(iframe, script, object, embed)').count()).toBe(0);
    expect(await page.locator(`[src^="${elsewhere}"], [href^="javascript"]`).count()).toBe(0);
    expect(watch.foreignRequests).toEqual([]);
  },
);

test(
  'the policy is in force: no script of the page’s content, no eval, no request elsewhere',
  { tag: '@walk' },
  async ({ page, watch }) => {
    await start(page);
    const tried = await page.evaluate(async (address) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.wasRun = true';
      document.body.append(script);
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return 1')());
          } catch (error) {
            resolve(error instanceof EvalError);
          }
        });
      });
      const fetched = await fetch(address).then(
        () => true,
        () => false,
      );
      await new Promise((resolve) => {
        const image = new Image();
        image.onload = image.onerror = resolve;
        image.src = `${address}/pixel.png`;
      });
      return { evaluated, fetched, wasRun: Reflect.get(globalThis, 'wasRun'), violations };
    }, elsewhere);
    expect(tried).toEqual({
      evaluated: true,
      fetched: false,
      wasRun: undefined,
      violations: ['script-src-elem', 'script-src', 'connect-src', 'img-src'],
    });
    const refused = watch.complaints.splice(0);
    expect(refused.filter((text) => !/Content Security Policy/.test(text))).toEqual([]);
    watch.foreignRequests.splice(0);
  },
);

test(
  'after the first visit everything works with the network off',
  { tag: '@walk' },
  async ({ page, context }) => {
    await start(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await expect(status(page)).toContainText('Kept in this browser');
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

    await context.setOffline(true);
    await page.reload();
    await expect(status(page)).toContainText('Kept in this browser');
    await importFiles(page, callSheet());
    expect(await headlines(page)).toMatchObject({ 'Tickets created': '300', Abandonment: '16.67%' });
    await openOverview(page);
    await runAll(page);
    await goToCell(page, 'tickets_by_status_by_status');
    await cell(page, 'tickets_by_status_by_status').getByRole('button', { name: 'Chart it' }).click();
    await expect(page.getByRole('img', { name: /^Chart/ })).toBeVisible();
    await page.getByRole('button', { name: 'KPIs', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Search KPIs' }).fill('TMA');
    await page
      .getByRole('treeitem', { name: /Handle time/ })
      .first()
      .click();
    await expect(page.getByRole('tabpanel', { name: 'Handle time' }).first()).toContainText('What it means');
    await context.setOffline(false);
  },
);

test('a broken file says so, and what is good is still imported', { tag: '@walk' }, async ({ page }) => {
  await start(page);
  const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256);
  await drop(page, { name: 'noise.csv', bytes: noise });
  await expect(page.getByRole('alert')).toContainText('noise.csv');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();
  await drop(page, textFile('empty.csv', ''));
  await expect(page.getByRole('alert')).toContainText('empty.csv');
  await drop(page, { name: 'cut.xlsx', bytes: Buffer.from('PK\u0003\u0004 and then nothing') });
  await expect(page.getByRole('alert')).toContainText('cut.xlsx');

  await importFiles(page, callSheet());
  expect(await headlines(page)).toMatchObject({ 'Tickets created': '300', Abandonment: '16.67%' });
});
