/** Tells when an element comes near the screen and when it is far again. */
export function near(tell: (isNear: boolean) => void): (element: HTMLElement) => () => void {
  return (element) => {
    tellers.set(element, tell);
    observer ??= new IntersectionObserver(told, { rootMargin: '600px 0px' });
    observer.observe(element);
    return () => {
      tellers.delete(element);
      observer?.unobserve(element);
    };
  };
}

/** One for all: with every frame the browser asks each observer there is. */
let observer: IntersectionObserver | undefined;
const tellers = new Map<Element, (isNear: boolean) => void>();

function told(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) tellers.get(target)?.(isIntersecting);
}
