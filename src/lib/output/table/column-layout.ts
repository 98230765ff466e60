/** How the reader has laid a grid's columns out, by their names: columns come and go with each run. */
export interface ColumnLayout {
  /** The order that was last made by hand; columns that it does not know stay behind those it knows. */
  readonly order: readonly string[];
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export const plainLayout: ColumnLayout = { order: [], pinned: [], hidden: [], widths: {} };

/** The columns that are shown, from left to right: those pinned first. */
export function shownColumns(names: readonly string[], layout: ColumnLayout): string[] {
  const shown = ordered(names, layout).filter((name) => !layout.hidden.includes(name));
  const isPinned = (name: string) => layout.pinned.includes(name);
  return [...shown.filter(isPinned), ...shown.filter((name) => !isPinned(name))];
}

/** Whether other columns are shown than there are, or in another order. */
export function isRearranged(names: readonly string[], layout: ColumnLayout): boolean {
  const shown = shownColumns(names, layout);
  return shown.length !== names.length || shown.some((name, index) => name !== names[index]);
}

/** Takes a column to a place among those shown; pinned ones stay among themselves, and so do the others. */
export function moveColumn(
  names: readonly string[],
  layout: ColumnLayout,
  { name, to }: { readonly name: string; readonly to: number },
): ColumnLayout {
  const shown = shownColumns(names, layout);
  const pinned = shown.filter((each) => layout.pinned.includes(each)).length;
  const isPinned = layout.pinned.includes(name);
  const [least, most] = isPinned ? [0, pinned - 1] : [pinned, shown.length - 1];
  const place = Math.max(least, Math.min(most, to));
  const others = shown.filter((each) => each !== name);
  const moved = [...others.slice(0, place), name, ...others.slice(place)];
  const hidden = ordered(names, layout).filter((each) => layout.hidden.includes(each));
  return { ...layout, order: [...moved, ...hidden] };
}

/** Pins a column, or lets it go where it was. */
export function togglePin(layout: ColumnLayout, name: string): ColumnLayout {
  return { ...layout, pinned: toggled(layout.pinned, name) };
}

/** Hides a column, or shows it again. */
export function toggleHidden(layout: ColumnLayout, name: string): ColumnLayout {
  return { ...layout, hidden: toggled(layout.hidden, name) };
}

export function resizeColumn(layout: ColumnLayout, name: string, width: number): ColumnLayout {
  return { ...layout, widths: { ...layout.widths, [name]: Math.max(48, Math.round(width)) } };
}

function ordered(names: readonly string[], { order }: ColumnLayout): string[] {
  const place = new Map(order.map((name, index) => [name, index]));
  const known = names.filter((name) => place.has(name));
  const unknown = names.filter((name) => !place.has(name));
  return [...known.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)), ...unknown];
}

function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}
