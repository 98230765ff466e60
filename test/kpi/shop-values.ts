import type { Engine } from '#engine';
import { findKpi, kpiProfile, measure, openPeriod, setPeriod } from '#kpi';
import { bindParameters } from '#sql';
import { shopValues } from './pencil.ts';
import type { CompiledSql } from './every-sql.ts';

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

/** How many texts are asked about at once. */
const batch = 50;

/** Those SQL texts that do not bind, and why. */
export async function unbound(engine: Engine, texts: readonly CompiledSql[]): Promise<string[]> {
  const failures: string[] = [];
  // Whether it binds is asked, not how it would best be done.
  await engine.exec('pragma disable_optimizer');
  await engine.exec(setPeriod(openPeriod, '2026-04-01 00:00:00'));
  for (let from = 0; from < texts.length; from += batch) {
    const some = texts.slice(from, from + batch);
    const bound = await prepare(engine, some).then(
      () => true,
      () => false,
    );
    if (bound) continue;
    for (const each of some)
      await prepare(engine, [each]).catch((error: unknown) =>
        failures.push(`${each.title}: ${String(error)}`),
      );
  }
  await engine.exec('pragma enable_optimizer');
  return failures;
}

/** A prepared statement is bound and planned, and there is no plan to write out. */
function prepare(engine: Engine, texts: readonly CompiledSql[]): Promise<void> {
  return engine.exec(texts.map(({ sql }) => `prepare bound as ${bindParameters(sql).sql}`).join(';\n'));
}
