import { afterWorking, hour } from './calendar.ts';
import { spamWords, type Memory } from './facts.ts';
import { someoneOf, type Agent } from './people.ts';
import type { Random } from './random.ts';
import { teamFor } from './shop.ts';
import {
  beginStory,
  byAgent,
  bySystem,
  customerSays,
  happens,
  setStatus,
  setTeam,
  type Facts,
  type Story,
} from './story.ts';

/** A letter that nobody answers: the filter sees it, or the first person who opens it. */
export function spamStory(facts: Facts, random: Random): Story {
  const words = spamWords(random);
  const story = beginStory({
    ...facts,
    ...words,
    intent: '',
    type: '',
    order: null,
    tags: [],
    followUpOf: null,
  });
  customerSays(story, facts.at, words.opening);
  setTeam(story, facts.at + 2, 'E-mail', bySystem);
  setStatus(story, facts.at + random.whole(2, 600), 'spam', bySystem);
  return story;
}

/** The same person about the same thing on another ticket: an agent joins the two. Undefined where there is none to join. */
export function mergedStory(
  facts: Facts,
  memory: Memory,
  agents: readonly Agent[],
  random: Random,
): Story | undefined {
  const other = memory.recent.findLast(({ id, at }) => id !== facts.id && at > facts.at - 6 * hour);
  if (other === undefined || other.followUpOf !== null || facts.followUpOf !== null) return undefined;
  const { customer, type, intent, subject, order, tags, priority, isPlanted } = other;
  const story = beginStory({ ...facts, customer, type, intent, subject, order, tags, priority, isPlanted });
  const team = teamFor(facts.channel);
  customerSays(story, facts.at, 'Oi, mandei mensagem antes e ninguém respondeu');
  setTeam(story, facts.at + 3, team, bySystem);
  const at = afterWorking(facts.at, random.around(1800, 0.6));
  const agent = someoneOf(agents, team, at, random);
  happens(story, { at, kind: 'merge', from: null, to: other.id, ...byAgent(agent) });
  setStatus(story, at, 'merged', byAgent(agent));
  story.mergedInto = other.id;
  return story;
}
