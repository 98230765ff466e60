/** Where the reader is in a notebook: the cells selected, and whether keys go to the notebook or into a cell. */
export class CellSelection {
  mode = $state<'command' | 'edit'>('command');
  /** The cell that keys act on; the others of `ids` are selected with it. */
  focused = $state<string | null>(null);
  anchor = $state<string | null>(null);
  /** Where the cursor goes when the editor of the focused cell takes over. */
  cursor = $state<'start' | 'end' | 'keep'>('keep');
  /** The cell in which the query at its cursor is previewed. */
  previewed = $state<string | null>(null);

  readonly ids = $derived.by((): readonly string[] => {
    const order = this.order();
    const from = order.indexOf(this.anchor ?? this.focused ?? '');
    const to = order.indexOf(this.focused ?? '');
    if (to < 0) return [];
    return from < 0 ? order.slice(to, to + 1) : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  });

  /** `order` gives the ids of all cells, top to bottom. */
  constructor(private readonly order: () => readonly string[]) {
    this.focused = order()[0] ?? null;
    this.anchor = this.focused;
  }

  select(id: string | null, { extend = false }: { extend?: boolean } = {}): void {
    this.focused = id;
    if (!extend) this.anchor = id;
    this.mode = 'command';
  }

  selectAll(): void {
    const order = this.order();
    this.select(order.at(-1) ?? null);
    this.anchor = order[0] ?? null;
  }

  edit(id: string, cursor: 'start' | 'end' | 'keep' = 'keep'): void {
    this.focused = id;
    this.anchor = id;
    this.cursor = cursor;
    this.mode = 'edit';
  }

  togglePreview(): void {
    this.previewed = this.previewed === this.focused ? null : this.focused;
  }

  leave(): void {
    this.mode = 'command';
  }

  /** Moves by cells; false at an end. */
  move(by: number, options: { extend?: boolean } = {}): boolean {
    const order = this.order();
    const at = order.indexOf(this.focused ?? '');
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))];
    if (next === undefined || next === this.focused) return false;
    this.select(next, options);
    return true;
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  /** After cells went: stays near where they were. */
  settle(at: number): void {
    const order = this.order();
    if (this.focused !== null && order.includes(this.focused)) {
      if (this.anchor !== null && !order.includes(this.anchor)) this.anchor = this.focused;
      return;
    }
    this.select(order[Math.min(at, order.length - 1)] ?? null);
  }
}
