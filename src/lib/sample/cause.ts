import { clock, written, type Clock } from './calendar.ts';

/** The zone that the sample's instants are written in. */
export const sampleTimeZone = 'America/Sao_Paulo';

export const carrierChange: Clock = clock('2026-04-13');
/** The old carrier of the Northeast, and the one that took over: its parcels arrive late and its tracking stands still. */
export const carriers = { before: 'transportadora-expresso', after: 'transportadora-ventolog' } as const;

/** A campaign that brings more people to Instagram, where they are as happy as elsewhere: a change of mix that explains nothing. */
export const campaign: Clock = clock('2026-04-20');

export interface PlantedCause {
  /** The Monday it begins, wall clock. */
  readonly from: string;
  readonly segment: { readonly type: string; readonly channel: string; readonly site: string };
  readonly tag: string;
  readonly words: readonly string[];
  readonly decoy: { readonly channel: string };
}

/** What was planted, for those who check that an investigation finds it. */
export const plantedCause: PlantedCause = {
  from: written(carrierChange)!,
  segment: { type: 'Entrega', channel: 'whatsapp', site: 'Nordeste' },
  tag: carriers.after,
  words: ['atraso', 'rastreio'],
  decoy: { channel: 'instagram' },
};

export function isPlanted(ticket: { at: Clock; type: string; channel: string; site: string }): boolean {
  const { type, channel, site } = plantedCause.segment;
  return (
    ticket.at >= carrierChange && ticket.type === type && ticket.channel === channel && ticket.site === site
  );
}
