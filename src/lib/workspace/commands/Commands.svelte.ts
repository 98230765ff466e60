import { untrack } from 'svelte';
import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';
import { labelOf, parseKeybinding, strokeOf, type KeyPress } from './keybinding.ts';

const recentKept = 50;

/** All commands, and the keys that call them. Parts of the workbench add theirs while they are there. */
export class Commands {
  list = $state.raw<readonly Command[]>([]);
  /** The first stroke of a chord, while the second is awaited. */
  pending = $state.raw<string | null>(null);
  /** The commands chosen in the palette, the last one first. */
  recent: readonly string[] = [];

  #workspace: Workspace;
  readonly #mac: boolean;
  readonly #bindings = $derived.by(() =>
    this.list.flatMap((command) =>
      (command.keys ?? []).map((keys) => ({ command, strokes: parseKeybinding(keys) })),
    ),
  );

  constructor(workspace: Workspace, commands: readonly Command[], { mac = false } = {}) {
    this.#workspace = workspace;
    this.#mac = mac;
    this.list = commands;
  }

  /** Adds commands until the returned function is called. May be called from an effect, which it does not tie itself to. */
  register(commands: readonly Command[]): () => void {
    this.list = [...untrack(() => this.list), ...commands];
    return () => {
      this.list = untrack(() => this.list).filter((command) => !commands.includes(command));
    };
  }

  available(command: Command): boolean {
    return command.when?.(this.#workspace) ?? true;
  }

  async run(id: string): Promise<void> {
    const command = this.list.find((other) => other.id === id && this.available(other));
    if (command) await this.perform(command);
  }

  async perform(command: Command): Promise<void> {
    try {
      await command.run(this.#workspace);
    } catch (error) {
      this.#workspace.fail(error);
    }
  }

  /** Does what was chosen in the palette, which lists it first from now on. */
  async choose(command: Command): Promise<void> {
    this.recent = [command.id, ...this.recent.filter((id) => id !== command.id)].slice(0, recentKept);
    await this.perform(command);
  }

  /** The shown keys of a command, or nothing. */
  keysOf(id: string): string {
    const first = this.list.find((command) => command.id === id)?.keys?.[0];
    return first ? this.label(first) : '';
  }

  /** Keys as the reader's own keyboard names them. */
  label(keys: string): string {
    return labelOf(keys, this.#mac);
  }

  /** The stroke that was pressed, as the reader sees it; null while only modifiers are down. */
  labelOfPress(event: KeyPress): string | null {
    const stroke = strokeOf(event, this.#mac);
    return stroke === null ? null : this.label(stroke);
  }

  /** True when the key called a command, or began a chord: the browser must not act on it too. */
  press(event: KeyPress, inText: boolean): boolean {
    const stroke = strokeOf(event, this.#mac);
    if (stroke === null) return false;
    const strokes = this.pending === null ? [stroke] : [this.pending, stroke];
    const wasChord = this.pending !== null;
    this.pending = null;
    const matching = this.#matching(strokes, inText);
    const found = matching.find(({ strokes: own }) => own.length === strokes.length);
    if (found) void this.perform(found.command);
    else if (matching.length > 0) this.pending = stroke;
    return found !== undefined || matching.length > 0 || wasChord;
  }

  /** Whether a key calls a command, or begins a chord, were nothing before it. */
  knows(event: KeyPress, inText: boolean): boolean {
    const stroke = strokeOf(event, this.#mac);
    return stroke !== null && this.#matching([stroke], inText).length > 0;
  }

  #matching(strokes: readonly string[], inText: boolean) {
    return this.#bindings.filter(
      ({ command, strokes: own }) =>
        strokes.every((one, index) => own[index] === one) &&
        !(inText && command.textKeys) &&
        this.available(command),
    );
  }
}
