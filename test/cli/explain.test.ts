import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedCause } from '#sample';
import { sampleOnce } from '../support/sample-engine.ts';
import { openSampleTables } from '../support/sample-tables.ts';
import { deskbook } from './deskbook.ts';

const patience = 60_000;
let folder: string;
let counted: readonly Readonly<Record<string, unknown>>[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-explain-'));
  const files = (await sampleOnce()).filter(({ name }) => /^(tickets|ratings)\.csv$/.test(name));
  for (const { name, blob } of files)
    writeFileSync(join(folder, name), Buffer.from(await blob.arrayBuffer()));
  const tables = await openSampleTables(files);
  counted = await tables.rows(
    `select (count(*) filter (where bucket = 'positive'))::int as satisfied, count(*)::int as n
from ratings where kind = 'csat' and is_latest and rated_at >= '2026-03-16' and rated_at < '2026-05-11'
group by rated_at >= '2026-04-13' order by rated_at >= '2026-04-13'`,
  );
  await tables.close();
}, patience);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Part {
  readonly dimension: string;
  readonly mix: number;
  readonly rate: number;
}
interface Printed {
  readonly change: number;
  readonly parts: readonly Part[];
  readonly changePoint: { readonly interval: readonly [string, string] } | null;
}

async function explained(kpi: string): Promise<Printed> {
  const files = ['tickets.csv', 'ratings.csv'].map((name) => join(folder, name));
  const periods = ['--before', '2026-03-16..2026-04-13', '--after', '2026-04-13..2026-05-11'];
  const { status, out } = await deskbook('explain', kpi, ...files, ...periods, '--json');
  expect(status).toBe(0);
  return JSON.parse(out);
}

/** Dimensions whose parts do not add up to the change; pairs are parts of others. */
function astray({ parts, change }: Printed): string[] {
  const names = new Set(parts.map(({ dimension }) => dimension).filter((name) => !name.includes(' × ')));
  const sum = (name: string): number =>
    parts
      .filter(({ dimension }) => dimension === name)
      .reduce((total, { mix, rate }) => total + mix + rate, 0);
  return names.size === 0 ? ['none'] : [...names].filter((name) => Math.abs(sum(name) - change) > 1e-12);
}

test(
  'deskbook explain --json says the change, its parts with the planted one first, when it began and the verdict',
  async () => {
    const found = await explained('csat');
    const [was, became] = counted.map(({ satisfied, n }) => ({ value: Number(satisfied) / Number(n), n }));
    const { channel, site, type } = plantedCause.segment;
    expect(found).toMatchObject({
      kpi: 'csat',
      before: was,
      after: became,
      verdict: { code: 'found', text: 'One cause stands out from the noise.' },
    });
    expect(found.change).toBeCloseTo(Number(became?.value) - Number(was?.value), 12);
    expect(Object.keys(found.parts[0] ?? {})).toEqual(
      expect.arrayContaining([
        ...['dimension', 'member', 'mix', 'rate', 'answering', 'n', 'interval', 'significant'],
      ]),
    );
    expect(found.parts[0]).toMatchObject({
      dimension: 'channel × site',
      member: `${channel} × ${site}`,
      significant: true,
    });
    expect(found.parts).toContainEqual(expect.objectContaining({ dimension: 'type', member: type }));
    const [from = '', to = ''] = found.changePoint?.interval ?? [];
    const began = plantedCause.from.slice(0, 10);
    expect([from <= began, began <= to]).toEqual([true, true]);
    expect(astray(found)).toEqual([]);
  },
  patience,
);

test(
  'deskbook explain of a count adds up too, and has no day on which a level changed',
  async () => {
    const found = await explained('tickets_created');
    expect(found.changePoint).toBeNull();
    expect(astray(found)).toEqual([]);
  },
  patience,
);
