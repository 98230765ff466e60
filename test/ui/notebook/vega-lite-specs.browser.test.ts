import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildChart } from '#output';
import { chartTheme, drawChart } from '../../../src/lib/ui/outputs/chart-host.ts';
import { listedSpecs, sixDays } from '../../output/vega-lite-specs.ts';

/** What the page's policy forbids, told by the browser itself. */
const refused: string[] = [];
const note = ({ violatedDirective }: SecurityPolicyViolationEvent) => refused.push(violatedDirective);

beforeAll(() => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  // It stays with the page, for the tests that come after: engines may still be started there.
  policy.content = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'self' blob:";
  document.head.append(policy);
  document.addEventListener('securitypolicyviolation', note);
});
afterAll(() => document.removeEventListener('securitypolicyviolation', note));

it('the policy is in force: text is not made into a function', async () => {
  const told = new Promise((resolve) =>
    document.addEventListener('securitypolicyviolation', resolve, { once: true }),
  );
  expect(() => new Function('return 1')).toThrow(EvalError);
  await told;
  expect(refused.splice(0)).toEqual(['script-src']);
});

it.each(listedSpecs)('$name', async ({ spec }) => {
  const element = document.body.appendChild(document.createElement('div'));
  element.style.width = '600px';
  const chart = buildChart(spec, sixDays, { locale: 'en' });
  const theme = chartTheme(element, 'light');
  const drawn = await drawChart(element, { spec: chart.spec, rows: chart.rows.length, locale: 'en', theme });
  const shown = element.querySelectorAll('svg [class*="role-mark"][class*="marks"] > *').length;
  drawn.finalize();
  element.remove();
  expect({ isShown: shown > 0, refused }).toEqual({ isShown: true, refused: [] });
});

it('what cannot be drawn says so', async () => {
  const element = document.body.appendChild(document.createElement('div'));
  const spec = { transform: [{ filter: 'sideways(datum.n)' }], mark: 'bar', encoding: { x: { field: 'n' } } };
  const chart = buildChart(spec, sixDays, { locale: 'en' });
  const drawing = drawChart(element, {
    spec: chart.spec,
    rows: 12,
    locale: 'en',
    theme: chartTheme(element, 'light'),
  });
  await expect(drawing).rejects.toThrow('Unrecognized function: sideways');
});
