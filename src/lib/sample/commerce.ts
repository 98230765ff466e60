import { busyness, day, days, end, firstDay, momentOf, written, writtenDay, type Clock } from './calendar.ts';
import type { Memory } from './facts.ts';
import type { Customer } from './people.ts';
import { randomStream, type Random } from './random.ts';
import type { Writers } from './record.ts';
import { products } from './shop.ts';
import type { Facts, Story } from './story.ts';

const buyingTypes = ['Dúvida de compra', 'Promoção'];

/** The order that a ticket is about, and the one that it may lead to. */
export function orders(story: Story, memory: Memory, writers: Writers, random: Random): void {
  const { facts, messages } = story;
  if (facts.order !== null && !memory.orders.has(facts.order)) {
    memory.orders.add(facts.order);
    write(writers, {
      order: facts.order,
      customer: facts.customer,
      at: boughtBefore(facts, random),
      refund: refundOf(facts, random),
      random,
    });
  }
  const wasAnswered = messages.some(({ author }) => author === 'agent' || author === 'bot');
  if (buyingTypes.includes(facts.type) && wasAnswered && random.chance(facts.isProactive ? 0.44 : 0.34)) {
    const at = facts.at + Math.round(Math.min(random.around(0.5 * day, 1.3), 12 * day)) + 600;
    if (at < end)
      write(writers, { order: `PIT-${memory.nextOrder++}`, customer: facts.customer, at, refund: 0, random });
  }
}

/** Orders that nobody wrote about. */
export function quietOrders(midnight: Clock, memory: Memory, writers: Writers, random: Random): void {
  const count = Math.round(30 * busyness(midnight));
  for (let index = 0; index < count; index++) {
    const at = momentOf(midnight, random);
    const customer = random.pick(memory.customers);
    write(writers, { order: `PIT-${memory.nextOrder++}`, customer, at, refund: 0, random });
  }
}

function boughtBefore({ at, type }: Facts, random: Random): Clock {
  const ago =
    type === 'Pagamento' || type === 'Cancelamento'
      ? random.around(1.2 * day, 0.7)
      : random.around(9 * day, 0.4);
  return at - Math.round(ago) - 300;
}

function refundOf({ type, intent }: Facts, random: Random): number {
  if (type === 'Cancelamento') return random.chance(0.8) ? 1 : 0;
  return intent === 'reembolso' && random.chance(0.75) ? 1 : 0;
}

interface Order {
  readonly order: string;
  readonly customer: Customer;
  readonly at: Clock;
  readonly refund: number;
  readonly random: Random;
}

function write(writers: Writers, { order, customer, at, refund, random }: Order): void {
  const amount =
    random.pick(products)[1] *
    random.weighted([
      [1, 80],
      [2, 16],
      [3, 4],
    ] as const);
  writers.orders.add([
    order,
    customer.id,
    customer.email,
    written(at),
    amount.toFixed(2),
    (amount * refund).toFixed(2),
    'BRL',
  ]);
}

const networks = [
  ['instagram', 48_200, 46, 0.72],
  ['facebook', 31_900, 4, 0.3],
  ['x', 6_150, 2, 0.2],
] as const;

/** Posts and followers of the shop's networks over the whole span. */
export function social(writers: Writers): void {
  for (const [network, start, growth, pace] of networks) {
    const random = randomStream(`social ${network}`);
    let followers: number = start;
    for (let index = 0; index < days; index++) {
      const midnight = firstDay + index * day;
      followers += Math.round(growth * (1 + 0.6 * random.normal()) * busyness(midnight));
      writers.followers.add([network, writtenDay(midnight), followers]);
      if (!random.chance(pace)) continue;
      const shares = Math.round(random.around(followers * 0.0011, 0.9));
      const impressions = Math.round(random.around(followers * 0.35, 0.5));
      const at = written(midnight + random.whole(9, 20) * 3600 + random.whole(0, 3599));
      writers.social_posts.add([`${network}-${index + 1}`, network, at, shares, impressions]);
    }
  }
}
