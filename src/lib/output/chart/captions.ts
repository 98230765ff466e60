import { text, type Text } from '#errors';
import type { Locale } from '#messages';
import type { Field } from './fields.ts';
import { formatField } from './format.ts';
import type { JsonObject } from './json.ts';
import { encodingOf, fieldIn, layersOf, markType } from './mark.ts';
import type { DatumRow } from './rows.ts';
import type { ChartSubject } from './subject.ts';

interface CaptionOptions {
  readonly rows: readonly DatumRow[];
  readonly subject: ChartSubject | null;
  readonly target: number | null;
  readonly fields: ReadonlyMap<string, Field>;
  readonly locale: Locale;
}

/** What the marks of a KPI's chart mean that no axis says. */
export function captionsOf(spec: JsonObject, options: CaptionOptions): Text[] {
  const { rows, subject, target, fields, locale } = options;
  if (!subject) return [];
  const layers = layersOf(spec);
  const reads = (column: string): JsonObject | undefined =>
    layers.find((layer) => Object.values(encodingOf(layer)).some((each) => fieldIn(each) === column));
  const ends = reads('low');
  const captions: Text[] = [];
  if (reads('actual')) captions.push(text('output.chart.caption.forecast'));
  else if (ends) {
    const isBand = markType(ends) === 'area';
    captions.push(text(isBand ? 'output.chart.caption.band' : 'output.chart.caption.whiskers'));
  }
  if (layers.some(isPale) && rows.some(({ few, value }) => few === true && value !== null))
    captions.push(text('output.chart.caption.few'));
  if (target !== null && reads('target')) {
    const written = formatField(target, fields.get('value')?.format ?? 'number', locale);
    captions.push(text('output.chart.caption.target', { target: written }));
  }
  if (hasEmptyCells(spec, rows)) {
    const isCount = fields.get('value')?.format === 'count';
    captions.push(text(isCount ? 'output.chart.caption.none' : 'output.chart.caption.empty'));
  }
  return captions;
}

function isPale(layer: JsonObject): boolean {
  return JSON.stringify(layer['encoding'] ?? {}).includes('datum.few');
}

/** Whether a chart of colours across and down has places without a row. */
function hasEmptyCells(spec: JsonObject, rows: readonly DatumRow[]): boolean {
  if (markType(spec) !== 'rect') return false;
  const { x, y } = encodingOf(spec);
  const [across, down] = [fieldIn(x), fieldIn(y)];
  if (across === null || down === null || rows.length === 0) return false;
  const count = (column: string): number =>
    column === 'hour' ? 24 : column === 'weekday' ? 7 : new Set(rows.map((row) => row[column])).size;
  return rows.filter(({ value }) => value !== null).length < count(across) * count(down);
}
