import type { Engine } from '#engine';
import { findKpi, kpiProfile, measure, openPeriod, setPeriod } from '#kpi';
import { bindParameters } from '#sql';
import { shopValues } from './pencil.ts';
import { everySql } from './every-sql.ts';

/** What the engine makes of the shop, under the same names as the constants. */
export async function measuredValues(engine: Engine): Promise<Record<string, number | null | string>> {
  const profile = await kpiProfile(engine);
  const values: Record<string, number | null | string> = {};
  for (const name of Object.keys(shopValues)) {
    const [id = '', variant = ''] = name.split(' ');
    const kpi = findKpi(id);
    if (!kpi) throw new Error(`no KPI ${id}`);
    const { status, value, reason } = await measure(engine, null, kpi, {
      variant,
      period: null,
      asOf: '2026-04-01 00:00:00',
      profile,
    });
    values[name] = status === 'ok' ? value : (reason?.code ?? status);
  }
  return values;
}

/** The SQL texts of the catalogue that do not bind, and why. */
export async function unbound(engine: Engine): Promise<string[]> {
  const failures: string[] = [];
  // Whether it binds is asked, not how it would best be done.
  await engine.exec('pragma disable_optimizer');
  await engine.exec(setPeriod(openPeriod, '2026-04-01 00:00:00'));
  for (const { title, sql } of everySql()) {
    await engine
      .query(`explain ${bindParameters(sql).sql}`)
      .catch((error: unknown) => failures.push(`${title}: ${String(error)}`));
  }
  await engine.exec('pragma enable_optimizer');
  return failures;
}
