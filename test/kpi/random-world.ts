import type { Rows, World } from './world.ts';

/** Numbers from 0 to 1 that one seed always gives in the same order (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Write = (row: number) => string;

/** A helpdesk of so many tickets in which anything may be unknown, and dates may stand in the wrong order. */
export function randomWorld(seed: number, tickets = 300): World {
  const next = randomNumbers(seed);
  const upTo = (count: number) => Math.floor(next() * count);
  const text = (value: string) => `'${value}'`;
  const unknown =
    (share: number, write: Write): Write =>
    (row) =>
      next() < share ? 'null' : write(row);
  const pick =
    (...words: string[]): Write =>
    () =>
      text(words[upTo(words.length)] ?? '');
  const id =
    (letter: string, count: number): Write =>
    () =>
      text(letter + upTo(count));
  const own =
    (letter: string): Write =>
    (row) =>
      text(letter + row);
  const number =
    (most: number): Write =>
    () =>
      String(upTo(most));
  const is =
    (share: number): Write =>
    () =>
      String(next() < share);
  const instant: Write = () =>
    text(
      `2026-0${1 + upTo(3)}-${String(1 + upTo(28)).padStart(2, '0')} ${String(upTo(24)).padStart(2, '0')}:${String(upTo(60)).padStart(2, '0')}:00`,
    );
  const tags: Write = () =>
    `[${Array.from({ length: upTo(4) }, () => text(`tag${upTo(4)}`)).join(', ')}]::varchar[]`;
  const ticket = unknown(0.1, id('t', tickets));
  const agent = unknown(0.2, id('a', 6));
  const customer = unknown(0.1, id('c', 40));
  const channel = unknown(0.1, pick('email', 'chat', 'whatsapp', 'phone'));
  const status = unknown(
    0.05,
    pick('new', 'open', 'in_progress', 'pending', 'solved', 'closed', 'closed', 'merged', 'spam'),
  );
  const sometimes = unknown(0.15, instant);
  const seconds = unknown(0.2, number(90_000));
  const few = unknown(0.2, number(4));
  const table = (rows: number, columns: Readonly<Record<string, Write>>): Rows => ({
    columns: Object.keys(columns).join(', '),
    values: Array.from(
      { length: rows },
      (_, row) =>
        `(${Object.values(columns)
          .map((write) => write(row))
          .join(', ')})`,
    ).join(',\n'),
  });
  return {
    agents: table(6, {
      agent_id: own('a'),
      name: unknown(0.2, own('Agent ')),
      is_bot: unknown(0.5, is(0.2)),
    }),
    customers: table(40, {
      customer_id: own('c'),
      name: unknown(0.2, own('Customer ')),
      segment: unknown(0.3, pick('vip', 'b2b')),
      created_at: instant,
    }),
    tickets: table(tickets, {
      ticket_id: own('t'),
      customer_id: customer,
      customer_key: unknown(0.7, id('k', 20)),
      created_at: sometimes,
      channel,
      status,
      type: unknown(0.2, pick('refund', 'delivery')),
      intent: unknown(0.5, pick('where', 'how')),
      status_reason: unknown(0.5, pick('stock', 'bank')),
      priority: unknown(0.5, pick('low', 'high')),
      team: unknown(0.3, pick('north', 'south')),
      agent_id: agent,
      tags: unknown(0.2, tags),
      is_reopened: unknown(0.2, is(0.1)),
      is_missed: unknown(0.6, is(0.3)),
      is_offline: unknown(0.3, is(0.2)),
      is_proactive: unknown(0.3, is(0.2)),
      started_by: unknown(0.3, pick('customer', 'agent')),
      assigned_at: sometimes,
      first_reply_at: sometimes,
      first_human_reply_at: sometimes,
      first_solved_at: sometimes,
      last_solved_at: sometimes,
      closed_at: sometimes,
      due_at: sometimes,
      first_response_due_at: sometimes,
      first_response_seconds: seconds,
      resolution_seconds: seconds,
      first_resolution_seconds: seconds,
      wait_seconds: seconds,
      handle_seconds: seconds,
      in_progress_seconds: seconds,
      requester_wait_seconds: seconds,
      reported_first_response_seconds: seconds,
      reported_resolution_seconds: seconds,
      reported_handle_seconds: seconds,
      reopens: few,
      reported_reopens: few,
      agent_replies: few,
      agent_actions: few,
      customer_messages: few,
      agents_involved: few,
      teams_involved: few,
      sla_resolution_met: unknown(0.5, is(0.5)),
      sla_first_response_met: unknown(0.5, is(0.5)),
    }),
    messages: table(tickets, {
      message_id: own('m'),
      ticket_id: ticket,
      sent_at: sometimes,
      author: unknown(0.1, pick('customer', 'agent', 'bot')),
      is_public: unknown(0.5, is(0.8)),
      is_automated: unknown(0.5, is(0.2)),
    }),
    ticket_events: table(tickets, {
      event_id: own('e'),
      ticket_id: ticket,
      at: sometimes,
      kind: pick('solve', 'reopen', 'status'),
      actor: unknown(0.1, pick('agent', 'customer')),
      actor_id: agent,
    }),
    replies: table(tickets, {
      reply_id: own('m'),
      ticket_id: ticket,
      is_first: is(0.5),
      asked_at: instant,
      replied_at: sometimes,
      response_seconds: seconds,
      agent_id: agent,
      channel,
    }),
    solves: table(tickets, {
      solve_id: own('s'),
      ticket_id: ticket,
      solved_at: instant,
      agent_id: agent,
      is_last: is(0.5),
      reopened_at: unknown(0.5, instant),
      reopen_seconds: unknown(0.5, number(900_000)),
    }),
    status_periods: table(tickets, {
      ticket_id: id('t', tickets),
      status,
      from_at: instant,
      to_at: unknown(0.3, instant),
      seconds: number(90_000),
      is_present: is(0.4),
    }),
    calls: table(100, {
      call_id: own('k'),
      ticket_id: unknown(0.5, ticket),
      agent_id: agent,
      customer_id: customer,
      started_at: sometimes,
      answered_at: sometimes,
      ended_at: sometimes,
      outcome: unknown(0.1, pick('answered', 'transferred', 'abandoned', 'missed')),
      wait_seconds: number(100),
      talk_seconds: seconds,
      wrap_seconds: few,
      calls: () => '1',
    }),
    ratings: table(200, {
      rating_id: own('r'),
      ticket_id: ticket,
      agent_id: agent,
      customer_id: customer,
      kind: pick('csat', 'csat', 'nps'),
      sent_at: sometimes,
      rated_at: sometimes,
      scale: () => text('0-10'),
      score: few,
      score_normalised: () => '0.5',
      bucket: unknown(0.2, pick('positive', 'neutral', 'negative')),
      is_latest: is(0.7),
      comment: unknown(0.3, pick('late delivery again', 'kind people', 'entrega atrasada')),
    }),
    agent_sessions: table(60, {
      agent_id: id('a', 6),
      state: pick('online', 'online', 'away'),
      from_at: instant,
      to_at: (row) => (row % 9 === 0 ? 'null' : `'2026-04-01'::timestamp - to_hours(${upTo(200)})`),
    }),
    offers: table(60, {
      offer_id: own('o'),
      agent_id: agent,
      at: instant,
      result: pick('accepted', 'rejected', 'timeout'),
    }),
    invitations: table(40, {
      invitation_id: own('i'),
      at: instant,
      accepted: unknown(0.2, is(0.4)),
      ticket_id: ticket,
    }),
    orders: table(80, {
      order_id: own('o'),
      customer_id: customer,
      customer_key: unknown(0.7, id('k', 20)),
      ordered_at: sometimes,
      amount: number(100),
      refunded: unknown(0.7, number(10)),
      currency: () => text('BRL'),
    }),
    social_posts: table(40, { post_id: own('p'), network: pick('x', 'y'), posted_at: instant, shares: few }),
    followers: table(20, {
      network: pick('x', 'y'),
      day: (row) => text(`2026-02-${String(row + 1).padStart(2, '0')}`),
      followers: (row) => String(100 + row),
    }),
  };
}
