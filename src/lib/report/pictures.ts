import { zipFiles } from '#export/archive';
import type { View } from 'vega';
import { onPaper } from './draw.ts';
import type { ChartSection, Report } from './report.ts';
import type { Progress } from './run.ts';

export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Makes files of a drawn chart: an SVG everywhere, what a page can besides. */
export type Developer = (
  view: View,
) => Promise<readonly { readonly ending: string; readonly bytes: Uint8Array }[]>;

/** The charts of a report as files, in their order and by their names. */
export async function chartPictures(
  { sections, locale }: Report,
  { develop = svgFile, signal, onProgress }: Progress & { readonly develop?: Developer } = {},
): Promise<readonly Picture[]> {
  const charts = sections.filter((section): section is ChartSection => section.kind === 'chart');
  const pictures: Picture[] = [];
  const { withView } = await import('./chart.ts');
  for (const [index, { spec, name }] of charts.entries()) {
    signal?.throwIfAborted();
    const files = await withView(spec, { locale, theme: onPaper }, develop).catch(() => []);
    const stem = `${String(index + 1).padStart(2, '0')}-${fileName(name)}`;
    pictures.push(...files.map(({ ending, bytes }) => ({ name: `${stem}.${ending}`, bytes })));
    onProgress?.((index + 1) / charts.length);
  }
  return pictures;
}

export async function svgFile(view: View): ReturnType<Developer> {
  return [{ ending: 'svg', bytes: new TextEncoder().encode(await view.toSVG()) }];
}

/** One archive of them; the same pictures give the same bytes. */
export function archiveOf(pictures: readonly Picture[]): Uint8Array<ArrayBuffer> {
  return zipFiles(Object.fromEntries(pictures.map(({ name, bytes }) => [name, bytes])));
}

function fileName(name: string | null): string {
  return (name ?? 'chart').replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60);
}
