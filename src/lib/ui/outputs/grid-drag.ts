/** Follows a pointer from where it went down until it is let go; told how far it has gone. */
export function followPointer(
  event: PointerEvent,
  { onmove, onend }: { readonly onmove: (moved: PointerEvent) => void; readonly onend?: () => void },
): void {
  const { currentTarget: handle, pointerId } = event;
  if (!(handle instanceof HTMLElement)) return;
  handle.setPointerCapture(pointerId);
  handle.addEventListener('pointermove', onmove);
  handle.addEventListener(
    'lostpointercapture',
    () => {
      handle.removeEventListener('pointermove', onmove);
      onend?.();
    },
    { once: true },
  );
}

/** The place that a column would take if it were let go here, among `headings` in their order. */
export function placeAt(
  x: number,
  headings: readonly { readonly at: number; readonly box: DOMRect }[],
  from: number,
): number {
  const over = headings.find(({ box }) => x >= box.left && x < box.right);
  if (!over)
    return x < (headings[0]?.box.left ?? 0) ? (headings[0]?.at ?? from) : (headings.at(-1)?.at ?? from);
  const slot = over.at + (x > over.box.left + over.box.width / 2 ? 1 : 0);
  return slot > from ? slot - 1 : slot;
}
