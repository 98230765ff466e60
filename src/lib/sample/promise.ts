import { hour, type Clock } from './calendar.ts';
import type { Field } from './csv.ts';
import type { Facts } from './story.ts';

const firstResponseSeconds: Readonly<Record<string, number>> = {
  whatsapp: hour,
  chat: 300,
  email: 8 * hour,
  web_form: 8 * hour,
  instagram: 4 * hour,
  facebook: 4 * hour,
};
const resolutionSeconds: Readonly<Record<string, number>> = {
  low: 120 * hour,
  normal: 72 * hour,
  high: 36 * hour,
  urgent: 12 * hour,
};

/** When the first response and the resolution of a ticket are due; a call has no first response to wait for. */
export function promised({ at, channel, priority }: Facts): {
  firstResponse: Clock | null;
  resolution: Clock;
} {
  const first = firstResponseSeconds[channel];
  return {
    firstResponse: first === undefined ? null : at + first,
    resolution: at + (resolutionSeconds[priority] ?? 72 * hour),
  };
}

export const slaTargetColumns = ['policy', 'priority', 'channel', 'kind', 'seconds', 'clock'];

export function slaTargetRows(): readonly (readonly Field[])[] {
  const first = Object.entries(firstResponseSeconds).map(([channel, seconds]) => [
    'Padrão',
    null,
    channel,
    'first_response',
    seconds,
    'calendar',
  ]);
  const resolution = Object.entries(resolutionSeconds).map(([priority, seconds]) => [
    'Padrão',
    priority,
    null,
    'resolution',
    seconds,
    'calendar',
  ]);
  return [...first, ...resolution];
}
