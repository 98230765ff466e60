/** Gives a list again for as long as the next one has the same members: what is derived from it is not derived anew. */
export function steady<T>(): (next: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (next) => {
    if (next.length !== last.length || next.some((member, at) => member !== last[at])) last = next;
    return last;
  };
}
