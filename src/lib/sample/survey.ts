import { day, hour, type Clock } from './calendar.ts';
import {
  detractors,
  displeased,
  displeasedAnywhere,
  hitByCarrier,
  pleased,
  promoters,
} from './phrases/comments.ts';
import { fill } from './conversation.ts';
import type { Agent } from './people.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';

const answering: Readonly<Record<string, number>> = {
  whatsapp: 0.45,
  chat: 0.5,
  email: 0.26,
  phone: 0.36,
  instagram: 0.34,
  web_form: 0.25,
  facebook: 0.28,
};

const byType: Readonly<Record<string, number>> = {
  Entrega: 0,
  'Troca e devolução': -0.05,
  Pagamento: -0.03,
  Cancelamento: -0.05,
  'Dúvida de compra': 0.05,
  Promoção: 0.02,
};

const byChannel: Readonly<Record<string, number>> = { email: -0.04, web_form: -0.04, phone: -0.01 };

/** Asks for a rating after each solve (calls too), and some days later some are asked whether they would recommend the shop. */
export function survey(story: Story, agents: readonly Agent[], random: Random): void {
  const solves = story.events.filter(({ kind }) => kind === 'solve');
  for (const [index, { at, actorId }] of solves.entries()) {
    const agent = agents.find(({ id }) => id === actorId) ?? null;
    story.surveys.push(
      askSatisfaction(story, { solved: at, agent, isLast: index === solves.length - 1, random }),
    );
  }
  const last = solves.at(-1);
  if (last !== undefined && random.chance(0.13))
    story.surveys.push(askRecommendation(story, last.at, random));
}

interface Asking {
  readonly solved: Clock;
  readonly agent: Agent | null;
  readonly isLast: boolean;
  readonly random: Random;
}

function askSatisfaction(story: Story, { solved, agent, isLast, random }: Asking): Story['surveys'][number] {
  const { facts } = story;
  const sentAt = solved + 120;
  const rate = (answering[facts.channel] ?? 0.3) * (agent === null ? 0.45 : 1);
  const agentId = agent?.id ?? null;
  if (!random.chance(rate))
    return { kind: 'csat', sentAt, ratedAt: null, score: null, comment: null, agentId };
  const isHappy = random.chance(happiness(story, agent, isLast));
  const score = isHappy ? (random.chance(0.7) ? 5 : 4) : unhappyScore(facts.isPlanted, random);
  const comment = satisfactionComment(story, isHappy, random);
  return { kind: 'csat', sentAt, ratedAt: sentAt + delay(random), score, comment, agentId };
}

function happiness(story: Story, agent: Agent | null, isLast: boolean): number {
  const { facts } = story;
  if (facts.isPlanted) return 0.25;
  const wasReopened = story.events.some(({ kind }) => kind === 'reopen');
  const base = agent === null ? 0.8 : 0.885 + agent.skill;
  const busy = facts.load > 1.6 ? -0.03 : 0;
  const again = wasReopened ? (isLast ? -0.22 : -0.3) : 0;
  return base + busy + again + (byType[facts.type] ?? 0) + (byChannel[facts.channel] ?? 0);
}

function unhappyScore(isPlanted: boolean, random: Random): number {
  return random.weighted(
    isPlanted
      ? ([
          [1, 62],
          [2, 24],
          [3, 14],
        ] as const)
      : ([
          [1, 42],
          [2, 20],
          [3, 38],
        ] as const),
  );
}

function satisfactionComment(story: Story, isHappy: boolean, random: Random): string | null {
  if (!random.chance(isHappy ? 0.22 : 0.58)) return null;
  if (isHappy) return random.pick(pleased);
  if (story.facts.isPlanted && random.chance(0.85)) return fill(story, random.pick(hitByCarrier));
  const own = displeased[story.facts.type];
  return random.pick(own !== undefined && random.chance(0.6) ? own : displeasedAnywhere);
}

/** Most answer within the hour, some when they find the message days later. */
function delay(random: Random): number {
  return Math.round(random.chance(0.72) ? random.around(700, 0.9) : random.around(1.3 * day, 0.8)) + 8;
}

function askRecommendation(story: Story, solved: Clock, random: Random): Story['surveys'][number] {
  const sentAt = solved + 7 * day + random.whole(0, 2 * hour);
  const asked = { kind: 'nps', sentAt, agentId: null } as const;
  if (!random.chance(0.38)) return { ...asked, ratedAt: null, score: null, comment: null };
  const score = Math.round(
    Math.min(10, Math.max(0, (story.facts.isPlanted ? 4.5 : 8.9) + 2 * random.normal())),
  );
  const comment = random.chance(0.25) ? random.pick(score >= 9 ? promoters : detractors) : null;
  return {
    ...asked,
    ratedAt: sentAt + delay(random),
    score,
    comment: score === 7 || score === 8 ? null : comment,
  };
}
