import type { Engine } from '#engine';
import { jsonRows, type JsonValue } from '#export';
import { asOf } from '#import';
import { catalogue, cutsOf, kpiProfile, measure } from '#kpi';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { variantsOf } from '../kpi/every-sql.ts';

/** What a notebook's cells and every KPI say of some data, as plain JSON: the same on every engine, or something is wrong. */
export interface Answers {
  /** By cell: how many rows there are, the first page of them, and why they are not to be read. */
  readonly cells: Readonly<Record<string, JsonValue>>;
  /** Cells that were not done, and how they stand. */
  readonly failed: readonly JsonValue[];
  /** By KPI and variant, its period all there is: status, value, n, interval; or the reason. */
  readonly kpis: Readonly<Record<string, JsonValue>>;
  /** KPIs that have neither a value nor a reason. */
  readonly silent: readonly string[];
}

/** Of every `nth` variant of each KPI, the first one among them, or of its ★ alone. */
export async function answersOf(engine: Engine, text: string, nth: number | null): Promise<Answers> {
  const { cells, failed } = await cellsOf(engine, text);
  return { cells, failed, ...(await kpisOf(engine, nth)) };
}

/** What a notebook's cells say, and how the last of its prose reads. */
export async function cellsOf(
  engine: Engine,
  text: string,
): Promise<Pick<Answers, 'cells' | 'failed'> & { readonly prose: string }> {
  const { notebook } = parse(text);
  const runtime = new Runtime(engine, { book: 'answers', notebook, asOf: await asOf(engine) });
  await runtime.runAll();
  const cells: Record<string, JsonValue> = {};
  const failed: JsonValue[] = [];
  let prose = '';
  for (const { id, name } of notebook.cells) {
    const state = runtime.state(id);
    if (state.status !== 'done') failed.push([name, JSON.stringify(state)]);
    else if (state.output.kind === 'markdown') prose = state.output.source;
    else if (name !== null && state.output.kind === 'table') {
      const { rowCount, firstPage } = state.output;
      const cannot = state.output.cannot?.reason.code ?? null;
      cells[name] = { rowCount, cannot, rows: jsonRows(firstPage) };
    }
  }
  await runtime.close();
  return { cells, failed, prose };
}

async function kpisOf(engine: Engine, nth: number | null): Promise<Pick<Answers, 'kpis' | 'silent'>> {
  const instant = await asOf(engine);
  const profile = await kpiProfile(engine);
  const kpis: Record<string, JsonValue> = {};
  const silent: string[] = [];
  for (const kpi of catalogue)
    for (const variant of nth === null ? [''] : variantsOf(kpi).filter((_, index) => index % nth === 0)) {
      const title = `${kpi.id} ${variant}`.trim();
      const found = await measure(engine, null, kpi, { variant, period: null, asOf: instant, profile });
      const { status, value, n, interval, reason } = found;
      kpis[title] =
        status === 'ok'
          ? { value, n, from: interval?.[0] ?? null, to: interval?.[1] ?? null }
          : (reason?.code ?? null);
      const isTable = !cutsOf(kpi).includes('headline');
      const isSaid = status === 'ok' ? (isTable ? n !== null : value !== null) : reason !== null;
      if (!isSaid) silent.push(title);
    }
  return { kpis, silent };
}
