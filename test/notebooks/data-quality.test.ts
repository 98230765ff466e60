import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { jsonRows } from '#export';
import { asOf, prepareDatabase } from '#import';
import { availability, catalogue, kpiProfile } from '#kpi';
import { parse } from '#notebook';
import { preflight } from '#preflight';
import { Runtime } from '#runtime';
import { fill } from '../kpi/world.ts';
import { sampleEngine } from '../support/sample-engine.ts';

const files = ['data-quality.md', 'pt-BR/data-quality.md'];
type Rows = ReturnType<typeof jsonRows>;

let sample: Engine;
let other: Engine;
beforeAll(async () => {
  sample = await sampleEngine();
  other = await openNodeEngine({ threads: 1 });
  await prepareDatabase(other);
}, 120_000);
afterAll(() => other.close());

let books = 0;

async function tablesOf(engine: Engine, file: string): Promise<Readonly<Record<string, Rows>>> {
  const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
  const runtime = new Runtime(engine, { book: `quality_${++books}`, notebook, asOf: await asOf(engine) });
  await runtime.runAll();
  const tables = notebook.cells.flatMap(({ id, name }) => {
    const state = runtime.state(id);
    return state.status === 'done' && state.output.kind === 'table'
      ? [[name ?? '', jsonRows(state.output.firstPage)] as const]
      : [];
  });
  await runtime.close();
  return Object.fromEntries(tables);
}

/** By KPI, whether it can be computed: as the notebook says, and as the catalogue judges. */
async function judgements(engine: Engine, file: string) {
  const { kpis = [] } = await tablesOf(engine, file);
  const profile = await kpiProfile(engine);
  return {
    said: Object.fromEntries(kpis.map(({ id, lacks }) => [String(id), lacks === null])),
    judged: Object.fromEntries(
      catalogue.map((kpi) => [kpi.id, availability(kpi, profile).status === 'ok'] as const),
    ),
  };
}

describe.each(files)('%s', (file) => {
  test('says of every KPI what the catalogue judges: on the sample', async () => {
    const { said, judged } = await judgements(sample, file);
    expect(said).toEqual(judged);
  });

  test('says of every KPI what the catalogue judges: on nothing', async () => {
    await fill(other, {});
    const { said, judged } = await judgements(other, file);
    expect(said).toEqual(judged);
    expect(Object.values(said)).not.toContain(true);
  });

  test('says of every KPI what the catalogue judges: on rows that fail its checks', async () => {
    await fill(other, {
      tickets: {
        columns: 'ticket_id, customer_id, agent_id, status, created_at, last_solved_at, reopens',
        values: `('1', 'k', 'a', 'solved', '2026-01-01 09:00', '2026-01-01 10:00', 0)`,
      },
      calls: {
        columns: 'call_id, started_at, outcome, talk_seconds',
        values: `('c', '2026-01-01 09:00', 'abandoned', null), ('d', '2026-01-01 09:00', 'answered', 60)`,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, rated_at, scale, score, bucket, is_latest',
        values: `('r', '1', 'nps', '2026-01-01', '0-10', 9, 'positive', true)`,
      },
      solves: { columns: 'solve_id, ticket_id, solved_at', values: `('s', '1', '2026-01-01 10:00')` },
    });
    const { said, judged } = await judgements(other, file);
    expect(said).toEqual(judged);
    const { nps, csat, wait_time: wait, service_level: level, closed_per_agent: closed } = said;
    expect({ nps, csat, wait, level, closed }).toEqual({
      nps: true,
      csat: false,
      wait: false,
      level: false,
      closed: false,
    });
  });

  test('finds what the check after an import finds', async () => {
    await fill(other, {
      tickets: {
        columns: 'ticket_id, customer_key, status, status_raw, channel_raw, created_at, last_solved_at',
        values: [
          `('1', null, 'merged', null, null, '2026-01-01 09:00', null)`,
          `('2', null, 'solved', null, 'pombo', '2026-01-02 09:00', '2026-01-01 09:00')`,
          `('1.03E+13', '5,5E+12', null, 'limbo', null, null, null)`,
        ].join(', '),
      },
      agents: { columns: 'agent_id, name', values: `('a', 'Robô Pitanga'), ('b', 'Roberta')` },
      ratings: {
        columns: 'rating_id, ticket_id, kind, score_raw, rated_at_basis',
        values: `('r', '1', 'csat', 'banana', 'rated'), ('s', '9', 'csat', ' ', 'rated')`,
      },
      messages: { columns: 'message_id, ticket_id', values: `('m', '2'), ('n', '8')` },
    });
    const { findings = [] } = await tablesOf(other, file);
    const said = Object.fromEntries(
      findings
        .filter(({ found }) => Number(found) > 0)
        .map(({ finding, found, among }) => [finding, [found, among]]),
    );
    expect(said).toEqual({
      merged: [1, 3],
      solved_before_created: [1, 3],
      damaged_ids: [1, 3],
      undated: [1, 3],
      unknown_status: [1, 3],
      unknown_channel: [1, 3],
      bots_as_agents: [1, 2],
      off_scale: [1, 2],
      orphan_ratings: [1, 2],
      orphan_messages: [1, 2],
      undated_messages: [2, 2],
    });
    const checked = (await preflight(other)).filter(({ id }) => id in said);
    expect(Object.fromEntries(checked.map(({ id, count, of }) => [id, [count, of]]))).toEqual(said);
  });
});
