import { randomNumbers } from '../kpi/random-world.ts';
import type { Lines, World } from '../kpi/world.ts';

/** What was done to a made-up help desk, so that an explanation can be held against it. */
export const plantedKinds = [
  'segment',
  'pair',
  'mix',
  'answering',
  'scale',
  'late',
  'nothing',
  'two',
  'simpson',
] as const;
export type PlantedKind = (typeof plantedKinds)[number];

export interface Planted {
  readonly world: World<Lines>;
  /** What an explanation should name first: any of these. */
  readonly causes: readonly {
    readonly dimension: string;
    readonly member: string | null;
    readonly kind: string;
  }[];
  /** The day it began; null where nothing did, or all along. */
  readonly from: string | null;
}

export interface PlantOptions {
  /** 1 for a fall from 85 % to 80 %. */
  readonly effect?: number;
  /** Ratings in each period, about. */
  readonly ratings?: number;
}

export const before = { from: '2026-03-02 00:00:00', to: '2026-03-30 00:00:00' };
export const after = { from: '2026-03-30 00:00:00', to: '2026-04-27 00:00:00' };

/** Members and their shares of the tickets. */
const shares = {
  channel: { email: 0.4, chat: 0.3, whatsapp: 0.18, phone: 0.12 },
  type: { delivery: 0.35, refund: 0.25, product: 0.2, payment: 0.12, account: 0.08 },
  team: { north: 0.35, south: 0.3, east: 0.2, west: 0.15 },
  site: { SP: 0.4, RJ: 0.25, MG: 0.15, BA: 0.12, RS: 0.08 },
  priority: { normal: 0.7, high: 0.2, urgent: 0.1 },
  language: { pt: 0.85, es: 0.15 },
  brand: { main: 0.8, outlet: 0.2 },
} as const;
type Name = keyof typeof shares;

/** The share of the tickets that a member is meant to have. */
export function shareOf(dimension: string, member: string): number {
  const of: Readonly<Record<string, number>> =
    Object.entries(shares).find(([name]) => name === dimension)?.[1] ?? {};
  return of[member] ?? Number.NaN;
}
const names: readonly Name[] = ['channel', 'type', 'team', 'site', 'priority', 'language', 'brand'];
type Ticket = Readonly<Record<Name, string>>;

const dayMs = 86_400_000;
const start = Date.UTC(2026, 2, 2);
const days = 56;
const usual = 0.85;
const fall = 0.05;
const answered = 0.5;

/** What the plan of a kind says of a ticket; `since` is whether the change has begun. */
interface Plan {
  readonly causes: Planted['causes'];
  /** How many times as likely as usual a ticket of this make is. */
  readonly weight?: (ticket: Ticket, since: boolean) => number;
  readonly satisfied: (ticket: Ticket, since: boolean) => number;
  readonly answers?: (ticket: Ticket, since: boolean) => number;
  readonly scale?: (since: boolean) => string;
  /** Days until an answer, by how content it is; and how many more surveys go out on a day. */
  readonly delay?: (content: boolean) => number;
  readonly surge?: (day: number) => number;
  /** Days of service before the first, whose answers are still to come. */
  readonly warmUp?: number;
  readonly isDated: boolean;
}

/** Ratings of eight weeks in which CSAT falls for a known reason, or for none. One seed gives one world. */
export function plant(
  kind: PlantedKind,
  seed: number,
  { effect = 1, ratings = 1000 }: PlantOptions = {},
): Planted {
  const next = randomNumbers(seed * 7919 + plantedKinds.indexOf(kind) * 104_729 + 1);
  for (let warm = 0; warm < 8; warm += 1) next();
  const plan = planOf(kind, next, fall * effect);
  // Within five days of the border between the periods.
  const began = 28 + (plan.isDated ? Math.floor(next() * 11) - 5 : 0);
  const tickets: string[] = [];
  const surveys: string[] = [];
  const end = start + days * dayMs;
  const perDay = ratings / 28 / answered;
  for (let day = -(plan.warmUp ?? 12); day < days; day += 1) {
    const count = Math.round(perDay * (plan.surge?.(day) ?? 1) + next() - 0.5);
    for (let index = 0; index < count; index += 1) {
      const since = day >= began;
      const ticket = ticketOf(plan, since, next);
      const created = start + day * dayMs + Math.floor(next() * dayMs);
      const content = next() < plan.satisfied(ticket, since);
      const isAnswered = next() < (plan.answers?.(ticket, since) ?? answered);
      const rated = created - Math.log(1 - next()) * (plan.delay?.(content) ?? 0.5) * dayMs;
      const id = tickets.length;
      const scale = plan.scale?.(since) ?? '1-5';
      tickets.push(
        [
          id,
          stamp(created),
          stamp(created),
          'solved',
          ...names.map((name) => ticket[name]),
          Math.floor(next() * 20),
          Math.floor(-Math.log(1 - next()) * 3600),
          next() < 0.05 ? 1 : 0,
        ].join('|'),
      );
      const isIn = isAnswered && rated < end;
      const answer = isIn
        ? [stamp(rated), scale, content ? 5 : 1, content ? 5 : 1, content ? 'positive' : 'negative', true]
        : ['', scale, '', '', '', false];
      surveys.push([id, id, 'csat', stamp(created), ...answer].join('|'));
    }
  }
  return {
    world: {
      tickets: {
        columns: `ticket_id, created_at, last_solved_at, status, ${names.join(', ')}, agent_id, first_response_seconds, reopens`,
        lines: tickets,
      },
      ratings: {
        columns: 'rating_id, ticket_id, kind, sent_at, rated_at, scale, score, score_raw, bucket, is_latest',
        lines: surveys,
      },
    },
    causes: plan.causes,
    from: plan.isDated ? new Date(start + began * dayMs).toISOString().slice(0, 10) : null,
  };
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

function ticketOf({ weight }: Plan, since: boolean, next: () => number): Ticket {
  for (;;) {
    const ticket = {
      channel: pick(shares.channel, next()),
      type: pick(shares.type, next()),
      team: pick(shares.team, next()),
      site: pick(shares.site, next()),
      priority: pick(shares.priority, next()),
      language: pick(shares.language, next()),
      brand: pick(shares.brand, next()),
    };
    if (weight === undefined || next() * 4 < weight(ticket, since)) return ticket;
  }
}

function pick(of: Readonly<Record<string, number>>, at: number): string {
  let left = at;
  for (const [member, share] of Object.entries(of)) {
    left -= share;
    if (left < 0) return member;
  }
  return Object.keys(of)[0] ?? '';
}

interface Member {
  readonly dimension: Name;
  readonly member: string;
  readonly share: number;
}

/** Every member with so much of the tickets. */
function members(low: number, high: number): Member[] {
  return names.flatMap((dimension) =>
    Object.entries(shares[dimension])
      .filter(([, share]) => share >= low && share <= high)
      .map(([member, share]) => ({ dimension, member, share })),
  );
}

function planOf(kind: PlantedKind, next: () => number, size: number): Plan {
  const one = (from: readonly Member[]): Member =>
    from[Math.floor(next() * from.length)] ?? { dimension: 'channel', member: 'phone', share: 0.12 };
  const same = { satisfied: () => usual, causes: [], isDated: false };
  switch (kind) {
    case 'nothing':
      return same;
    case 'segment': {
      const hit = one(members(0.1, 0.2));
      return {
        isDated: true,
        causes: [{ ...named(hit), kind: 'rate' }],
        satisfied: (ticket, since) => (since && isOf(ticket, hit) ? usual - size / hit.share : usual),
      };
    }
    case 'pair': {
      const a = one(members(0.25, 0.5));
      const b = one(members(0.25, 0.5).filter(({ dimension }) => dimension !== a.dimension));
      const share = a.share * b.share;
      const [first, second] = names.indexOf(a.dimension) < names.indexOf(b.dimension) ? [a, b] : [b, a];
      return {
        isDated: true,
        causes: [
          {
            dimension: `${first.dimension} × ${second.dimension}`,
            member: `${first.member} × ${second.member}`,
            kind: 'rate',
          },
        ],
        satisfied: (ticket, since) =>
          since && isOf(ticket, a) && isOf(ticket, b) ? usual - Math.min(usual, size / share) : usual,
      };
    }
    case 'two': {
      const a = one(members(0.12, 0.2));
      const b = one(members(0.12, 0.2).filter(({ dimension }) => dimension !== a.dimension));
      return {
        isDated: true,
        causes: [a, b].map((each) => ({ ...named(each), kind: 'rate' })),
        satisfied: (ticket, since) =>
          usual -
          (since && isOf(ticket, a) ? size / 2 / a.share : 0) -
          (since && isOf(ticket, b) ? size / 2 / b.share : 0),
      };
    }
    case 'mix':
    case 'simpson': {
      const hit = one(members(0.1, 0.15));
      const risen = kind === 'simpson' ? 0.02 : 0;
      const [low, high] = apart(hit.share, 0.4);
      // The share at which the whole has fallen by so much, each part having risen.
      const later = hit.share + (size + risen) / (high - low);
      const times = (later * (1 - hit.share)) / (hit.share * (1 - later));
      return {
        isDated: true,
        causes: [{ ...named(hit), kind: 'mix' }],
        weight: (ticket, since) => (since && isOf(ticket, hit) ? times : 1),
        satisfied: (ticket, since) => (isOf(ticket, hit) ? low : high) + (since ? risen : 0),
      };
    }
    case 'answering': {
      const hit = one(members(0.15, 0.2));
      const low = 0.45;
      // A fifth as ready to answer as others at first.
      const ready = 0.4;
      const share = (hit.share * ready) / (hit.share * ready + 1 - hit.share);
      const high = (usual - share * low) / (1 - share);
      const later = share + size / (high - low);
      const readier = (later * (1 - hit.share)) / (hit.share * (1 - later));
      return {
        isDated: true,
        causes: [{ ...named(hit), kind: 'answering' }],
        satisfied: (ticket) => (isOf(ticket, hit) ? low : high),
        answers: (ticket, since) => (isOf(ticket, hit) ? answered * (since ? readier : ready) : answered),
      };
    }
    case 'scale':
      return {
        isDated: true,
        causes: [
          { dimension: 'scale', member: '1-10', kind: 'scale' },
          { dimension: 'scale', member: '1-5', kind: 'scale' },
        ],
        satisfied: (_, since) => (since ? usual - size : usual),
        scale: (since) => (since ? '1-10' : '1-5'),
      };
    case 'late': {
      // Who is discontent answers at once, the others take days: more surveys in the last days bring the discontent first.
      const [lastDays, slow] = [7, 10];
      // Of a day's worth more of surveys each day, the days' worth of content answers that are in by the end.
      const arrived = lastDays - slow * (1 - Math.exp(-lastDays / slow));
      const later = usual - size;
      const more = (28 * size) / (lastDays * (1 - usual) * later - arrived * usual * (1 - later));
      return {
        isDated: false,
        causes: ['< 1 d', '1–3 d', '3–7 d', '≥ 7 d'].map((member) => ({
          dimension: 'answer_delay',
          member,
          kind: 'late',
        })),
        satisfied: () => usual,
        warmUp: 5 * slow,
        delay: (content) => (content ? slow : 0.15),
        surge: (day) => (day >= days - lastDays ? 1 + more : 1),
      };
    }
  }
}

function named({ dimension, member }: Member): { dimension: string; member: string } {
  return { dimension, member };
}

function isOf(ticket: Ticket, { dimension, member }: Member): boolean {
  return ticket[dimension] === member;
}

/** A low value for a segment of that share, and one for all else, that together are the usual one. */
function apart(share: number, distance: number): readonly [number, number] {
  const high = usual + share * distance;
  return [high - distance, Math.min(0.99, high)];
}
