import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { axes, catalogue, compile, cutsOf, type Kpi } from '#kpi';

const folder = 'test/kpi/golden';

/** Every cut of a KPI, then its headline by each option that is not ★. `UPDATE=1` writes the files anew. */
function golden(kpi: Kpi): string {
  const cuts = cutsOf(kpi).map((shape) => [shape, compile({ kpi, shape })] as const);
  const options = axes.flatMap((axis) => (kpi.variants[axis] ?? []).slice(1));
  const variants = options.map(({ name, patch }) => {
    const variant = [...new Set([...(patch.only ?? []), name])].join('+');
    return [`headline, ${variant}`, compile({ kpi, shape: 'headline', variant })] as const;
  });
  return [...cuts, ...variants].map(([title, sql]) => `-- ${title}\n${sql}\n`).join('\n');
}

describe('the SQL of the catalogue, as an analyst would write it', () => {
  test.each(catalogue.map((kpi) => [kpi.id, kpi] as const))('%s', (id, kpi) => {
    const path = join(folder, `${id}.sql`);
    const text = golden(kpi);
    if (process.env['UPDATE'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
    }
    expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no golden').toBe(text);
  });
});
