/** Whether `npm run test:all` asks: then what is otherwise tried on a part is tried on all there is. */
export const isInFull = import.meta.env.MODE === 'full';

/** All of it in full; otherwise every `nth`, the first one among them. */
export function everyNth<Item>(items: readonly Item[], nth: number): readonly Item[] {
  return isInFull ? items : items.filter((_, index) => index % nth === 0);
}
