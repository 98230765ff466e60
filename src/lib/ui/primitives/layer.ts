import { getContext, setContext } from 'svelte';

const key = Symbol('layer');

/** Says to all that is inside which element lies over the page: what they show beside themselves goes into it. */
export function setLayer(layer: () => HTMLElement | undefined): void {
  setContext(key, layer);
}

export function getLayer(): () => HTMLElement | undefined {
  return getContext<(() => HTMLElement | undefined) | undefined>(key) ?? (() => undefined);
}
