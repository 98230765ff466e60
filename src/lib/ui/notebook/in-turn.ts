/** What is to be done and waits for its turn: many editors made in one task, or while one scrolls past, would hold up the scrolling. */
const waiting = new Set<() => void>();
/** How long nothing has been scrolled before it goes on, in milliseconds. */
const rest = 100;
let scrolled = -rest;

/** Does it after what was asked before, in a task of its own, once the scrolling rests. Calling what is returned takes it back. */
export function inTurn(act: () => void): () => void {
  if (waiting.size === 0) setTimeout(next);
  waiting.add(act);
  return () => waiting.delete(act);
}

function next(): void {
  const [first] = waiting;
  if (!first) return;
  const left = scrolled + rest - performance.now();
  if (left <= 0) {
    waiting.delete(first);
    first();
  }
  if (waiting.size > 0) setTimeout(next, left);
}

if (typeof document !== 'undefined')
  document.addEventListener('scroll', () => (scrolled = performance.now()), { capture: true, passive: true });
