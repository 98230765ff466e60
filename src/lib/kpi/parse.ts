import { text, type Text } from '#errors';
import type { Diagnostic } from '#notebook';
import { grains } from '#time';
import { parseBody } from './body.ts';
import { FieldReader, isFields, splitKpi, type Fields } from './front-matter.ts';
import {
  axes,
  cuts,
  kpiShapes,
  paths,
  themes,
  type Axis,
  type ChartKind,
  type Cut,
  type Definition,
  type Kpi,
  type OwnSql,
  type Patch,
  type StartingTarget,
  type Statistic,
  type Translated,
  type VariantOption,
} from './kpi.ts';

export interface ParsedKpi {
  /** Null if an error keeps it from meaning anything. */
  readonly kpi: Kpi | null;
  readonly diagnostics: readonly Diagnostic[];
}

const units = ['count', 'percent', 'duration', 'score', 'money', 'nps', 'number'] as const;
const betters = ['up', 'down', 'neither'] as const;
const chartKinds = ['value', 'line', 'area', 'bar', 'heatmap', 'table'] as const;
const statistics = ['mean', 'median', 'p90'] as const;

/** Reads a KPI file: front matter, prose in both languages, own SQL. Never throws. */
export function parseKpi(source: string): ParsedKpi {
  const { fields, body, problem } = splitKpi(source);
  if (problem !== null)
    return { kpi: null, diagnostics: [diagnostic('error', text('kpi.file.unreadable', { problem }))] };
  const reader = new FieldReader(fields);
  const missing: string[] = [];
  const kpi = readKpi(reader, missing, parseBody(body));
  const incomplete = kpi === null ? [] : problemsOf(kpi);
  const errors = [
    ...missing.map((field) => text('kpi.file.missing', { field })),
    ...reader.problems.map(({ field, expected }) => text('kpi.file.expected', { field, expected })),
    ...incomplete,
  ];
  const diagnostics = [
    ...errors.map((each) => diagnostic('error', each)),
    ...reader.unknown().map((field) => diagnostic('warning', text('kpi.file.unknownField', { field }))),
    ...proseProblems(kpi).map((each) => diagnostic('warning', each)),
  ];
  return { kpi: errors.length === 0 ? kpi : null, diagnostics };
}

function readKpi(
  reader: FieldReader,
  missing: string[],
  { prose, sql, optionSql }: ReturnType<typeof parseBody>,
): Kpi | null {
  const need = <Value>(field: string, value: Value | undefined): Value | undefined => {
    if (value === undefined && !reader.has(field)) missing.push(field);
    return value;
  };
  const id = need('id', reader.text('id'));
  const name = readName(reader, need('name', reader.texts('name')));
  const theme = need('theme', reader.oneOf('theme', themes));
  const shape = need('shape', reader.oneOf('shape', kpiShapes));
  const unit = need('unit', reader.oneOf('unit', units));
  const from = shape === 'custom' ? (reader.text('from') ?? 'tickets') : need('from', reader.text('from'));
  const patch = readPatch(reader);
  const variants = readVariants(reader, { hasStatistics: shape === 'quantile', optionSql });
  const combinations = Object.entries(reader.fields('combinations') ?? {}).map(([options, change]) => ({
    options: options.split('+'),
    patch: patchOf(reader, `combinations.${options}`, change),
  }));
  const kpi = {
    version: reader.number('version') ?? 1,
    order: reader.number('order') ?? 1000,
    better: reader.oneOf('better', betters) ?? 'neither',
    presets: reader.texts('presets') ?? {},
    cut: reader.oneOf('cut', cuts) ?? 'headline',
    grain: reader.oneOf('grain', grains) ?? 'week',
    by: reader.text('by') ?? 'channel',
    cohort: reader.oneOf('cohort', ['share'] as const) ?? null,
    dimensions: reader.texts('dimensions') ?? {},
    components: reader.list('components') ?? [],
    charts: readCharts(reader),
    target: readTarget(reader),
  };
  if (!id || !name || !theme || !shape || !unit || !from) return null;
  const definition: Definition = { ...blank, ...patch, shape, unit, from };
  return { id, name, theme, definition, variants, combinations, ...kpi, sql, prose };
}

const blank = {
  with: null,
  where: null,
  value: null,
  numerator: null,
  denominator: null,
  expression: null,
  statistic: null,
  per: null,
  at: null,
  trendAt: null,
  agent: null,
  between: null,
  rows: [],
  extras: {},
  needs: null,
  requires: [],
  only: [],
  path: 'rows',
  sql: null,
  dimensions: null,
} as const;

function readName(
  reader: FieldReader,
  name: Readonly<Record<string, string>> | undefined,
): Translated | null {
  if (!name) return null;
  const { en, 'pt-BR': portuguese } = name;
  if (en && portuguese) return { en, 'pt-BR': portuguese };
  reader.problems.push({ field: 'name', expected: '{en: …, pt-BR: …}' });
  return null;
}

/** `target: {value: 0.8, note: {en: …, pt-BR: …}}`; a note in one text holds for both languages. */
function readTarget(reader: FieldReader): StartingTarget | null {
  const fields = reader.fields('target');
  if (fields === undefined) return null;
  const inner = new FieldReader(fields, 'target.');
  const value = inner.number('value');
  const note = isFields(fields['note']) ? inner.texts('note') : inner.text('note');
  reader.problems.push(
    ...inner.problems,
    ...inner.unknown().map((field) => ({ field, expected: 'a known field' })),
  );
  if (!inner.has('value')) reader.problems.push({ field: 'target.value', expected: 'a number' });
  return value === undefined ? null : { value, note: noteOf(note) };
}

function noteOf(note: string | Readonly<Record<string, string>> | undefined): Translated | null {
  if (note === undefined) return null;
  if (typeof note === 'string') return { en: note, 'pt-BR': note };
  const either = note['en'] ?? note['pt-BR'] ?? '';
  return { en: note['en'] ?? either, 'pt-BR': note['pt-BR'] ?? either };
}

function readPatch(reader: FieldReader): Patch {
  const patch = {
    shape: reader.oneOf('shape', kpiShapes),
    unit: reader.oneOf('unit', units),
    from: reader.text('from'),
    with: reader.text('with'),
    where: reader.isNull('where') ? (reader.text('where') ?? null) : reader.text('where'),
    value: reader.text('value'),
    numerator: reader.text('numerator'),
    denominator: reader.text('denominator'),
    expression: reader.text('expression'),
    statistic: reader.oneOf('statistic', statistics),
    per: reader.text('per'),
    at: reader.text('at'),
    trendAt: reader.text('trend_at'),
    agent: reader.text('agent'),
    between: reader.list('between'),
    rows: reader.list('rows'),
    extras: reader.texts('extras'),
    needs: reader.list('needs'),
    requires: reader.list('requires'),
    only: reader.list('only'),
    path: reader.oneOf('path', paths),
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function patchOf(reader: FieldReader, path: string, value: unknown): Patch {
  const inner = new FieldReader(isFields(value) ? value : {}, `${path}.`);
  const dimensions = inner.texts('dimensions');
  const patch = { ...readPatch(inner), ...(dimensions === undefined ? {} : { dimensions }) };
  inner.texts('name');
  if (value !== null && !isFields(value)) reader.problems.push({ field: path, expected: 'a mapping' });
  reader.problems.push(
    ...inner.problems,
    ...inner.unknown().map((field) => ({ field, expected: 'a known field' })),
  );
  return patch;
}

interface VariantContext {
  readonly hasStatistics: boolean;
  readonly optionSql: Readonly<Record<string, OwnSql>>;
}

function readVariants(reader: FieldReader, { hasStatistics, optionSql }: VariantContext): Kpi['variants'] {
  const fields = reader.fields('variants') ?? {};
  for (const name of Object.keys(fields)) {
    if (!axes.some((axis) => axis === name)) {
      reader.problems.push({ field: `variants.${name}`, expected: axes.join(' | ') });
    }
  }
  const read = axes.flatMap((axis) => {
    const options =
      fields[axis] ?? (axis === 'statistic' && hasStatistics ? { mean: {}, median: {}, p90: {} } : null);
    return isFields(options) ? [[axis, readOptions(reader, axis, options, optionSql)] as const] : [];
  });
  const names = read.flatMap(([, options]) => options.map(({ name }) => name));
  for (const name of Object.keys(optionSql).filter((each) => !names.includes(each)))
    reader.problems.push({ field: `\`\`\`sql … ${name}`, expected: names.join(' | ') || 'none' });
  return Object.fromEntries(read);
}

function readOptions(
  reader: FieldReader,
  axis: Axis,
  options: Fields,
  optionSql: VariantContext['optionSql'],
): VariantOption[] {
  return Object.entries(options).map(([name, value]) => {
    const statistic = axis === 'statistic' ? statistics.find((each) => each === name) : undefined;
    const named = isFields(value) ? new FieldReader(value).texts('name') : undefined;
    return {
      name,
      axis,
      title: named ? { en: named['en'] ?? name, 'pt-BR': named['pt-BR'] ?? name } : null,
      patch: {
        ...withStatistic(statistic),
        ...patchOf(reader, `variants.${axis}.${name}`, value),
        ...(optionSql[name] ? { sql: optionSql[name] } : {}),
      },
    };
  });
}

function withStatistic(statistic: Statistic | undefined): Patch {
  return statistic ? { statistic } : {};
}

const usualCharts = {
  headline: 'value',
  trend: 'line',
  breakdown: 'bar',
  table: 'heatmap',
  extremes: 'bar',
  distribution: 'bar',
  percentiles: 'table',
  cohort: 'heatmap',
  rows: 'table',
} as const;

function readCharts(reader: FieldReader): Readonly<Record<Cut, ChartKind>> {
  const given = Object.entries(reader.texts('charts') ?? {}).map(([cut, kind]) => {
    const known = chartKinds.find((each) => each === kind);
    if (!known || !cuts.some((each) => each === cut)) {
      reader.problems.push({ field: `charts.${cut}`, expected: chartKinds.join(' | ') });
    }
    return [cut, known ?? 'table'] as const;
  });
  return { ...usualCharts, ...Object.fromEntries(given) };
}

/** What a shape cannot do without. */
function problemsOf({ definition, sql, presets, variants }: Kpi): Text[] {
  const problems: Text[] = [];
  const { shape, value, numerator, denominator, expression } = definition;
  const options = axes.flatMap((axis) => variants[axis] ?? []);
  if (
    shape === 'ratio' &&
    !value &&
    !(numerator && denominator) &&
    !options.some(({ patch }) => patch.value ?? patch.numerator)
  ) {
    problems.push(text('kpi.file.missing', { field: 'value' }));
  }
  if (shape === 'quantile' && !expression && !options.some(({ patch }) => patch.expression)) {
    problems.push(text('kpi.file.missing', { field: 'expression' }));
  }
  if (shape === 'custom' && Object.keys(sql).length === 0) problems.push(text('kpi.file.noSql'));
  for (const preset of Object.values(presets)) {
    const unknown = preset.split('+').find((name) => !options.some((option) => option.name === name));
    if (unknown !== undefined)
      problems.push(text('kpi.file.expected', { field: 'presets', expected: unknown }));
  }
  return problems;
}

function proseProblems(kpi: Kpi | null): Text[] {
  if (!kpi) return [];
  return (['en', 'pt-BR'] as const)
    .filter((locale) => kpi.prose[locale].meaning === '')
    .map((locale) => text('kpi.file.noProse', { locale }));
}

function diagnostic(severity: Diagnostic['severity'], each: Text): Diagnostic {
  return { severity, text: each, line: null, cellId: null, span: null };
}
