import { getContext, setContext } from 'svelte';

const key = Symbol('nearness');

/** Says to all that is inside whether it is on the screen or nearly so: nothing is asked of the data for what is far. */
export function setNearness(isNear: () => boolean): void {
  setContext(key, isNear);
}

export function getNearness(): () => boolean {
  return getContext<(() => boolean) | undefined>(key) ?? (() => true);
}
