import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { axes, catalogue, compile, cuts, cutsOf, type Cut, type Kpi } from '#kpi';

const folder = 'test/kpi/golden';

const plain: readonly Cut[] = ['headline', 'trend', 'breakdown', 'rows'];

/** Every plain cut of a KPI, then its headline (or what SQL of its own it has) by each option that is not ★. `UPDATE=1` writes the files anew. */
function golden(kpi: Kpi): string {
  const written = cutsOf(kpi)
    .filter((cut) => plain.includes(cut) || kpi.sql[cut] !== undefined)
    .map((shape) => [shape, compile({ kpi, shape })] as const);
  const options = axes.flatMap((axis) => (kpi.variants[axis] ?? []).slice(1));
  const variants = options.flatMap(({ name, patch }) => {
    const variant = [...new Set([...(patch.only ?? []), name])].join('+');
    const shapes = patch.sql ? cutsOf(kpi).filter((shape) => patch.sql?.[shape]) : (['headline'] as const);
    return shapes.map((shape) => [`${shape}, ${variant}`, compile({ kpi, shape, variant })] as const);
  });
  return [...written, ...variants].map(([title, sql]) => `-- ${title}\n${sql}\n`).join('\n');
}

/** The cuts that go further, each of the KPIs that show its forms. */
const examples = [
  'tickets_created',
  'csat',
  'first_response_time',
  'tickets_per_customer',
  'tickets_resolved',
  'closed_per_agent',
  'reopen_interval',
  'nps',
];

function goldenCut(shape: Cut): string {
  return catalogue
    .filter((kpi) => examples.includes(kpi.id) && cutsOf(kpi).includes(shape))
    .map((kpi) => `-- ${kpi.id}\n${compile({ kpi, shape })}\n`)
    .join('\n');
}

function expectGolden(path: string, text: string): void {
  if (process.env['UPDATE'] === '1') {
    mkdirSync(join(folder, 'cuts'), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no golden').toBe(text);
}

describe('the SQL of the catalogue, as an analyst would write it', () => {
  test.each(catalogue.map((kpi) => [kpi.id, kpi] as const))('%s', (id, kpi) => {
    expectGolden(join(folder, `${id}.sql`), golden(kpi));
  });
});

describe('the SQL of a cut', () => {
  test.each(cuts.filter((cut) => !plain.includes(cut)))('%s', (cut) => {
    expectGolden(join(folder, 'cuts', `${cut}.sql`), goldenCut(cut));
  });
});
