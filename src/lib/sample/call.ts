import { afterWorking, isOpen } from './calendar.ts';
import { someoneOf, type Agent } from './people.ts';
import { callNotes } from './phrases/talk.ts';
import type { Random } from './random.ts';
import { agentSays, assign, byAgent, bySystem, happens, setStatus, setTeam, type Story } from './story.ts';

/** A call to the shop: answered, given up in the queue, or missed because nobody was there. */
export function ring(story: Story, agents: readonly Agent[], random: Random): void {
  const { at, load } = story.facts;
  setTeam(story, at, 'Voz', bySystem);
  if (!isOpen(at)) return end(story, Math.round(random.around(25, 0.4)), 'missed');
  const wait = Math.round(random.around(load > 1.6 ? 110 : 34, 0.85));
  const patience = Math.round(-Math.log(1 - random.next()) * 420) + 5;
  if (wait > patience) return end(story, patience, 'abandoned');
  attend(story, wait, agents, random);
}

function end(story: Story, seconds: number, outcome: 'abandoned' | 'missed'): void {
  const { at } = story.facts;
  story.isMissed = outcome === 'missed';
  const nothing = { answeredAt: null, agentId: null, talk: null, hold: null, wrap: null };
  story.call = { startedAt: at, endedAt: at + seconds, outcome, ...nothing };
  setStatus(story, at + seconds, 'closed', bySystem);
}

function attend(story: Story, wait: number, agents: readonly Agent[], random: Random): void {
  const { at } = story.facts;
  const answeredAt = at + wait;
  const agent = someoneOf(agents, 'Voz', at, random);
  const talk = Math.round(random.around(245, 0.55)) + 15;
  const hold = random.chance(0.28) ? Math.round(random.around(70, 0.6)) : 0;
  const wrap = Math.round(random.around(42, 0.45));
  const endedAt = answeredAt + talk + hold;
  story.call = {
    startedAt: at,
    answeredAt,
    endedAt,
    agentId: agent.id,
    talk,
    hold,
    wrap,
    outcome: 'answered',
  };
  assign(story, answeredAt, agent, bySystem);
  setStatus(story, answeredAt, 'in_progress', byAgent(agent));
  agentSays(story, endedAt + Math.max(5, wrap - 8), agent, random.pick(callNotes), false);
  const solved = random.chance(0.8) ? endedAt + wrap : afterWorking(endedAt, random.around(14_000, 0.7));
  happens(story, { at: solved, kind: 'solve', from: null, to: 'solved', ...byAgent(agent) });
  setStatus(story, solved, 'solved', byAgent(agent));
  setStatus(story, solved + random.whole(60, 900), 'closed', byAgent(agent));
}
