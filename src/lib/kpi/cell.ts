import { attributeOf, type Attribute, type CellContent } from '#notebook';
import type { Grain, WeekStart } from '#time';
import { isGrain } from '#time';
import { parseBins, serializeBins, type Bins } from './bins.ts';
import { compile } from './compile.ts';
import { cuts, type Cut, type Kpi } from './kpi.ts';
import { secondDimension } from './table.ts';
import { isChoice, parseVariant, serializeVariant } from './variant.ts';

/** What a cut is told besides its KPI, as far as it asks for it. */
interface CutOptions {
  readonly grain?: Grain | undefined;
  readonly by?: string | undefined;
  readonly and?: string | undefined;
  readonly bins?: Bins | undefined;
  readonly top?: number | undefined;
  readonly min?: number | undefined;
}

export interface KpiCellOptions extends CutOptions {
  readonly shape: Cut;
  readonly name?: string | undefined;
  readonly variant?: string | undefined;
  readonly withPeriod?: boolean | undefined;
  readonly weekStart?: WeekStart | undefined;
}

/** A KPI as a notebook's cell, and as the text that a file holds. */
export interface KpiCell extends CellContent {
  readonly name: string;
  readonly text: string;
}

/** What a cell says of the KPI that it came from. */
export interface KpiAttributes {
  readonly kpi: string;
  readonly shape: Cut;
  readonly grain: Grain | undefined;
  readonly by: string | undefined;
  readonly and?: string | undefined;
  readonly bins?: Bins | undefined;
  readonly top?: number | undefined;
  readonly min?: number | undefined;
  readonly variant: string | undefined;
  readonly version: number;
}

/** Whether a cell still says what the catalogue says. */
export type KpiCellState = 'asInCatalogue' | 'edited' | 'outdated' | 'unknown';

/** The name that `kpiCell` gives, without the SQL being written. */
export function kpiCellName(kpi: Kpi, options: KpiCellOptions): string {
  return (
    options.name ??
    nameOf(kpi, { shape: options.shape, ...askedOf(kpi, options), variant: variantOf(kpi, options) })
  );
}

/** Writes one cut of a KPI as a cell: its SQL in full, and where it came from. */
export function kpiCell(kpi: Kpi, options: KpiCellOptions): KpiCell {
  const { shape, withPeriod, weekStart } = options;
  const asked = askedOf(kpi, options);
  const variant = variantOf(kpi, options);
  const attributes = written({
    kpi: kpi.id,
    shape,
    ...attributesOf(asked),
    variant,
    version: String(kpi.version),
  });
  const name = kpiCellName(kpi, options);
  const source = `${compile({ kpi, shape, ...asked, variant: options.variant, withPeriod, weekStart })}\n`;
  const info = attributes.map(({ key, value }) => `${key}=${quotedIfNeeded(value ?? '')}`).join(' ');
  return { kind: 'sql', name, attributes, source, text: `\`\`\`sql ${name} ${info}\n${source}\`\`\`\n` };
}

function variantOf(kpi: Kpi, options: KpiCellOptions): string | undefined {
  const choice = parseVariant(kpi, options.variant ?? '');
  return (isChoice(choice) && serializeVariant(kpi, choice)) || undefined;
}

/** What a cut asks for, with the KPI's own where nothing was said; the rest is of no use to it. */
function askedOf(kpi: Kpi, options: KpiCellOptions): CutOptions {
  const { grain, bins, top, min } = options;
  const by = options.by ?? kpi.by;
  switch (options.shape) {
    case 'trend':
      return { grain: grain ?? kpi.grain, by: options.by };
    case 'breakdown':
      return { by };
    case 'table':
      return { by, and: options.and ?? secondDimension(kpi, kpi.definition, by) ?? undefined };
    case 'extremes':
      return { by, top, min };
    case 'distribution':
      return { bins };
    case 'cohort':
      return { grain: grain ?? 'week' };
    default:
      return {};
  }
}

function attributesOf({
  grain,
  by,
  and,
  bins,
  top,
  min,
}: CutOptions): Readonly<Record<string, string | undefined>> {
  return { grain, by, and, bins: bins && serializeBins(bins), top: top?.toString(), min: min?.toString() };
}

/** Null for a cell that is no KPI's. */
export function parseKpiAttributes(cell: Pick<CellContent, 'attributes'>): KpiAttributes | null {
  const kpi = attributeOf(cell, 'kpi');
  if (!kpi) return null;
  const grain = attributeOf(cell, 'grain');
  const shape = attributeOf(cell, 'shape');
  return {
    kpi,
    shape: cuts.find((cut) => cut === shape) ?? 'headline',
    grain: isGrain(grain) ? grain : undefined,
    by: attributeOf(cell, 'by') ?? undefined,
    ...whole({
      and: attributeOf(cell, 'and') ?? undefined,
      bins: parseBins(attributeOf(cell, 'bins')),
      top: count(attributeOf(cell, 'top')),
      min: count(attributeOf(cell, 'min')),
    }),
    variant: attributeOf(cell, 'variant') ?? undefined,
    version: Number(attributeOf(cell, 'version') ?? 1),
  };
}

/** Only what is there. */
function whole<Values extends object>(values: Values): Partial<Values> {
  const entries: Partial<Values> = { ...values };
  for (const key in entries) if (entries[key] === undefined) delete entries[key];
  return entries;
}

function count(written: string | null | undefined): number | undefined {
  return written && /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

/**
 * How a cell stands to the catalogue it is shown with: the same SQL (however it is spaced), other SQL, or SQL of another
 * version of the definition. Null for a cell that is no KPI's.
 */
export function stateOfCell(
  cell: Pick<CellContent, 'attributes' | 'source'>,
  { kpis }: { readonly kpis: readonly Kpi[] },
): KpiCellState | null {
  const attributes = parseKpiAttributes(cell);
  if (!attributes) return null;
  const kpi = kpis.find(({ id }) => id === attributes.kpi);
  if (!kpi) return 'unknown';
  const isCurrent = attributes.version === kpi.version;
  if (writingOf(cell, kpi, attributes) !== null) return 'asInCatalogue';
  return isCurrent ? 'edited' : 'outdated';
}

/** A cell's SQL with the weeks of another first day, where it is as in the catalogue; otherwise as it is. */
export function sourceInWeeksFrom(
  weekStart: WeekStart,
  cell: Pick<CellContent, 'attributes' | 'source'>,
  kpis: readonly Kpi[],
): string {
  const attributes = parseKpiAttributes(cell);
  const kpi = attributes && kpis.find(({ id }) => id === attributes.kpi);
  const writing = kpi && writingOf(cell, kpi, attributes);
  if (!writing || writing.weekStart === weekStart) return cell.source;
  return compiled(kpi, { ...attributes, ...writing, weekStart }) ?? cell.source;
}

interface Writing {
  readonly withPeriod: boolean;
  readonly weekStart: WeekStart;
}

/** With which of the options that no attribute names the catalogue writes a cell as it is; null where with none. */
function writingOf(
  { source }: Pick<CellContent, 'source'>,
  kpi: Kpi,
  attributes: KpiAttributes,
): Writing | null {
  const written = squeezed(source);
  const weekStarts = /\bweeks?\b/.test(source) ? everyWeekStart : everyWeekStart.slice(0, 1);
  const writings = weekStarts.flatMap((weekStart) =>
    [true, false].map((withPeriod) => ({ withPeriod, weekStart })),
  );
  const isSame = (writing: Writing): boolean => {
    const sql = compiled(kpi, { ...attributes, ...writing });
    return sql !== null && squeezed(sql) === written;
  };
  return writings.find(isSame) ?? null;
}

const everyWeekStart = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly WeekStart[];

/** Null where the attributes name something that the KPI does not have. */
function compiled(kpi: Kpi, options: KpiCellOptions): string | null {
  try {
    return kpiCell(kpi, options).source;
  } catch {
    return null;
  }
}

function written(values: Readonly<Record<string, string | undefined>>): Attribute[] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

function nameOf(
  kpi: Kpi,
  {
    shape,
    variant,
    grain,
    by,
    and,
  }: CutOptions & { readonly shape: Cut; readonly variant?: string | undefined },
): string {
  const isPlain = shape === 'headline' || shape === 'trend' || shape === 'breakdown' || shape === 'table';
  const parts = [
    kpi.id,
    variant,
    isPlain ? null : shape,
    grain && `by_${grain}`,
    by && (grain ? by : `by_${by}`),
    and,
  ];
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .join('_')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/_+$/, '');
}

function quotedIfNeeded(value: string): string {
  return /^[^\s"'=<>`]+$/.test(value)
    ? value
    : `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

function squeezed(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim();
}
