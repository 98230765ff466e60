/** How finely a trend cuts time. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter'] as const;
export type Grain = (typeof grains)[number];

export function isGrain(value: unknown): value is Grain {
  return grains.some((grain) => grain === value);
}
