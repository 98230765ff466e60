/** In milliseconds: what is drawn for the first time has its height by then. */
const settling = 500;
let leave = new AbortController();

/**
 * Brings an element into sight and holds it there while what is above it takes its height, which is a guess until it is drawn.
 * Whatever the reader does ends it, and so does the next.
 */
export function bring(element: Element, block: ScrollLogicalPosition): void {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const until = performance.now() + settling;
  const hold = () => {
    if (signal.aborted || !element.isConnected) return;
    element.scrollIntoView({ block });
    if (performance.now() < until) requestAnimationFrame(hold);
  };
  for (const act of ['wheel', 'pointerdown', 'keydown', 'dragenter'])
    addEventListener(act, () => leave.abort(), { capture: true, passive: true, signal });
  hold();
}
