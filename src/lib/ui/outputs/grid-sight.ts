interface SightWatch {
  readonly onsize: (size: { readonly width: number; readonly height: number }) => void;
  readonly onsight: (isInSight: boolean) => void;
}

/** Tells how large an element is inside and whether it is on the screen, until it is let go. */
export function watchSight(element: HTMLElement, { onsize, onsight }: SightWatch): () => void {
  const sizes = new ResizeObserver(() =>
    onsize({ width: element.clientWidth, height: element.clientHeight }),
  );
  const sights = new IntersectionObserver(([entry]) => onsight(entry?.isIntersecting ?? false));
  sizes.observe(element);
  sights.observe(element);
  return () => {
    sizes.disconnect();
    sights.disconnect();
  };
}
