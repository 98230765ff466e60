/** Tells when an element comes near the screen and when it is far again; cells far away hold no editor. */
export function near(tell: (isNear: boolean) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const observer = new IntersectionObserver(
      ([entry]) => entry && inTurn(element, () => tell(entry.isIntersecting)),
      { rootMargin: '600px 0px' },
    );
    observer.observe(element);
    return () => {
      waiting.delete(element);
      observer.disconnect();
    };
  };
}

/** What to tell of each element. One is told at a time: many editors made at once would hold up the scrolling. */
const waiting = new Map<HTMLElement, () => void>();

function inTurn(element: HTMLElement, tell: () => void): void {
  if (waiting.size === 0) setTimeout(tellNext);
  waiting.set(element, tell);
}

function tellNext(): void {
  const [first] = waiting;
  if (!first) return;
  const [element, tell] = first;
  waiting.delete(element);
  tell();
  if (waiting.size > 0) setTimeout(tellNext);
}
