import { getContext, setContext } from 'svelte';

const key = Symbol('in front');

/** Says to all that is inside whether the reader is in this part of the page: what stands twice is written in once. */
export function setInFront(isInFront: () => boolean): void {
  setContext(key, isInFront);
}

export function getInFront(): () => boolean {
  return getContext<(() => boolean) | undefined>(key) ?? (() => true);
}
