import { palettes, ramps, type ChartTheme } from '#output';
import type { ChartSection, FailedSection, Report, ReportSection } from './report.ts';
import type { Progress } from './run.ts';

const shades = {
  font: 'system-ui, sans-serif',
  category: palettes.either,
  sequential: ramps.either,
};

/** Words and lines in the colours of the page that the picture is part of, light or dark. */
const inPage: ChartTheme = {
  ...shades,
  foreground: 'var(--text)',
  muted: 'var(--muted)',
  grid: 'var(--line)',
};

/** A picture by itself stands on white, where pictures are put. */
export const onPaper: ChartTheme = { ...shades, foreground: '#1f2328', muted: '#5c646c', grid: '#d8dee4' };

/** Draws the charts of a report, one after the other. */
export async function drawCharts(report: Report, { signal, onProgress }: Progress = {}): Promise<Report> {
  const sections: ReportSection[] = [];
  for (const [index, section] of report.sections.entries()) {
    signal?.throwIfAborted();
    sections.push(section.kind === 'chart' ? await drawn(section, report) : section);
    onProgress?.((index + 1) / report.sections.length);
  }
  return { ...report, sections };
}

/** A chart that cannot be drawn is a cell that failed. */
async function drawn(section: ChartSection, { locale }: Report): Promise<ChartSection | FailedSection> {
  // Only who draws loads the library that does.
  const { drawSvg } = await import('./chart.ts');
  try {
    return { ...section, svg: await drawSvg(section.spec, { locale, theme: inPage }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', name: section.name, message, sql: '' };
  }
}
