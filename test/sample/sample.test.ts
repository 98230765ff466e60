import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantedCause, sampleFiles, sampleTimeZone, type SampleFile } from '#sample';
import { canonicalTable } from '#import';
import { sampleOnce } from '../support/sample-engine.ts';
import { openSampleTables, type SampleTables } from '../support/sample-tables.ts';

let sample: SampleTables;
let files: readonly SampleFile[];
/** How long the sample kept others waiting, each time. */
const slices: number[] = [];
beforeAll(async () => {
  let since = performance.now();
  files = await sampleFiles({
    pause: async () => {
      slices.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    },
  });
  sample = await openSampleTables(files);
}, 60_000);
afterAll(() => sample.close());

async function hash(made: readonly SampleFile[]): Promise<string> {
  const whole = new Blob(made.map(({ blob }) => blob));
  return createHash('sha256')
    .update(Buffer.from(await whole.arrayBuffer()))
    .digest('hex');
}

/** Asserts that a query about what must not be finds nothing. */
async function expectNone(sql: string) {
  expect(await sample.rows(sql)).toEqual([]);
}

describe('the sample', () => {
  test('is the same each time and on every machine', async () => {
    expect(await hash(await sampleOnce())).toBe(await hash(files));
    // Changes only when the sample is changed on purpose: the notebooks' figures and screenshots then change too.
    expect(await hash(files)).toBe('9174055014f3c3bb52b817a7d4560393b77c65e86d4a33075cd4f2d479e57fd7');
  });

  test('lets others work while it is made', () => {
    expect(slices.length).toBeGreaterThan(10);
  });

  test('can be stopped', async () => {
    const controller = new AbortController();
    const making = sampleFiles({ signal: controller.signal, onProgress: () => controller.abort() });
    await expect(making).rejects.toThrow();
  });

  test('has a file for each table, with canonical column names', async () => {
    for (const { name, blob } of files) {
      const table = canonicalTable(name.replace('.csv', ''));
      const known = table?.columns.map((column) => column.name);
      const [header = ''] = (await blob.slice(0, 2000).text()).split('\n');
      expect(known).toEqual(expect.arrayContaining(header.split(',')));
    }
    expect(files.map(({ name }) => name)).toEqual(
      [
        'tickets messages ticket_events ratings calls agents customers agent_sessions offers invitations orders',
        'social_posts followers sla_targets',
      ]
        .join(' ')
        .split(' ')
        .map((name) => `${name}.csv`),
    );
  });

  test('has about twenty thousand tickets over nine months, every kind of ending among them', async () => {
    expect(
      await sample.rows(`
        select min(created_at)::date::text as first, max(created_at)::date::text as last,
          count(*) between 19000 and 21000 as is_about_twenty_thousand, count(*) = count(distinct ticket_id) as is_unique
        from tickets`),
    ).toEqual([{ first: '2025-09-01', last: '2026-05-31', is_about_twenty_thousand: true, is_unique: true }]);
    const statuses = await sample.rows(`select status from tickets group by all order by all`);
    expect(statuses.map(({ status }) => status)).toEqual([
      'closed',
      'hold',
      'in_progress',
      'merged',
      'new',
      'pending',
      'solved',
      'spam',
    ]);
    expect(sampleTimeZone).toBe('America/Sao_Paulo');
  });

  test('has a rhythm: quiet nights and Sundays, and a Black Friday', async () => {
    expect(
      await sample.rows(`
        with days as (select created_at::date as day, count(*) as n from tickets group by all),
          usual as (select median(n) as n from days)
        select
          (select n from days where day = '2025-11-28') > 2 * usual.n as is_black_friday_busy,
          (select avg(n) from days where isodow(day) = 7) < 0.6 * usual.n as is_sunday_quiet,
          (select avg((hour(created_at) between 1 and 5)::int) from tickets) < 0.05 as is_night_quiet
        from usual`),
    ).toEqual([{ is_black_friday_busy: true, is_sunday_quiet: true, is_night_quiet: true }]);
  });

  test('has questions that one answer settles, some on every channel that is written', async () => {
    expect(
      await sample.rows(`
        with solved as (
          select channel, (agent_replies = 1)::int as is_one_touch from tickets where first_solved_at is not null),
        channels as (select channel, avg(is_one_touch) as share from solved group by all)
        select
          (select avg(is_one_touch) from solved) between 0.25 and 0.35 as is_plausible,
          list(channel order by channel) filter (where share = 0) as without
        from channels`),
    ).toEqual([{ is_plausible: true, without: ['phone'] }]);
  });
});

describe('what the files say of each other', () => {
  test('agrees: replies and waits are those of the messages', async () => {
    await expectNone(`
      with m as (
        select ticket_id,
          min(sent_at) filter (where author = 'agent' and is_public) as human,
          min(sent_at) filter (where author in ('agent', 'bot') and is_public) as reply,
          count(*) filter (where author = 'agent' and is_public) as replies,
          count(*) filter (where author = 'customer') as asked
        from messages group by ticket_id)
      select ticket_id from tickets t left join m using (ticket_id)
      where t.first_human_reply_at is distinct from m.human or t.first_reply_at is distinct from m.reply
        or t.agent_replies <> coalesce(m.replies, 0) or t.customer_messages <> coalesce(m.asked, 0)
        or t.first_response_seconds is distinct from epoch(m.human - t.created_at)::bigint`);
  });

  test('agrees: status, agent, team and solves are those of the events', async () => {
    await expectNone(`
      with e as (
        select ticket_id,
          last(to_value order by "at", event_id) filter (where kind = 'status') as status,
          last(to_value order by "at") filter (where kind = 'assignee') as agent_id,
          last(to_value order by "at") filter (where kind = 'team') as team,
          min("at") filter (where kind = 'solve') as first_solved, max("at") filter (where kind = 'solve') as last_solved,
          count(*) filter (where kind = 'reopen') as reopens
        from ticket_events group by ticket_id)
      select ticket_id from tickets t left join e using (ticket_id)
      where t.status <> coalesce(e.status, 'new') or t.agent_id is distinct from e.agent_id or t.team is distinct from e.team
        or t.first_solved_at is distinct from e.first_solved or t.last_solved_at is distinct from e.last_solved
        or t.reopens <> coalesce(e.reopens, 0)
        or t.resolution_seconds is distinct from epoch(e.last_solved - t.created_at)::bigint`);
  });

  test('agrees: every reference leads somewhere', async () => {
    await expectNone(`
      select 'message' as what, message_id as id from messages anti join tickets using (ticket_id)
      union all select 'event', event_id from ticket_events anti join tickets using (ticket_id)
      union all select 'rating', rating_id from ratings anti join tickets using (ticket_id)
      union all select 'call', call_id from calls anti join tickets using (ticket_id)
      union all select 'rated call', rating_id from ratings where call_id is not null and call_id not in (select call_id from calls)
      union all select 'offer', offer_id from offers anti join tickets using (ticket_id)
      union all select 'invitation', invitation_id from invitations where accepted and ticket_id not in (select ticket_id from tickets)
      union all select 'merge', ticket_id::text from tickets where merged_into is not null and merged_into not in (select ticket_id from tickets)
      union all select 'follow-up', ticket_id::text from tickets where follow_up_of is not null and follow_up_of not in (select ticket_id from tickets)
      union all select 'ticket', ticket_id::text from tickets anti join customers using (customer_id)
      union all select 'agent', ticket_id::text from tickets where agent_id is not null and agent_id not in (select agent_id from agents)
      union all select 'order', order_id from orders anti join customers using (customer_id)`);
  });

  test('agrees: nothing happens before it can, or after the end', async () => {
    await expectNone(`
      select 'message' as what, message_id as id from messages join tickets using (ticket_id)
        where sent_at < created_at or sent_at >= '2026-06-01'
      union all select 'event', event_id from ticket_events join tickets using (ticket_id) where "at" < created_at or "at" >= '2026-06-01'
      union all select 'rating', rating_id from ratings where rated_at < sent_at or rated_at >= '2026-06-01'
      union all select 'call', call_id from calls
        where answered_at < started_at or ended_at < answered_at
          or (outcome = 'answered' and wait_seconds <> epoch(answered_at - started_at))
          or (outcome <> 'answered' and wait_seconds <> epoch(ended_at - started_at))
      union all select 'session', agent_id from agent_sessions where to_at <= from_at`);
  });

  test('agrees: agents answer only while they are on shift', async () => {
    await expectNone(`
      with shifts as (select agent_id, from_at::date as day, min(from_at) as starts, max(to_at) as ends from agent_sessions group by all)
      select message_id from messages m
      left join shifts s on s.agent_id = m.author_id and s.day = m.sent_at::date
      where m.author = 'agent' and m.is_public and (s.starts is null or m.sent_at < s.starts or m.sent_at > s.ends + interval 40 minute)`);
  });
});

describe('the planted fall', () => {
  const answers = `
    with answers as (
      select rated_at, (bucket = 'positive')::int as satisfied, first_response_seconds, comment, channel, t.tags,
        t.type = '${plantedCause.segment.type}' and t.channel = '${plantedCause.segment.channel}'
          and t.site = '${plantedCause.segment.site}' as is_planted,
        case when rated_at >= '2026-04-06' then 'after' when rated_at >= '2026-02-09' then 'before' end as half
      from ratings join tickets t using (ticket_id)
      where kind = 'csat' and is_latest and bucket is not null
    )`;

  test('moves CSAT by about six points, and hardly at all without the planted segment', async () => {
    const [row] = await sample.rows(`${answers}
      select
        avg(satisfied) filter (where half = 'after') - avg(satisfied) filter (where half = 'before') as change,
        avg(satisfied) filter (where half = 'after' and not is_planted)
          - avg(satisfied) filter (where half = 'before' and not is_planted) as change_without
      from answers`);
    expect(Number(row?.['change'])).toBeCloseTo(-0.065, 1.7);
    expect(Math.abs(Number(row?.['change_without']))).toBeLessThan(0.015);
  });

  test('is slower there, and its comments say why', async () => {
    expect(
      await sample.rows(`${answers}
        select
          median(first_response_seconds) filter (where is_planted and half = 'after')
            > 4 * median(first_response_seconds) filter (where is_planted and half = 'before') as is_slower,
          avg((comment ilike '%atraso%' or comment ilike '%rastreio%')::int)
            filter (where is_planted and half = 'after' and satisfied = 0) > 0.5 as comments_say_so,
          min(rated_at) filter (where tags like '%${plantedCause.tag}%') >= '${plantedCause.from}'::timestamp as is_new
        from answers`),
    ).toEqual([{ is_slower: true, comments_say_so: true, is_new: true }]);
  });

  test('has a decoy beside it: a channel that grows and explains nothing', async () => {
    expect(
      await sample.rows(`${answers}
        select
          avg((channel = '${plantedCause.decoy.channel}')::int) filter (where half = 'after')
            > 1.3 * avg((channel = '${plantedCause.decoy.channel}')::int) filter (where half = 'before') as grows,
          abs(avg(satisfied) filter (where channel = '${plantedCause.decoy.channel}' and half = 'before')
            - avg(satisfied) filter (where half = 'before')) < 0.05 as is_as_happy
        from answers`),
    ).toEqual([{ grows: true, is_as_happy: true }]);
  });
});
