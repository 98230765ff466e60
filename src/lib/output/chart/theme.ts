import type { JsonObject } from './json.ts';

/** The colours a chart takes from the page's theme. */
export interface ChartTheme {
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly font: string;
  readonly category: readonly string[];
  readonly sequential: readonly string[];
}

/** Where words would leave the chart; `width` has it looked at again once it is another. */
const isNarrow = 'width >= 0 && containerSize()[0] < 400';

/** The theme as a Vega-Lite configuration: the spec's own `config` wins over it. */
export function themeConfig(theme: ChartTheme): JsonObject {
  const [first = theme.foreground] = theme.category;
  const words = {
    labelColor: theme.muted,
    titleColor: theme.muted,
    labelFont: theme.font,
    titleFont: theme.font,
  };
  return {
    background: 'transparent',
    font: theme.font,
    view: { stroke: 'transparent' },
    scale: { rectBandPaddingInner: 0.08 },
    mark: { color: first },
    line: { strokeWidth: 2 },
    bar: { cornerRadiusEnd: 2 },
    point: { filled: true, size: 36 },
    rule: { color: theme.foreground, strokeWidth: 1.5 },
    tick: { color: theme.foreground, thickness: 2 },
    text: { color: theme.foreground },
    title: { color: theme.foreground, fontSize: 13, fontWeight: 600, anchor: 'start', offset: 12 },
    // The title of the y axis stands between the plot and the name above it.
    header: { ...words, labelPadding: 24 },
    axis: {
      ...words,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 'normal',
      gridColor: theme.grid,
      domain: false,
      tickColor: theme.grid,
      labelLimit: 180,
    },
    axisY: { titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleX: 0, titleY: -8 },
    axisQuantitative: { tickCount: 6 },
    axisX: {
      grid: false,
      labelSeparation: 8,
      domain: true,
      domainColor: theme.grid,
      titleAnchor: { signal: `${isNarrow} ? 'end' : null` },
    },
    legend: {
      ...words,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 'normal',
      symbolType: 'circle',
      orient: 'top',
      offset: 26,
      gradientLength: 280,
      titleLimit: 800,
      labelLimit: 240,
      columns: { signal: `${isNarrow} ? 1 : 0` },
    },
    range: { category: theme.category, heatmap: theme.sequential, ramp: theme.sequential },
  };
}
