/** In milliseconds: what is drawn for the first time has its height by then. */
const settling = 500;
let leave = new AbortController();

/**
 * Brings what is in a scroller into sight and holds it there while what is above it takes its height, which is a guess until it is
 * drawn. Whatever the reader does ends it, and so do another scrolling and the next to be brought.
 */
export function bring(element: Element, scroller: Element, block: ScrollLogicalPosition): void {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const until = performance.now() + settling;
  let top = scroller.scrollTop;
  let height = scroller.scrollHeight;
  const hold = () => {
    const isScrolled = scroller.scrollTop !== top && scroller.scrollHeight === height;
    if (signal.aborted || !element.isConnected || isScrolled) return;
    element.scrollIntoView({ block });
    top = scroller.scrollTop;
    height = scroller.scrollHeight;
    if (performance.now() < until) requestAnimationFrame(hold);
  };
  for (const act of ['wheel', 'pointerdown', 'keydown', 'dragenter'])
    addEventListener(act, () => leave.abort(), { capture: true, passive: true, signal });
  hold();
}
