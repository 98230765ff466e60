import { busyness, momentOf, phoneMomentOf, startOfDay, weekday, type Clock } from './calendar.ts';
import { campaign, carrierChange, carriers, isPlanted, plantedCause } from './cause.ts';
import type { Customer } from './people.ts';
import { spamBodies, spamSubjects, topics, type Intent } from './phrases/subjects.ts';
import type { Random } from './random.ts';
import { channelWeights, products, typesOn, type Channel } from './shop.ts';
import type { Facts } from './story.ts';

export const customerCount = 12_500;

/** What came before and may come back: the shop's memory of its latest tickets, and of order numbers. */
export interface Memory {
  readonly customers: readonly Customer[];
  readonly northeast: readonly Customer[];
  readonly recent: Facts[];
  readonly orders: Set<string>;
  nextTicket: number;
  nextOrder: number;
}

export function emptyMemory(customers: readonly Customer[]): Memory {
  const northeast = customers.filter(({ site }) => site.name === plantedCause.segment.site);
  return { customers, northeast, recent: [], orders: new Set(), nextTicket: 480_001, nextOrder: 71_350 };
}

/** A ticket to be: its moment and what decides the rest. */
export interface Plan {
  readonly at: Clock;
  readonly channel: Channel;
  readonly isExtra: boolean;
}

const ordinaryDay = 72;

/** The tickets of one day in the order of their coming; late parcels bring more of them. */
export function planDay(midnight: Clock, random: Random): readonly Plan[] {
  const count = Math.round(ordinaryDay * busyness(midnight) * (1 + 0.06 * random.normal()));
  const weights = channelWeights.map(
    ([channel, weight]) => [channel, weight * campaignPull(channel, midnight)] as const,
  );
  const plans: Plan[] = [];
  for (let index = 0; index < count; index++) {
    const channel = random.weighted(weights);
    const at = channel === 'phone' ? phoneMomentOf(midnight, random) : momentOf(midnight, random);
    if (at !== null) plans.push({ at, channel, isExtra: false });
  }
  for (let index = 0; index < extra(midnight); index++) {
    plans.push({ at: momentOf(midnight, random), channel: 'whatsapp', isExtra: true });
  }
  return plans.sort((a, b) => a.at - b.at);
}

function campaignPull(channel: Channel, midnight: Clock): number {
  return channel === plantedCause.decoy.channel && midnight >= campaign ? 1.9 : 1;
}

function extra(midnight: Clock): number {
  if (midnight < carrierChange) return 0;
  return weekday(midnight) < 5 ? 4 : 3;
}

export function decide(plan: Plan, memory: Memory, random: Random): Facts {
  const earlier = plan.isExtra ? undefined : comesBack(memory, plan, random);
  const type = plan.isExtra
    ? plantedCause.segment.type
    : (earlier?.type ?? random.weighted(typesOn(plan.channel)));
  const customer = earlier?.customer ?? random.pick(plan.isExtra ? memory.northeast : memory.customers);
  const topic = topics.find((candidate) => candidate.type === type)!;
  const intent = random.weighted(topic.intents.map((choice) => [choice, choice.weight] as const));
  const hasOrder = !['Dúvida de compra', 'Cadastro', 'Promoção'].includes(type);
  const order = hasOrder ? (earlier?.order ?? `PIT-${memory.nextOrder++}`) : null;
  const isPlantedHere = isPlanted({ at: plan.at, type, channel: plan.channel, site: customer.site.name });
  const facts: Facts = {
    id: String(memory.nextTicket++),
    at: plan.at,
    customer,
    channel: plan.channel,
    type,
    ...worded(intent, customer, order, random),
    order,
    tags: tagsOf(type, intent.intent, customer, plan.at),
    priority: priorityOf(type, isPlantedHere, random),
    isProactive: plan.channel === 'chat' && type === 'Dúvida de compra' && random.chance(0.3),
    followUpOf: earlier !== undefined && random.chance(0.35) ? earlier.id : null,
    isPlanted: isPlantedHere,
    load: busyness(startOfDay(plan.at)),
  };
  memory.recent.push(facts);
  if (memory.recent.length > 400) memory.recent.shift();
  return facts;
}

function comesBack(memory: Memory, plan: Plan, random: Random): Facts | undefined {
  if (memory.recent.length < 200 || !random.chance(0.08)) return undefined;
  const earlier = random.pick(memory.recent);
  return earlier.at < plan.at - 3600 && earlier.type !== 'Spam' ? earlier : undefined;
}

function worded(intent: Intent, customer: Customer, order: string | null, random: Random) {
  const [product] = random.pick(products);
  const put = (phrase: string) =>
    phrase
      .replaceAll('{order}', order ?? '')
      .replaceAll('{product}', product)
      .replaceAll('{city}', customer.city);
  return {
    intent: intent.intent,
    subject: put(random.pick(intent.subjects)),
    opening: put(random.pick(intent.openings)),
    answers: intent.answers.map(put),
  };
}

function tagsOf(type: string, intent: string, customer: Customer, at: Clock): readonly string[] {
  if (type !== 'Entrega') return customer.segment === 'clube' ? [intent, 'clube'] : [intent];
  const isMoved = at >= carrierChange && customer.site.carrier === carriers.before;
  return [intent, isMoved ? carriers.after : customer.site.carrier];
}

function priorityOf(type: string, isPlantedHere: boolean, random: Random): string {
  const urgent = type === 'Pagamento' || isPlantedHere ? 8 : 3;
  return random.weighted([
    ['low', 14],
    ['normal', 66],
    ['high', 14 + urgent],
    ['urgent', urgent],
  ] as const);
}

export function spamWords(random: Random) {
  return { subject: random.pick(spamSubjects), opening: random.pick(spamBodies) };
}
