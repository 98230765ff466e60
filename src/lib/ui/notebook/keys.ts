/** What a key means to a notebook while no editor has it. */
export type NotebookCommand =
  | 'edit'
  | 'up'
  | 'down'
  | 'extendUp'
  | 'extendDown'
  | 'first'
  | 'last'
  | 'insertAbove'
  | 'insertBelow'
  | 'remove'
  | 'undo'
  | 'redo'
  | 'toMarkdown'
  | 'toSql'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'runNext'
  | 'runStay'
  | 'runInsert'
  | 'moveUp'
  | 'moveDown'
  | 'rename'
  | 'fold'
  | 'chart'
  | 'foldResult'
  | 'lineNumbers'
  | 'allLineNumbers'
  | 'selectAll'
  | 'join'
  | 'copyUp'
  | 'copyDown'
  | ScrollCommand;

/** What the view does by itself: no cell changes by it. */
export type ScrollCommand = 'scrollDown' | 'scrollUp';

export function isScroll(command: NotebookCommand): command is ScrollCommand {
  return command === 'scrollDown' || command === 'scrollUp';
}

const plain: Readonly<Record<string, NotebookCommand>> = {
  Enter: 'edit',
  ArrowUp: 'up',
  ArrowDown: 'down',
  k: 'up',
  j: 'down',
  Home: 'first',
  End: 'last',
  a: 'insertAbove',
  b: 'insertBelow',
  z: 'undo',
  m: 'toMarkdown',
  y: 'toSql',
  c: 'copy',
  x: 'cut',
  v: 'paste',
  o: 'fold',
  g: 'chart',
  l: 'lineNumbers',
  F2: 'rename',
  Delete: 'remove',
  ' ': 'scrollDown',
};

const shifted: Readonly<Record<string, NotebookCommand>> = {
  ArrowUp: 'extendUp',
  ArrowDown: 'extendDown',
  Enter: 'runNext',
  z: 'redo',
  m: 'join',
  o: 'foldResult',
  l: 'allLineNumbers',
  ' ': 'scrollUp',
};

const withMod: Readonly<Record<string, NotebookCommand>> = {
  Enter: 'runStay',
  c: 'copy',
  x: 'cut',
  v: 'paste',
  a: 'selectAll',
  ArrowUp: 'first',
  ArrowDown: 'last',
};

const withAlt: Readonly<Record<string, NotebookCommand>> = {
  Enter: 'runInsert',
  ArrowUp: 'moveUp',
  ArrowDown: 'moveDown',
};

const withShiftAlt: Readonly<Record<string, NotebookCommand>> = {
  ArrowUp: 'copyUp',
  ArrowDown: 'copyDown',
};

/** Every key of command mode, in the order in which it is taught, and what it does. */
export const commandModeKeys: readonly { readonly keys: string; readonly command: NotebookCommand }[] = [
  ...keysOf('', plain),
  { keys: 'D D', command: 'remove' },
  ...keysOf('Shift+', shifted),
  ...keysOf('Mod+', withMod),
  ...keysOf('Alt+', withAlt),
  ...keysOf('Alt+Shift+', withShiftAlt),
];

function keysOf(held: string, keys: Readonly<Record<string, NotebookCommand>>) {
  return Object.entries(keys).map(([key, command]) => ({
    keys: held + (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key),
    command,
  }));
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const chordTime = 800;

/** Reads the keys of command mode, VS Code's own; `D D` is two presses. */
export class NotebookKeys {
  #lastD = Number.NEGATIVE_INFINITY;

  constructor(private readonly now: () => number = Date.now) {}

  read({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): NotebookCommand | null {
    const mod = ctrlKey || metaKey;
    const name = key.length === 1 ? key.toLowerCase() : key;
    if (mod && (altKey || shiftKey)) return null;
    if (mod) return withMod[name] ?? null;
    if (altKey) return (shiftKey ? withShiftAlt : withAlt)[name] ?? null;
    if (shiftKey) return shifted[name] ?? null;
    if (name === 'd') return this.#second() ? 'remove' : null;
    return plain[name] ?? null;
  }

  #second(): boolean {
    const at = this.now();
    const isSecond = at - this.#lastD < chordTime;
    this.#lastD = isSecond ? Number.NEGATIVE_INFINITY : at;
    return isSecond;
  }
}
