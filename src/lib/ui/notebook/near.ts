/** Tells when an element comes near the screen and when it is far again; cells far away hold no editor. */
export function near(tell: (isNear: boolean) => void): (element: HTMLElement) => () => void {
  return (element) => {
    tellers.set(element, tell);
    observer ??= new IntersectionObserver(told, { rootMargin: '600px 0px' });
    observer.observe(element);
    return () => {
      tellers.delete(element);
      waiting.delete(element);
      observer?.unobserve(element);
    };
  };
}

/** One for all: with every frame the browser asks each observer there is. */
let observer: IntersectionObserver | undefined;
const tellers = new Map<Element, (isNear: boolean) => void>();

function told(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries)
    inTurn(target, () => tellers.get(target)?.(isIntersecting));
}

/** What to tell of each element. One is told at a time: many editors made at once would hold up the scrolling. */
const waiting = new Map<Element, () => void>();

function inTurn(element: Element, tell: () => void): void {
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
