import { end, type Clock } from './calendar.ts';
import type { Agent, Customer } from './people.ts';
import type { Channel, Team } from './shop.ts';

export type Actor = 'customer' | 'agent' | 'bot' | 'system';

export interface Message {
  readonly at: Clock;
  readonly author: Actor;
  readonly authorId: string | null;
  readonly isPublic: boolean;
  readonly isAutomated: boolean;
  readonly channel: string | null;
  readonly body: string;
}

export interface TicketEvent {
  readonly at: Clock;
  readonly kind: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly actor: Actor;
  readonly actorId: string | null;
}

export interface Offer {
  readonly at: Clock;
  readonly agentId: string;
  readonly result: 'accepted' | 'rejected' | 'timeout';
}

export interface Call {
  readonly startedAt: Clock;
  readonly answeredAt: Clock | null;
  readonly endedAt: Clock;
  readonly agentId: string | null;
  readonly talk: number | null;
  readonly hold: number | null;
  readonly wrap: number | null;
  readonly outcome: 'answered' | 'abandoned' | 'missed';
}

export interface Survey {
  readonly kind: 'csat' | 'nps';
  readonly sentAt: Clock;
  readonly ratedAt: Clock | null;
  readonly score: number | null;
  readonly comment: string | null;
  readonly agentId: string | null;
}

/** Who wrote, about what, when: known before anything happens. */
export interface Facts {
  readonly id: string;
  readonly at: Clock;
  readonly customer: Customer;
  readonly channel: Channel;
  readonly type: string;
  readonly intent: string;
  readonly subject: string;
  readonly opening: string;
  readonly answers: readonly string[];
  readonly order: string | null;
  readonly tags: readonly string[];
  readonly priority: string;
  readonly isProactive: boolean;
  readonly followUpOf: string | null;
  readonly isPlanted: boolean;
  /** How busy the day is; from 1.6 on everything takes longer. */
  readonly load: number;
}

/** One ticket as it unfolds. Everything that an export says of it is read off what happened, never set beside it. */
export interface Story {
  readonly facts: Facts;
  readonly messages: Message[];
  readonly events: TicketEvent[];
  readonly offers: Offer[];
  readonly surveys: Survey[];
  call: Call | null;
  status: string;
  team: Team | null;
  agent: Agent | null;
  mergedInto: string | null;
  isMissed: boolean;
  isOffline: boolean;
}

export function beginStory(facts: Facts): Story {
  return {
    facts,
    messages: [],
    events: [],
    offers: [],
    surveys: [],
    call: null,
    status: 'new',
    team: null,
    agent: null,
    mergedInto: null,
    isMissed: false,
    isOffline: false,
  };
}

export function customerSays(story: Story, at: Clock, body: string): void {
  const author = { author: 'customer', authorId: story.facts.customer.id } as const;
  story.messages.push({ at, ...author, isPublic: true, isAutomated: false, channel: null, body });
}

export function agentSays(story: Story, at: Clock, agent: Agent, body: string, isPublic = true): void {
  const channel = story.isOffline && isPublic ? 'email' : null;
  const author = { author: 'agent', authorId: agent.id } as const;
  story.messages.push({ at, ...author, isPublic, isAutomated: false, channel, body });
}

export function machineSays(
  story: Story,
  at: Clock,
  author: 'bot' | 'system',
  authorId: string | null,
  body: string,
): void {
  story.messages.push({ at, author, authorId, isPublic: true, isAutomated: true, channel: null, body });
}

export function happens(story: Story, event: TicketEvent): void {
  story.events.push(event);
}

export interface Doer {
  readonly actor: Actor;
  readonly actorId: string | null;
}

export function byAgent(agent: Agent): Doer {
  return { actor: 'agent', actorId: agent.id };
}

export const bySystem: Doer = { actor: 'system', actorId: null };

export function setStatus(story: Story, at: Clock, status: string, doer: Doer): void {
  if (story.status === status) return;
  happens(story, { at, kind: 'status', from: story.status, to: status, ...doer });
  story.status = status;
}

export function assign(story: Story, at: Clock, agent: Agent, doer: Doer): void {
  happens(story, { at, kind: 'assignee', from: story.agent?.id ?? null, to: agent.id, ...doer });
  story.agent = agent;
}

export function setTeam(story: Story, at: Clock, team: Team, doer: Doer): void {
  happens(story, { at, kind: 'team', from: story.team, to: team, ...doer });
  story.team = team;
}

/** What of the story has happened by the end of the sample. */
export function seenByTheEnd(story: Story): Story {
  const isSeen = ({ at }: { at: Clock }) => at < end;
  const surveys = story.surveys
    .filter(({ sentAt }) => sentAt < end)
    .map((survey) =>
      survey.ratedAt !== null && survey.ratedAt >= end
        ? { ...survey, ratedAt: null, score: null, comment: null }
        : survey,
    );
  const order = (a: { at: Clock }, b: { at: Clock }) => a.at - b.at;
  return {
    ...story,
    messages: story.messages.filter(isSeen).sort(order),
    events: story.events.filter(isSeen).sort(order),
    offers: story.offers.filter(isSeen),
    surveys,
  };
}
