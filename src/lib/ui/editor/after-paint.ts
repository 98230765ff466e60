/** Work that a key leads to and that need not hold up the sight of it. */
export interface AfterPaint {
  /** Asks for the work once what was typed has been painted, or with whatever the reader does next. */
  soon(): void;
  /** Does the work that was asked for; false where none was. */
  now(): boolean;
}

/** Puts work off until the next paint. Nothing that the reader does finds it undone. */
export function afterPaint(work: () => void): AfterPaint {
  const now = () => {
    if (!waiting.delete(now)) return false;
    work();
    return true;
  };
  const soon = () => {
    const port = painted();
    if (waiting.size === 0) requestAnimationFrame(() => port.postMessage(null));
    waiting.add(now);
  };
  return { soon, now };
}

const waiting = new Set<() => boolean>();

function settle(): void {
  for (const now of waiting) now();
}

/** All by which anything else may begin; a page that is hidden paints no more. */
const begins = ['keydown', 'pointerdown', 'click', 'blur', 'visibilitychange', 'pagehide'];
let known: MessagePort | undefined;

/** What is posted here while a frame is made comes when it is painted; a timer would wait longer. */
function painted(): MessagePort {
  if (known) return known;
  for (const kind of begins) window.addEventListener(kind, settle, { capture: true });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = settle;
  known = port2;
  return port2;
}
