import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { catalogue, kpiProfile, measure, type Measurement } from '#kpi';
import { importFiles, prepareDatabase, type InputFile } from '#import';

/** Real exports lie beside the project; where they are absent these tests are skipped. */
const data = '../shared/data';

interface Imported {
  readonly engine: Engine;
  measured(id: string, variant?: string): Promise<Measurement>;
}

async function imported(folder: string, pattern: RegExp): Promise<Imported> {
  const engine = await openNodeEngine();
  await prepareDatabase(engine);
  const names = readdirSync(join(data, folder)).filter((name) => pattern.test(name));
  const files: InputFile[] = [];
  for (const name of names) {
    const path = join(data, folder, name);
    const blob = await openAsBlob(path);
    files.push({ name, size: blob.size, blob, path });
  }
  await importFiles(engine, files, {});
  const profile = await kpiProfile(engine);
  return {
    engine,
    measured(id, variant = '') {
      const kpi = catalogue.find((each) => each.id === id);
      if (!kpi) throw new Error(`no KPI ${id}`);
      return measure(engine, null, kpi, { variant, period: null, asOf: null, profile });
    },
  };
}

async function values(
  source: Imported,
  wanted: readonly (readonly [string, string?])[],
): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [id, variant] of wanted) {
    const { status, value, n, reason } = await source.measured(id, variant);
    found[[id, variant].filter(Boolean).join(' ')] =
      status === 'ok' ? [Number(value?.toFixed(6)), n] : (reason?.code ?? status);
  }
  return found;
}

describe.skipIf(!existsSync(data))('real exports', () => {
  test.each([
    ['pwc-call-center', /\.csv$/],
    ['pwc-call-center-semicolon-broken-locale', /\.csv$/],
    ['pwc-call-center-xlsx', /\.xlsx$/],
  ])('%s: 5,000 calls', async (folder, pattern) => {
    const source = await imported(folder, pattern);
    expect(
      await values(source, [
        ['tickets_created'],
        ['abandonment_rate'],
        ['wait_time'],
        ['handle_time'],
        ['csat'],
        ['csat', 'mean_score'],
        ['service_level'],
        ['service_level', 'B'],
        ['service_level', 'C'],
        ['service_level', 'D'],
      ]),
    ).toEqual({
      tickets_created: [5000, 5000],
      abandonment_rate: [0.1892, 5000],
      wait_time: [67.52072, 4054],
      handle_time: [224.922792, 4054],
      csat: [0.499013, 4054],
      'csat mean_score': [3.403552, 4054],
      service_level: 'kpi.check.abandonedWaits',
      'service_level B': [0.0748, 5000],
      'service_level C': [0.264, 5000],
      'service_level D': [0.092255, 4054],
    });
    const { notes } = await source.measured('handle_time');
    expect(notes).toEqual([
      { code: 'kpi.note.component', params: { column: 'calls.hold_seconds' } },
      { code: 'kpi.note.component', params: { column: 'calls.wrap_seconds' } },
    ]);
    expect((await source.measured('service_level')).alternatives).toEqual(['B', 'C', 'D']);
    await source.engine.close();
  });

  test('simulated-call-centre: 51,708 calls, none given up', async () => {
    const source = await imported('simulated-call-centre', /\.csv$/);
    expect(
      await values(source, [['wait_time'], ['service_level'], ['handle_time'], ['abandonment_rate']]),
    ).toEqual({
      wait_time: [17.034927, 51708],
      service_level: [0.892164, 51708],
      handle_time: [299.102595, 51708],
      abandonment_rate: [0, 51708],
    });
    await source.engine.close();
  });
});
