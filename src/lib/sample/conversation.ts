import { afterWorking, hour, isOpen, type Clock } from './calendar.ts';
import { someoneOf, whenAtWork, type Agent } from './people.ts';
import {
  botAnswers,
  botThanks,
  closings,
  followUps,
  greetings,
  lateReplies,
  notes,
  reopenings,
  replies,
} from './phrases/talk.ts';
import type { Random } from './random.ts';
import { botId, shop, teamFor, type Team } from './shop.ts';
import {
  agentSays,
  assign,
  byAgent,
  bySystem,
  customerSays,
  happens,
  machineSays,
  setStatus,
  setTeam,
  type Story,
} from './story.ts';

/** Median seconds of each step of a conversation on a channel. */
interface Rhythm {
  readonly queue: number;
  readonly firstReply: number;
  readonly reply: number;
  readonly customer: number;
  readonly rounds: number;
  /** Share of questions that the first answer settles, with no more words on either side. */
  readonly atOnce: number;
}

const chatRhythm: Rhythm = { queue: 11, firstReply: 22, reply: 55, customer: 60, rounds: 2.2, atOnce: 0.25 };
const socialRhythm: Rhythm = {
  queue: 900,
  firstReply: 240,
  reply: 700,
  customer: 2400,
  rounds: 1.2,
  atOnce: 0.4,
};
const mailRhythm: Rhythm = {
  queue: 2400,
  firstReply: 4200,
  reply: 6000,
  customer: 5 * hour,
  rounds: 0.9,
  atOnce: 0.5,
};
const rhythms: Readonly<Record<string, Rhythm>> = {
  whatsapp: { queue: 200, firstReply: 45, reply: 150, customer: 240, rounds: 1.9, atOnce: 0.35 },
  chat: chatRhythm,
  instagram: socialRhythm,
  facebook: socialRhythm,
  email: mailRhythm,
  web_form: mailRhythm,
};

/** A written conversation from its first message to its end, whatever the end is. */
export function converse(story: Story, agents: readonly Agent[], random: Random): void {
  const { facts } = story;
  const rhythm = rhythms[facts.channel] ?? mailRhythm;
  const isLive = facts.channel === 'whatsapp' || facts.channel === 'chat';
  open(story, random, isLive);
  setTeam(story, facts.at + 3, teamFor(facts.channel), bySystem);
  if (isLive && !facts.isPlanted && !facts.isProactive && random.chance(0.11))
    return botSolves(story, random);
  story.isOffline = facts.channel === 'chat' && !isOpen(facts.at);
  if (facts.channel === 'chat' && !story.isOffline && random.chance(0.075))
    return givesUp(story, agents, random);
  const start = attend(story, { agents, random, rhythm, isLive });
  if (!facts.isPlanted && random.chance(0.03)) return goesSilent(story, start, rhythm, random);
  const answered = answer(
    story,
    start,
    rhythm.firstReply,
    random,
    facts.isPlanted ? lateReplies : facts.answers,
  );
  const isSettled = !facts.isPlanted && random.chance(rhythm.atOnce);
  const done = isSettled ? answered : talk(story, { agents, random, rhythm, answered });
  if (!facts.isPlanted && random.chance(0.004)) return;
  if (isSettled) markSolved(story, done + random.whole(20, 240));
  else solve(story, done, random);
  if (random.chance(facts.isPlanted ? 0.13 : 0.045)) reopen(story, done, rhythm, random);
  close(story, random);
}

function open(story: Story, random: Random, isLive: boolean): void {
  const { facts } = story;
  if (facts.isProactive)
    machineSays(story, facts.at, 'system', null, `Oi! Posso ajudar a escolher na ${shop}?`);
  const at = facts.isProactive ? facts.at + random.whole(8, 90) : facts.at;
  customerSays(story, at, facts.opening);
  if (isLive && !facts.isProactive)
    machineSays(story, at + random.whole(2, 5), 'bot', botId, random.pick(greetings));
}

function botSolves(story: Story, random: Random): void {
  const { at } = story.facts;
  const answered = at + random.whole(12, 40);
  machineSays(story, answered, 'bot', botId, random.pick(botAnswers));
  const done = answered + random.whole(30, 420);
  customerSays(story, done, random.pick(botThanks));
  const bot = { actor: 'bot', actorId: botId } as const;
  setStatus(story, done + 5, 'solved', bot);
  happens(story, { at: done + 5, kind: 'solve', from: null, to: 'solved', ...bot });
  setStatus(story, done + 24 * hour, 'closed', bySystem);
}

function givesUp(story: Story, agents: readonly Agent[], random: Random): void {
  const { at } = story.facts;
  story.isMissed = random.chance(0.3);
  const left = at + Math.round(story.isMissed ? 900 : random.around(170, 0.7));
  const rung = someoneOf(agents, teamFor(story.facts.channel), at + 10, random);
  story.offers.push({ at: at + 10, agentId: rung.id, result: 'timeout' });
  setStatus(story, Math.max(left, at + 20), 'closed', bySystem);
}

/** The agent asks, the customer never answers; after ten days the system closes. */
function goesSilent(story: Story, start: Clock, rhythm: Rhythm, random: Random): void {
  const asked = answer(story, start, rhythm.firstReply, random, replies);
  setStatus(story, asked + 2, 'pending', byAgent(story.agent!));
  setStatus(story, asked + 240 * hour, 'closed', bySystem);
}

interface Attending {
  readonly agents: readonly Agent[];
  readonly random: Random;
  readonly rhythm: Rhythm;
  readonly isLive: boolean;
}

/** The queue: offers until somebody accepts, then the ticket is theirs. */
function attend(story: Story, { agents, random, rhythm, isLive }: Attending): Clock {
  const { facts } = story;
  const slow = (facts.isPlanted ? 9 : 1) * (facts.load > 1.6 ? 2.2 : 1);
  const at = afterWorking(facts.at + 4, random.around(rhythm.queue * slow, 0.75));
  const agent = someoneOf(agents, teamFor(facts.channel), at, random);
  if (isLive && !story.isOffline && isOpen(facts.at)) {
    if (random.chance(0.16)) {
      const other = someoneOf(agents, teamFor(facts.channel), at, random);
      const result = random.chance(0.4) ? 'rejected' : 'timeout';
      if (other !== agent)
        story.offers.push({ at: Math.max(facts.at + 1, at - 6), agentId: other.id, result });
    }
    story.offers.push({ at, agentId: agent.id, result: 'accepted' });
  }
  assign(story, at, agent, isLive ? byAgent(agent) : bySystem);
  setStatus(story, at, 'in_progress', byAgent(agent));
  return at;
}

interface Talk {
  readonly agents: readonly Agent[];
  readonly random: Random;
  readonly rhythm: Rhythm;
  readonly answered: Clock;
}

/** Question and answer, after the first answer, until all is said; returns the moment of the last answer. */
function talk(story: Story, { agents, random, rhythm, answered }: Talk): Clock {
  const { facts } = story;
  let at = answered;
  if (random.chance(0.08)) at = handOff(story, at, agents, random);
  const rounds = Math.floor(random.around(rhythm.rounds, 0.5));
  for (let round = 0; round < rounds; round++) {
    const agent = story.agent!;
    setStatus(story, at + 2, 'pending', byAgent(agent));
    at += Math.round(random.around(rhythm.customer, 0.8)) + 5;
    customerSays(story, at, random.pick(followUps));
    setStatus(story, at, 'in_progress', { actor: 'customer', actorId: facts.customer.id });
    at = answer(story, at, rhythm.reply * (facts.isPlanted ? 3 : 1), random, replies);
  }
  if (facts.type === 'Entrega' && random.chance(facts.isPlanted ? 0.4 : 0.1))
    at = waitForCarrier(story, at, random);
  return at;
}

function answer(
  story: Story,
  from: Clock,
  median: number,
  random: Random,
  phrases: readonly string[],
): Clock {
  const agent = story.agent!;
  const at = whenAtWork(agent, Math.round(from + random.around(median, 0.7)) + 4);
  agentSays(story, at, agent, fill(story, random.pick(phrases)));
  if (random.chance(0.05)) agentSays(story, at + 15, agent, random.pick(notes), false);
  return at;
}

function handOff(story: Story, from: Clock, agents: readonly Agent[], random: Random): Clock {
  const before = story.agent!;
  const at = afterWorking(from + random.whole(30, 300), 0);
  const team: Team = story.facts.type !== 'Entrega' && random.chance(0.5) ? 'Pós-venda' : before.team;
  const next = someoneOf(agents, team, at, random);
  if (next === before) return from;
  happens(story, { at, kind: 'handoff', from: before.id, to: next.id, ...byAgent(before) });
  if (team !== story.team) setTeam(story, at, team, byAgent(before));
  assign(story, at, next, byAgent(before));
  return answer(story, at, 240, random, replies);
}

function waitForCarrier(story: Story, from: Clock, random: Random): Clock {
  const agent = story.agent!;
  setStatus(story, from + 20, 'hold', byAgent(agent));
  const at = whenAtWork(agent, afterWorking(from, random.around(9 * hour, 0.6)));
  setStatus(story, at, 'in_progress', byAgent(agent));
  return answer(story, at, 200, random, story.facts.isPlanted ? lateReplies : story.facts.answers);
}

function solve(story: Story, after: Clock, random: Random): void {
  const agent = story.agent!;
  const at = after + random.whole(20, 240);
  agentSays(story, at, agent, fill(story, random.pick(closings)));
  markSolved(story, at + 2);
}

function markSolved(story: Story, at: Clock): void {
  const agent = byAgent(story.agent!);
  happens(story, { at, kind: 'solve', from: null, to: 'solved', ...agent });
  setStatus(story, at, 'solved', agent);
}

function reopen(story: Story, solved: Clock, rhythm: Rhythm, random: Random): void {
  const customer = { actor: 'customer', actorId: story.facts.customer.id } as const;
  const at = solved + 600 + Math.round(random.around(16 * hour, 0.8));
  customerSays(story, at, random.pick(reopenings));
  happens(story, { at, kind: 'reopen', from: story.status, to: 'in_progress', ...customer });
  setStatus(story, at, 'in_progress', customer);
  const answered = answer(story, afterWorking(at, 0), rhythm.reply * 2, random, replies);
  solve(story, answered, random);
}

function close(story: Story, random: Random): void {
  const solved = story.events.findLast(({ kind }) => kind === 'solve')!.at;
  const isQuick = story.facts.channel !== 'email' && random.chance(0.7);
  if (isQuick) setStatus(story, solved + random.whole(60, 1200), 'closed', byAgent(story.agent!));
  else setStatus(story, solved + 72 * hour, 'closed', bySystem);
}

/** Puts the ticket's own words into a phrase. */
export function fill(story: Story, phrase: string): string {
  const { customer, order } = story.facts;
  return phrase
    .replaceAll('{first}', customer.first)
    .replaceAll('{order}', order ?? '')
    .replaceAll('{city}', customer.city);
}
