import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { jsonRows } from '#export';
import { asOf } from '#import';
import { parse } from '#notebook';
import { Runtime } from '#runtime';
import { fill } from '../kpi/world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  // Ana wrote twice in May, by two channels, and once in April; Érica once in May. The data begin on 1 April.
  await fill(engine, {
    customers: { columns: 'customer_id, name', values: `('a', 'Ana'), ('e', 'Érica Lima')` },
    agents: { columns: 'agent_id, name', values: `('x', 'Xênia')` },
    tickets: {
      columns: 'ticket_id, customer_id, channel, type, status, created_at, resolution_seconds, agent_id',
      values: [
        `('0', 'a', 'email', 'Troca', 'closed', '2026-04-01 10:00', 600, 'x')`,
        `('1', 'a', 'email', 'Troca', 'closed', '2026-05-02 10:00', 60, 'x')`,
        `('2', 'a', 'chat', 'Entrega', 'open', '2026-05-03 10:00', null, null)`,
        `('3', 'e', 'chat', 'Troca', 'solved', '2026-05-04 10:00', 180, 'x')`,
        `('4', 'e', 'chat', 'Troca', 'open', '2026-05-31 23:00', null, null)`,
      ].join(', '),
    },
    messages: {
      columns: 'message_id, ticket_id, sent_at, author, author_id, is_public, body',
      values: `('m', '1', '2026-05-02 10:00', 'customer', 'a', true, 'Oi'), ('n', '1', '2026-05-02 10:01', 'agent', 'x', false, 'VIP')`,
    },
    ticket_events: {
      columns: 'event_id, ticket_id, at, kind, to_value, actor',
      values: `('v', '1', '2026-05-02 10:00', 'assignee', 'x', 'system')`,
    },
    ratings: {
      columns: 'rating_id, ticket_id, kind, rated_at, scale, score, bucket, is_latest',
      values: `('r', '3', 'csat', '2026-05-05', '1-5', 1, 'negative', true), ('s', '1', 'csat', '2026-05-05', '1-5', 5, 'positive', true)`,
    },
  });
});
afterAll(() => engine.close());

let books = 0;

async function run(chosen: Readonly<Record<string, string>>) {
  const { notebook } = parse(readFileSync('notebooks/customer-360.md', 'utf8'));
  const may = { ...notebook, meta: { ...notebook.meta, period: '2026-05' } };
  const runtime = new Runtime(engine, { book: `view_${++books}`, notebook: may, asOf: await asOf(engine) });
  await runtime.runAll();
  for (const [name, value] of Object.entries(chosen)) await runtime.setInput(name, value);
  const tables = may.cells.flatMap(({ id, name }) => {
    const state = runtime.state(id);
    return state.status === 'done' && state.output.kind === 'table'
      ? [[name ?? '', jsonRows(state.output.firstPage)] as const]
      : [];
  });
  await runtime.close();
  return Object.fromEntries(tables);
}

describe('customer 360', () => {
  test('shows all cases of the period, beside the one before and the year before, of which nothing is known', async () => {
    const { general = [], list_of_cases: list = [] } = await run({});
    expect(list.map(({ ticket_id: id }) => id)).toEqual(['4', '3', '2', '1']);
    expect(
      general.map(({ cases, customers, unresolved, csat }) => [cases, customers, unresolved, csat]),
    ).toEqual([
      [4, 2, 2, 0.5],
      [1, 1, 0, null],
      [null, null, null, null],
    ]);
  });

  test('a channel, a type and a part of a name without its accent choose together', async () => {
    const chosen = await run({ channel: 'chat', case_type: 'Troca', customer: ' erica ' });
    expect(chosen['list_of_cases']?.map(({ ticket_id: id }) => id)).toEqual(['4', '3']);
    expect(chosen['by_channel']).toMatchObject([
      { channel: 'chat', opened: 2, share: 1, before: 0, csat: 0 },
    ]);
  });

  test('a case that is named shows what was said and done, and its times', async () => {
    const {
      the_case: cases,
      case_messages: said,
      case_events: done,
      case_times: times,
      case_ratings: rated,
    } = await run({
      case_id: '1',
    });
    expect(cases).toMatchObject([{ ticket_id: '1', customer: 'Ana', agent: 'Xênia' }]);
    expect(said?.map(({ author, name, note, body }) => [author, name, note, body])).toEqual([
      ['customer', 'Ana', null, 'Oi'],
      ['agent', 'Xênia', 'private note', 'VIP'],
    ]);
    expect(done).toMatchObject([{ kind: 'assignee', to_value: 'Xênia', who: 'system' }]);
    expect(rated).toMatchObject([{ kind: 'csat', bucket: 'positive', is_latest: true }]);
    expect(times?.at(-1)).toMatchObject({ this_case: 60, median: 120 });
  });

  test('with none named it is the newest with a negative rating; one that is not there shows nothing', async () => {
    expect((await run({}))['the_case']).toMatchObject([{ ticket_id: '3' }]);
    const none = await run({ case_id: '99' });
    expect([none['the_case'], none['case_messages'], none['case_events']]).toEqual([[], [], []]);
  });

  test('an id that two sources share stands with its source, and opens the case of that source', async () => {
    await engine.exec(`insert into base.tickets (source_id, ticket_id, customer_id, channel, created_at, created_at_utc)
      values ('other', '4', 'o', 'email', '2026-05-30 10:00', '2026-05-30 10:00')`);
    const { list_of_cases: list = [] } = await run({});
    expect(list.map(({ ticket_id: id }) => id)).toEqual(['s/4', 'other/4', '3', '2', '1']);
    const { the_case: cases } = await run({ case_id: 'other/4' });
    expect(cases).toMatchObject([{ source_id: 'other', ticket_id: '4', customer: 'o' }]);
  });
});
