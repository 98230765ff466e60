import { isOpen, momentOf, written, type Clock } from './calendar.ts';
import type { Memory } from './facts.ts';
import { shiftOf, type Agent } from './people.ts';
import type { Random } from './random.ts';
import type { Writers } from './record.ts';

/** Who was online and away on a day. */
export function sessions(midnight: Clock, agents: readonly Agent[], writers: Writers, random: Random): void {
  for (const agent of agents) {
    const shift = shiftOf(agent, midnight);
    if (shift === null) continue;
    const from = shift[0] - random.whole(0, 240);
    const to = shift[1] + random.whole(0, 300);
    const pause = Math.round(from + (to - from) * (0.4 + 0.2 * random.next()));
    const back = pause + random.whole(17, 25) * 60;
    writers.agent_sessions.add([agent.id, 'online', written(from), written(pause)]);
    writers.agent_sessions.add([agent.id, 'away', written(pause), written(back)]);
    writers.agent_sessions.add([agent.id, 'online', written(back), written(to)]);
  }
}

/** Invitations to chat that nobody took up. */
export function invitations(midnight: Clock, memory: Memory, writers: Writers, random: Random): void {
  for (let index = 0; index < 16; index++) {
    const at = momentOf(midnight, random);
    const customer = random.chance(0.35) ? random.pick(memory.customers).id : null;
    if (isOpen(at))
      writers.invitations.add([`I${midnight / 86_400}-${index}`, written(at), customer, false, null]);
  }
}
