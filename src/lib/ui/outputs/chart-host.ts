import { AppError } from '#errors';
import type { Locale } from '#messages';
import {
  chartFormat,
  chartLocales,
  fitFacets,
  formatDatum,
  palettes,
  ramps,
  themeConfig,
  isJsonObject,
  type ChartTheme,
  type Datum,
  type DatumRow,
  type Json,
  type JsonObject,
} from '#output';
import type { Result, VisualizationSpec } from 'vega-embed';

export interface DrawnChart {
  toImage(type: 'png' | 'svg'): Promise<Blob>;
  finalize(): void;
}

interface DrawOptions {
  readonly spec: JsonObject;
  readonly rows: number;
  readonly locale: Locale;
  readonly theme: ChartTheme;
  /** Who wants to know of a click. */
  readonly choose?: ((mark: ChosenMark, box: DOMRect) => void) | null;
  /** The element that tooltips are shown in; the page's own where it is not given. */
  readonly tooltipId?: string | undefined;
}

/** What was clicked: what a mark says of its columns, and the instant there along an axis of time. */
export interface ChosenMark {
  readonly row: DatumRow | null;
  readonly time: number | null;
}

type View = Result['view'];
type Embed = typeof import('vega-embed');
type Libraries = readonly [Embed, typeof import('vega-interpreter')];
type Loader = ReturnType<Embed['vega']['loader']>;
let loading: Promise<Libraries> | null = null;

/** Vega, fetched once and not before the first chart; the policy forbids its compiler, so the interpreter comes too. */
function loadVega(): Promise<Libraries> {
  loading ??= Promise.all([import('vega-embed'), import('vega-interpreter')]).then((libraries) => {
    libraries[0].vega.expressionFunction(chartFormat, formatDatum);
    return libraries;
  });
  return loading;
}

/** Draws a safe spec (see `buildChart`) into an element; the caller finalizes what it gets. */
export async function drawChart(
  element: HTMLElement,
  { spec: built, rows, locale, theme, choose = null, tooltipId }: DrawOptions,
): Promise<DrawnChart> {
  const spec = fitFacets(built, element.clientWidth);
  const [{ default: embed, vega }, { expressionInterpreter }] = await loadVega();
  if (!isVegaLite(spec)) throw new AppError('output.chart.noMark');
  const { number, time } = chartLocales[locale];
  const { view, finalize } = await embed(element, spec, {
    mode: 'vega-lite',
    ast: true,
    expr: expressionInterpreter,
    actions: false,
    defaultStyle: false,
    renderer: rows > 1000 ? 'canvas' : 'svg',
    loader: refusing(vega.loader()),
    config: { ...themeConfig(theme), customFormatTypes: true },
    formatLocale: { ...number },
    timeFormatLocale: { ...time },
    logLevel: vega.Error,
    tooltip: { theme: 'deskbook', ...(tooltipId ? { id: tooltipId, styleId: `${tooltipId}-style` } : {}) },
  });
  const unfollow = choose ? followClicks(view, choose) : () => {};
  const stop = spec['width'] === 'container' ? followWidth(element, view) : () => {};
  return {
    toImage: async (type) => {
      if (type === 'svg') return new Blob([await view.toSVG()], { type: 'image/svg+xml' });
      return toBlob(await view.toCanvas(2));
    },
    finalize: () => {
      stop();
      unfollow();
      finalize();
    },
  };
}

const [shaken, paths] = [5, ['line', 'area', 'trail', 'group']] as const;

/**
 * A mark of one row says itself which; along a path it is the place on the x axis that does. It is what lay under the pointer when
 * it was pressed: by the time of the click the cell has been chosen, and may have moved.
 */
function followClicks(view: View, choose: (mark: ChosenMark, box: DOMRect) => void): () => void {
  let pressed: { readonly mark: ChosenMark; readonly x: number; readonly y: number } | null = null;
  view.addEventListener('mousedown', (event, item) => {
    if (!(event instanceof MouseEvent)) return;
    const mark: unknown = item?.mark;
    const isOne =
      isJsonObject(mark) && mark['role'] === 'mark' && !paths.some((path) => path === mark['marktype']);
    const row = isOne ? rowOf(item?.datum) : null;
    const time = timeUnder(view, event);
    if (row !== null || time !== null) pressed = { mark: { row, time }, x: event.clientX, y: event.clientY };
  });
  const forget = (): void => void (pressed = null);
  const click = ({ clientX: x, clientY: y }: MouseEvent): void => {
    const isHere = pressed !== null && Math.hypot(x - pressed.x, y - pressed.y) < shaken;
    if (pressed && isHere) choose(pressed.mark, new DOMRect(x, y));
    pressed = null;
  };
  window.addEventListener('mousedown', forget, { capture: true });
  window.addEventListener('click', click);
  return () => {
    window.removeEventListener('mousedown', forget, { capture: true });
    window.removeEventListener('click', click);
  };
}

function rowOf(datum: unknown): DatumRow | null {
  if (typeof datum !== 'object' || datum === null) return null;
  return Object.fromEntries(Object.entries(datum).map(([name, value]) => [name, datumOf(value)]));
}

function datumOf(value: unknown): Datum {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** Null where the x axis is not one of time. */
function timeUnder(view: View, { clientX }: MouseEvent): number | null {
  const picture = view.container()?.querySelector('svg, canvas')?.getBoundingClientRect();
  const padding = view.padding();
  const left = view.origin()[0] + (typeof padding === 'number' ? padding : (padding.left ?? 0));
  const scale: unknown = view.scale('x');
  if (!picture || typeof scale !== 'function' || !('invert' in scale)) return null;
  const { invert } = scale;
  return typeof invert === 'function' ? instantOf(invert(clientX - picture.left - left)) : null;
}

function instantOf(value: unknown): number | null {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' ? value : null;
}

/** Vega looks at its container when the window changes; a tab that is shown, or a pane that is drawn wider, it does not notice. */
function followWidth(element: HTMLElement, view: View): () => void {
  let shown = element.clientWidth;
  const observer = new ResizeObserver(() => {
    const { clientWidth } = element;
    if (clientWidth === 0 || clientWidth === shown) return;
    shown = clientWidth;
    view.width(shown).run();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Nothing is fetched for a chart, and nothing in it leads out of the page; `data:` alone stays. */
function refusing(loader: Loader): Loader {
  const refuse = (address: string): void => {
    if (!address.startsWith('data:')) throw new AppError('output.chart.noAddresses');
  };
  return {
    ...loader,
    load: async (address, options) => {
      refuse(address);
      return loader.load(address, options);
    },
    sanitize: async (address, options) => {
      refuse(address);
      return loader.sanitize(address, options);
    },
  };
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture')))),
  );
}

/** `parseSpec` and `buildChart` have looked; what is still wrong in it Vega-Lite says itself. */
function isVegaLite(spec: JsonObject): spec is JsonObject & VisualizationSpec {
  return Object.keys(spec).length > 0;
}

/** The page's colours as a chart takes them. */
export function chartTheme(element: HTMLElement, theme: string): ChartTheme {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback;
  const shade = theme === 'light' ? 'light' : 'dark';
  return {
    foreground: read('--vscode-foreground', style.color),
    muted: read('--vscode-descriptionForeground', style.color),
    grid: read('--vscode-notebook-cellBorderColor', 'rgba(128, 128, 128, 0.2)'),
    font: style.fontFamily,
    category: palettes[shade],
    sequential: ramps[shade],
  };
}

/** The spec as a file: with its rows, so that it draws anywhere. */
export function specFile(spec: Json): Blob {
  return new Blob([JSON.stringify(spec, null, 2)], { type: 'application/json' });
}
