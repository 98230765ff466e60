/** Tells when an element comes near the screen and when it is far again; cells far away hold no editor. */
export function near(tell: (isNear: boolean) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const observer = new IntersectionObserver(([entry]) => entry && tell(entry.isIntersecting), {
      rootMargin: '600px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
