/** Tells when an element comes near the screen and when it is far again. */
export function near(tell: (isNear: boolean) => void): (element: HTMLElement) => () => void {
  return (element) => {
    tellers.set(element, tell);
    observer ??= new IntersectionObserver(told, { rootMargin: '600px 0px' });
    observer.observe(element);
    return () => {
      tellers.delete(element);
      later.delete(element);
      observer?.unobserve(element);
    };
  };
}

/** One for all: with every frame the browser asks each observer there is. */
let observer: IntersectionObserver | undefined;
const tellers = new Map<Element, (isNear: boolean) => void>();

/**
 * Near, and not on the screen. They are told a frame after those on it: where one of these changes its style, the browser does not
 * hold the page in its place as others grow above.
 */
const later = new Set<Element>();

function told(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting, boundingClientRect: box } of entries) {
    if (isIntersecting && (box.bottom < 0 || box.top > innerHeight)) later.add(target);
    else {
      later.delete(target);
      tellers.get(target)?.(isIntersecting);
    }
  }
  if (later.size > 0) requestAnimationFrame(() => setTimeout(tellLater));
}

function tellLater(): void {
  for (const element of later) tellers.get(element)?.(true);
  later.clear();
}
