import { text, type Text } from '#errors';
import type { Diagnostic } from '#notebook';
import { grains } from '#time';
import { betters, statistics, units } from './fields.ts';
import { parseBody, type Fence, type KpiBody } from './body.ts';
import { FieldReader, isFields, splitKpi, type FieldProblem, type Fields } from './front-matter.ts';
import {
  axes,
  chartKinds,
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
import { nearest } from './near.ts';
import type { Places, Span } from './places.ts';

export interface ParsedKpi {
  /** Null if an error keeps it from meaning anything. */
  readonly kpi: Kpi | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its fields stand. */
  readonly places: Places;
  /** Its own SQL, with its places in the file. */
  readonly fences: readonly Fence[];
}

/** Reads a KPI file: front matter, prose in both languages, own SQL. Never throws. */
export function parseKpi(source: string): ParsedKpi {
  const { fields, body, bodyFrom, places, problem } = splitKpi(source);
  if (problem !== null) {
    const found = diagnosticAt(source, problem.text, problem.span);
    return { kpi: null, diagnostics: [found], places, fences: [] };
  }
  const reader = new FieldReader(fields);
  const parsed = parseBody(body);
  const fences = parsed.fences.map((fence) => movedBy(bodyFrom, fence));
  const missing: string[] = [];
  const kpi = readKpi(reader, missing, parsed);
  const at = ({ field, text: said, isName }: FieldProblem, severity: Diagnostic['severity'] = 'error') =>
    diagnosticAt(source, said, isName ? places.key(field) : places.value(field), severity);
  const errors = [
    ...missing.map((field) => diagnosticAt(source, text('kpi-file.missing', { field }), places.key(''))),
    ...reader.problems.map((each) => at(each)),
    ...(kpi === null ? [] : problemsOf(kpi).map((each) => at(each))),
    ...fenceProblems(fences, kpi).map(({ text: said, span }) => diagnosticAt(source, said, span)),
  ];
  const warnings = [
    ...reader.unknown().map((each) => at(each, 'warning')),
    ...proseProblems(kpi).map((each) => diagnosticAt(source, each, null, 'warning')),
  ];
  return { kpi: errors.length === 0 ? kpi : null, diagnostics: [...errors, ...warnings], places, fences };
}

function movedBy(offset: number, fence: Fence): Fence {
  return { ...fence, wordFrom: fence.wordFrom + offset, sqlFrom: fence.sqlFrom + offset };
}

function readKpi(reader: FieldReader, missing: string[], { prose, sql, optionSql }: KpiBody): Kpi | null {
  const need = <Value>(field: string, value: Value | undefined): Value | undefined => {
    if (value === undefined && !reader.has(field)) missing.push(field);
    return value;
  };
  const id = readId(reader, need('id', reader.text('id')));
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
    settles: reader.number('settles') ?? 0,
    dimensions: reader.texts('dimensions') ?? {},
    components: reader.list('components') ?? [],
    charts: readCharts(reader),
    target: readTarget(reader),
  };
  if (!id || !name || !theme || !shape || !unit || !from) return null;
  const definition: Definition = { ...blank, ...patch, shape, unit, from };
  return { id, name, theme, definition, variants, combinations, ...kpi, sql, prose };
}

/** Cells are named after it, so it is written as cells are. */
function readId(reader: FieldReader, id: string | undefined): string | undefined {
  if (id === undefined || /^[a-z][a-z0-9_]*$/.test(id)) return id;
  return reader.wrong('id', 'kpi-file.expectedId');
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
  undated: null,
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
  reader.wrong('name', 'kpi-file.expectedName');
  return null;
}

/** `target: {value: 0.8, note: {en: …, pt-BR: …}}`; a note in one text holds for both languages. */
function readTarget(reader: FieldReader): StartingTarget | null {
  const fields = reader.fields('target');
  if (fields === undefined) return null;
  const inner = new FieldReader(fields, 'target.');
  const value = inner.number('value');
  const note = isFields(fields['note']) ? inner.texts('note') : inner.text('note');
  if (!inner.has('value')) inner.wrong('value', 'kpi-file.expectedNumber');
  reader.problems.push(...inner.problems, ...inner.unknown());
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
    undated: reader.text('undated'),
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
  if (value !== null && !isFields(value)) reader.wrong(path, 'kpi-file.expectedFields');
  reader.problems.push(...inner.problems, ...inner.unknown());
  return patch;
}

interface VariantContext {
  readonly hasStatistics: boolean;
  readonly optionSql: Readonly<Record<string, OwnSql>>;
}

function readVariants(reader: FieldReader, { hasStatistics, optionSql }: VariantContext): Kpi['variants'] {
  const fields = reader.fields('variants') ?? {};
  for (const name of Object.keys(fields)) {
    if (!axes.some((axis) => axis === name)) reader.expect(`variants.${name}`, name, axes, true);
  }
  const read = axes.flatMap((axis) => {
    const options =
      fields[axis] ?? (axis === 'statistic' && hasStatistics ? { mean: {}, median: {}, p90: {} } : null);
    return isFields(options) ? [[axis, readOptions(reader, axis, options, optionSql)] as const] : [];
  });
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
  percentiles: 'bar',
  cohort: 'heatmap',
  rows: 'table',
} as const;

function readCharts(reader: FieldReader): Readonly<Record<Cut, ChartKind>> {
  const given = Object.entries(reader.texts('charts') ?? {}).map(([cut, kind]) => {
    const known = chartKinds.find((each) => each === kind);
    if (!cuts.some((each) => each === cut)) reader.expect(`charts.${cut}`, cut, cuts, true);
    else if (!known) reader.expect(`charts.${cut}`, kind, chartKinds);
    return [cut, known ?? 'table'] as const;
  });
  return { ...usualCharts, ...Object.fromEntries(given) };
}

/** What a shape cannot do without. */
function problemsOf({ definition, sql, presets, variants }: Kpi): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const miss = (field: string) =>
    problems.push({ field: 'shape', text: text('kpi-file.missing', { field }), isName: false });
  const { shape, value, numerator, denominator, expression } = definition;
  const options = axes.flatMap((axis) => variants[axis] ?? []);
  const says = (is: (patch: Patch) => unknown) => options.some(({ patch }) => is(patch));
  const isRatio = value ?? (numerator && denominator);
  if (shape === 'ratio' && !isRatio && !says((patch) => patch.value ?? patch.numerator)) miss('value');
  if (shape === 'quantile' && !expression && !says((patch) => patch.expression)) miss('expression');
  if (shape === 'custom' && Object.keys(sql).length === 0)
    problems.push({ field: 'shape', text: text('kpi-file.noSql'), isName: false });
  for (const [vendor, preset] of Object.entries(presets)) {
    const unknown = preset.split('+').find((name) => !options.some((option) => option.name === name));
    if (unknown === undefined) continue;
    const said = text('kpi.variant.unknown', {
      kpi: 'presets',
      variant: unknown,
      known: options.map(({ name }) => name).join(', '),
    });
    problems.push({ field: `presets.${vendor}`, text: said, isName: false });
  }
  return problems;
}

/** A fence names a cut, and an option if it is for one. */
function fenceProblems(fences: readonly Fence[], kpi: Kpi | null): { text: Text; span: Span }[] {
  const options = kpi === null ? [] : axes.flatMap((axis) => kpi.variants[axis] ?? []);
  return fences.flatMap(({ word, cut, option, wordFrom }) => {
    const span = { from: wordFrom, to: wordFrom + word.length };
    if (cut === null) return [{ text: fenceText(word, cuts), span }];
    const isKnown = option === null || kpi === null || options.some(({ name }) => name === option);
    if (isKnown) return [];
    return [
      {
        text: fenceText(
          option,
          options.map(({ name }) => name),
        ),
        span,
      },
    ];
  });
}

function fenceText(word: string, words: readonly string[]): Text {
  const field = `\`\`\`sql … ${word}`;
  const near = nearest(word, words);
  const expected = words.join(' | ') || '—';
  return near === null
    ? text('kpi-file.expected', { field, expected })
    : text('kpi-file.expectedNear', { field, value: word, near, expected });
}

function proseProblems(kpi: Kpi | null): Text[] {
  if (!kpi) return [];
  return (['en', 'pt-BR'] as const)
    .filter((locale) => kpi.prose[locale].meaning === '')
    .map((locale) => text('kpi-file.noProse', { locale }));
}

/** Something wrong at a place of a KPI's file. */
export function diagnosticAt(
  source: string,
  said: Text,
  span: Span | null,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  const line = span === null ? null : source.slice(0, span.from).split('\n').length;
  return { severity, text: said, line, cellId: null, span };
}
