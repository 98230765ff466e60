/** One key with its modifiers: `Mod` is Ctrl, and Cmd on a Mac. */
interface Stroke {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `Mod+Shift+P`, or a chord of two: `Mod+K Mod+S`. As text, every stroke in one canonical order. */
export function parseKeybinding(binding: string): readonly string[] {
  return binding.split(' ').map((stroke) => canonical(parseStroke(stroke)));
}

/** The stroke of a key event; null while only modifiers are down. */
export function strokeOf(event: KeyPress, mac: boolean): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return null;
  const foreign = mac ? event.ctrlKey : event.metaKey;
  if (foreign) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  return canonical({ mod, shift: event.shiftKey, alt: event.altKey, key: keyOf(event) });
}

/** How a reader sees it: `Ctrl+K Ctrl+T`, `⌘K ⌘T`. */
export function labelOf(binding: string, mac: boolean): string {
  return parseKeybinding(binding)
    .map((stroke) => stroke.replace(/Arrow(Up|Down|Left|Right)$|Escape$/, (key) => keyNames[key] ?? key))
    .map((stroke) => (mac ? macLabel(stroke) : stroke.replace('Mod', 'Ctrl')))
    .join(' ');
}

function parseStroke(stroke: string): Stroke {
  const parts = stroke.split('+');
  const key = parts.at(-1) ?? '';
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return { mod: has('Mod'), shift: has('Shift'), alt: has('Alt'), key };
}

function canonical({ mod, shift, alt, key }: Stroke): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  return [mod && 'Mod', alt && 'Alt', shift && 'Shift', name].filter((part) => part !== false).join('+');
}

/** Letters and digits by their place when Alt or Shift changes what they write. */
function keyOf({ key, code, altKey, shiftKey }: KeyPress): string {
  const placed = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (placed && (altKey || shiftKey)) return placed[1] ?? placed[2] ?? key;
  return key;
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' };

function macLabel(stroke: string): string {
  return stroke
    .split('+')
    .map((part) => macSymbols[part] ?? part)
    .join('');
}
