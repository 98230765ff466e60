import { day, days, end, firstDay, written } from './calendar.ts';
import { ring } from './call.ts';
import { orders, quietOrders, social } from './commerce.ts';
import { converse } from './conversation.ts';
import { mergedStory, spamStory } from './ending.ts';
import { customerCount, decide, emptyMemory, planDay, type Memory } from './facts.ts';
import { makeAgents, makeCustomer, type Agent, type Customer } from './people.ts';
import { slaTargetRows } from './promise.ts';
import { randomStream, type Random } from './random.ts';
import { openWriters, record, type Writers } from './record.ts';
import { botId, botName } from './shop.ts';
import { invitations, sessions } from './staffing.ts';
import { beginStory, seenByTheEnd, type Facts, type Story } from './story.ts';
import { survey } from './survey.ts';

/** One export file of the sample, as the import takes it. */
export interface SampleFile {
  readonly name: string;
  readonly size: number;
  readonly blob: Blob;
}

export interface SampleOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
  /** Lets others work; called whenever a slice of work has lasted long enough to be felt. */
  readonly pause?: () => Promise<void>;
  readonly now?: () => number;
}

const sliceMilliseconds = 24;

/**
 * Nine months of a Brazilian homeware shop's support, one CSV file a table, the same on every machine.
 * The work is done in slices, so that a page stays alive meanwhile.
 */
export async function sampleFiles({
  signal,
  onProgress = () => {},
  pause = () => new Promise((resolve) => setTimeout(resolve, 0)),
  now = () => performance.now(),
}: SampleOptions = {}): Promise<readonly SampleFile[]> {
  const writers = openWriters();
  let since = now();
  for (const fraction of writeSample(writers)) {
    if (now() - since < sliceMilliseconds) continue;
    onProgress(fraction);
    await pause();
    signal?.throwIfAborted();
    since = now();
  }
  onProgress(1);
  return Object.values(writers).map((writer) => {
    const blob = writer.blob();
    return { name: writer.name, size: blob.size, blob };
  });
}

/** Writes every table, yielding how far it is after each small piece. */
function* writeSample(writers: Writers): Generator<number> {
  const agents = makeAgents();
  const customers: Customer[] = [];
  while (customers.length < customerCount) {
    customers.push(makeCustomer(customers.length));
    if (customers.length % 500 === 0) yield 0;
  }
  const memory = emptyMemory(customers);
  writeAgents(agents, writers);
  social(writers);
  for (const row of slaTargetRows()) writers.sla_targets.add(row);
  yield 0.01;
  for (let index = 0; index < days; index++) {
    writeDay(firstDay + index * day, agents, memory, writers);
    yield 0.01 + (0.97 * (index + 1)) / days;
  }
  writeCustomers(memory, writers);
  yield 1;
}

function writeAgents(agents: readonly Agent[], writers: Writers): void {
  for (const { id, name, team } of agents) writers.agents.add([id, name, team, false]);
  writers.agents.add([botId, botName, null, true]);
}

function writeCustomers(memory: Memory, writers: Writers): void {
  for (const { id, email, name, organisation, createdAt, segment, stage } of memory.customers) {
    writers.customers.add([id, email, name, organisation, written(createdAt), segment, stage]);
  }
}

function writeDay(midnight: number, agents: readonly Agent[], memory: Memory, writers: Writers): void {
  const random = randomStream(`day ${midnight}`);
  for (const plan of planDay(midnight, random)) {
    const facts = decide(plan, memory, random);
    const story = seenByTheEnd(tell(facts, memory, agents, random));
    record(story, writers);
    orders(story, memory, writers, random);
  }
  sessions(midnight, agents, writers, random);
  invitations(midnight, memory, writers, random);
  quietOrders(midnight, memory, writers, random);
}

function tell(facts: Facts, memory: Memory, agents: readonly Agent[], random: Random): Story {
  if (facts.channel === 'email' && random.chance(0.06)) return forget(memory, spamStory(facts, random));
  if (facts.channel !== 'phone' && facts.channel !== 'chat' && random.chance(0.02)) {
    const merged = mergedStory(facts, memory, agents, random);
    if (merged !== undefined) return forget(memory, merged);
  }
  const story = beginStory(facts);
  if (facts.channel === 'phone') ring(story, agents, random);
  else converse(story, agents, random);
  if (facts.at < end) survey(story, agents, random);
  return story;
}

/** Nobody comes back about spam, nor about a ticket that was joined to another. */
function forget(memory: Memory, story: Story): Story {
  memory.recent.pop();
  return story;
}
