import type { Text } from '#errors';
import type { Locale } from '#messages';
import type { Table } from '#table';
import type { WeekStart } from '#time';
import type { ColumnUnits } from '../table/columns.ts';
import { captionsOf } from './captions.ts';
import { describeChart } from './describe.ts';
import { eventsCaption, withEvents, type ChartEvent } from './events.ts';
import { fieldsOf, type Field } from './fields.ts';
import { withGuides } from './guides.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { computedOf, kindCaption } from './kinds.ts';
import { derivedColumns, kpiRows } from './kpi-rows.ts';
import { drawnLandmarks, landmarksCaption, splitLandmarks, withLandmarks } from './landmarks.ts';
import { encodingOf, fieldIn, layersOf } from './mark.ts';
import { withMarked, type MarkedValue } from './marked.ts';
import { toRows, type DatumRow } from './rows.ts';
import { withSize } from './size.ts';
import type { ChartSubject } from './subject.ts';
import { withTooltips } from './tooltips.ts';

/** A spec that is safe to hand to Vega-Lite together with its data. */
export interface Chart {
  readonly spec: JsonObject;
  readonly rows: readonly DatumRow[];
  /** What the marks mean that no axis says, as sentences below the chart. */
  readonly captions: readonly Text[];
  /** For a reader who does not see it. */
  readonly description: Text;
  /** Whether the rows that were chosen are told from the others. */
  readonly isMarked: boolean;
  /** The spec as written, with its rows and nothing of ours: it draws anywhere. */
  readonly portable: JsonObject;
}

export interface ChartOptions {
  readonly locale: Locale;
  readonly units?: ColumnUnits;
  /** The KPI that the rows are of; null for rows of a reader's own. */
  readonly subject?: ChartSubject | null;
  /** What the KPI should be, where somebody has said so. */
  readonly target?: number | null;
  /** What happened that may explain what is seen. */
  readonly events?: readonly ChartEvent[];
  readonly weekStart?: WeekStart;
  /** The rows that were chosen somewhere, to be told from the others. */
  readonly marked?: readonly MarkedValue[];
}

/** More marks than this ask first: a chart that is a wall tells nothing. */
export const pointLimit = 5_000;

const dataName = 'result';

/**
 * Puts a table's rows into a spec. `usermeta` goes before anything else looks at it: vega-embed lets
 * a spec's `usermeta.embedOptions` override the host's safety options.
 */
export function buildChart(
  spec: JsonObject,
  table: Table,
  {
    locale,
    units = {},
    subject = null,
    target = null,
    events = [],
    weekStart = 1,
    marked = [],
  }: ChartOptions,
): Chart {
  const { usermeta: _usermeta, $schema: _schema, ...written } = spec;
  const { main, landmarks } = splitLandmarks(written);
  const plain = toRows(table);
  const rows = subject ? kpiRows(plain, { subject, target, keys: keysOf(table) }) : plain;
  const fields = withComputed(fieldsOf(table, { locale, units, subject, rows }), main);
  const known = withoutUnknown(main, rows);
  const guided = withGuides(withTooltips(known, { fields, locale }), { fields, locale, rows, weekStart });
  const drawn = drawnLandmarks(known, landmarks, { fields, locale });
  const sized = withSize(guided, rows);
  const chosen = marked.length > 0 ? withMarked(sized, { marked, fields }) : null;
  const dated = withEvents(chosen ?? sized, { events, rows, locale });
  return {
    spec: withData(withLandmarks(dated, drawn), rows),
    rows,
    captions: [
      ...captionsOf(known, { rows, subject, target, fields, locale }),
      ...kindCaption(known),
      ...landmarksCaption(drawn, known, { fields, locale }),
      ...eventsCaption(known, { events, rows, locale }),
    ],
    description: describeChart(known, { rows: rows.length, fields, locale }),
    isMarked: chosen !== null,
    portable: withData(withLandmarks(known, landmarks), rows),
  };
}

/** What a chart of a cell's columns says, without drawing it. */
export function describeColumns(
  spec: JsonObject,
  table: Table,
  { locale, subject = null }: Pick<ChartOptions, 'locale' | 'subject'>,
): Text {
  const { main } = splitLandmarks(spec);
  const fields = withComputed(fieldsOf(table, { locale, units: {}, subject, rows: [] }), main);
  return describeChart(main, { rows: table.rowCount, fields, locale });
}

/** What a chart computes of a column is called and written as that is. */
function withComputed(fields: Map<string, Field>, main: JsonObject): Map<string, Field> {
  const computed = computedOf(main);
  const from = fields.get(computed?.from ?? '');
  if (!computed || !from) return fields;
  const title = from.title ?? from.name;
  const own = [...computed.names, computed.from].map((name) => [name, { ...from, name, title }] as const);
  return new Map([...fields, ...own]);
}

function withData(spec: JsonObject, rows: readonly DatumRow[]): JsonObject {
  const own = spec['data'];
  if (isJsonObject(own) && 'values' in own) return spec;
  const name = isJsonObject(own) && typeof own['name'] === 'string' ? own['name'] : dataName;
  const datasets = isJsonObject(spec['datasets']) ? spec['datasets'] : {};
  return { ...spec, data: { name }, datasets: { ...datasets, [name]: rows } };
}

/** The columns before the KPI's own: what its rows are by. */
function keysOf({ columns }: Table): string[] {
  const names = columns.map(({ name }) => name);
  const own = names.findIndex((name) => name === 'value' || name === 'numerator');
  return names.slice(0, Math.max(own, 0));
}

/** Layers of intervals and targets are for rows that have them. */
function withoutUnknown(spec: JsonObject, rows: readonly DatumRow[]): JsonObject {
  const layers = layersOf(spec);
  if (layers.length === 0) return spec;
  const missing = derivedColumns.filter((column) => rows.every((row) => (row[column] ?? null) === null));
  const known = layers.filter((layer) =>
    Object.values(encodingOf(layer)).every((each) => !missing.some((column) => column === fieldIn(each))),
  );
  return known.length === layers.length || known.length === 0 ? spec : { ...spec, layer: known };
}
