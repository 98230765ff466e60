import { expect, test } from 'vitest';
import { compile, findKpi, openPeriod, setPeriod } from '#kpi';
import { bindParameters } from '#sql';
import { rowsOf } from '#table';
import { sharedEngine } from '../support/engine.ts';
import { fill } from './world.ts';

const engine = sharedEngine();

const people = 30;
const cases = 40;

/** Numbers between 0 and 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Thirty agents with forty tickets each: answered after a quarter of an hour or so, some much later; 15 % dissatisfied, 8 % reopened. */
async function fillTeam(seed: number, slower: ReadonlyMap<number, number> = new Map()): Promise<void> {
  const next = numbers(seed);
  const rows = Array.from({ length: people * cases }, (_, id) => {
    const agent = id % people;
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const seconds = Math.round(900 * Math.exp(normal) * (slower.get(agent) ?? 1));
    return { id, agent, seconds, bad: next() < 0.15, reopened: next() < 0.08 };
  });
  const values = (write: (row: (typeof rows)[number]) => string) => rows.map(write).join(', ');
  await fill(engine(), {
    tickets: {
      columns: 'ticket_id, agent_id, last_solved_at, reopens, first_human_reply_at, first_response_seconds',
      values: values(
        ({ id, agent, seconds, reopened }) =>
          `('${id}', '${agent}', '2026-03-02', ${reopened ? 1 : 0}, '2026-03-01', ${seconds})`,
      ),
    },
    ratings: {
      columns: 'rating_id, agent_id, kind, is_latest, bucket, rated_at',
      values: values(
        ({ id, agent, bad }) =>
          `('${id}', '${agent}', 'csat', true, '${bad ? 'negative' : 'positive'}', '2026-03-03')`,
      ),
    },
  });
}

interface Marks {
  /** Agents with a mark, by figure. */
  readonly differs: readonly string[];
  /** How many agents' own 95 % intervals of satisfaction leave out the team's. */
  readonly outside: number;
}

async function marks(): Promise<Marks> {
  const kpi = findKpi('agent_scorecard');
  if (!kpi) throw new Error('no scorecard');
  const sql = bindParameters(compile({ kpi, shape: 'breakdown', withPeriod: false })).sql;
  const rows = [...rowsOf(await engine().query(`${setPeriod(openPeriod, '2026-03-31 00:00:00')};\n${sql}`))];
  const of = (row: (typeof rows)[number], name: string) => Number(row[name]);
  const team = rows.reduce((sum, row) => sum + of(row, 'csat'), 0) / rows.length;
  return {
    differs: rows.flatMap((row) =>
      ['first_response', 'csat', 'reopened']
        .filter((figure) => row[`${figure}_differs`] === true)
        .map((figure) => `${String(row['agent'])} ${figure}`),
    ),
    outside: rows.filter((row) => of(row, 'csat_low') > team || of(row, 'csat_high') < team).length,
  };
}

test('thirty agents who are all alike have no marks in twenty teams, though their own intervals would give many', async () => {
  const teams: Marks[] = [];
  for (let seed = 1; seed <= 20; seed += 1) {
    await fillTeam(seed);
    teams.push(await marks());
  }
  expect(teams.flatMap(({ differs }) => differs)).toEqual([]);
  expect(teams.filter(({ outside }) => outside > 0).length).toBeGreaterThan(10);
}, 120_000);

test('one who takes three times as long among them is marked, and nobody else', async () => {
  await fillTeam(1, new Map([[7, 3]]));
  expect((await marks()).differs).toEqual(['7 first_response']);
});
