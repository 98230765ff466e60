import { parse as parseYaml } from 'yaml';
import { text, type Text } from '#errors';
import type { Cell } from '#notebook';
import type { Value } from '#table';
import { parsePeriod } from '#time';
import { inputTypes, isInputType, type InputSpec, type InputType, type OptionSource } from './spec.ts';

/** An input's YAML body, repaired where it is wrong. */
export function parseInput(cell: Pick<Cell, 'name' | 'source'>): { spec: InputSpec; problems: Text[] } {
  const { fields, problem } = readFields(cell.source);
  const written = fields['type'] ?? 'text';
  const type = isInputType(written) ? written : 'text';
  const name = cell.name ?? '';
  const stated: InputSpec = {
    name,
    type,
    label: typeof fields['label'] === 'string' ? fields['label'] : name,
    options: toOptions(fields['options']),
    none: typeof fields['none'] === 'string' ? fields['none'] : null,
    initial: toValue(fields['default']),
    ...toRange(fields, type),
  };
  const spec = type === 'slider' && stated.initial === null ? { ...stated, initial: stated.min } : stated;
  const problems = problem
    ? [problem]
    : [...unknownSettings(fields), ...specProblems(spec, written, fields['options'] !== undefined)];
  return { spec, problems };
}

const settings = ['type', 'label', 'default', 'options', 'none', 'min', 'max', 'step'];

/** A slip such as `defualt` would leave the input without its value, and every number behind it another one. */
function unknownSettings(fields: Fields): Text[] {
  return Object.keys(fields)
    .filter((key) => !settings.includes(key))
    .map((key) => text('runtime.input.unknown', { key, known: settings.join(', ') }));
}

/** A slider has two ends, and goes from one to the other in some dozens of round steps unless told. */
function toRange(fields: Fields, type: InputType): Pick<InputSpec, 'min' | 'max' | 'step'> {
  const [min, max] = [toNumber(fields['min']), toNumber(fields['max'])];
  const step = toNumber(fields['step']);
  if (type !== 'slider') return { min, max, step };
  const [first, last] = [min ?? 0, max ?? 100];
  return { min: first, max: last, step: step ?? 10 ** Math.floor(Math.log10((last - first) / 20)) };
}

type Fields = Readonly<Record<string, unknown>>;

function readFields(source: string): { fields: Fields; problem: Text | null } {
  try {
    const fields: unknown = parseYaml(source, { logLevel: 'error' });
    if (fields === null || fields === undefined) return { fields: {}, problem: null };
    return isFields(fields)
      ? { fields, problem: null }
      : { fields: {}, problem: text('runtime.input.noMapping') };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { fields: {}, problem: text('runtime.input.unreadable', { message }) };
  }
}

function specProblems(spec: InputSpec, written: unknown, hasOptions: boolean): Text[] {
  const isChoice = spec.type === 'select' || spec.type === 'multiselect';
  const isBadPeriod =
    spec.type === 'period' && typeof spec.initial === 'string' && 'code' in parsePeriod(spec.initial);
  return [
    ...(isInputType(written)
      ? []
      : [text('runtime.input.type', { type: String(written), types: inputTypes.join(', ') })]),
    ...(isChoice && !hasOptions ? [text('runtime.input.options')] : []),
    ...(isEmptyRange(spec)
      ? [text('runtime.input.range', { min: spec.min ?? '', max: spec.max ?? '' })]
      : []),
    ...(isBadPeriod ? [text('runtime.input.period', { period: String(spec.initial) })] : []),
  ];
}

function isEmptyRange({ type, min, max, step }: InputSpec): boolean {
  return type === 'slider' && !(Number(min) < Number(max) && Number(step) > 0);
}

function toOptions(value: unknown): OptionSource {
  if (typeof value === 'string') return { kind: 'query', sql: value.trim().replace(/;$/, '') };
  const values = Array.isArray(value) ? value.map(toValue) : [];
  const areNumbers = values.length > 0 && values.every((item) => typeof item === 'number');
  return {
    kind: 'list',
    values: areNumbers ? values : values.map((item) => (item === null ? null : String(item))),
    valueKind: areNumbers ? 'float' : 'text',
  };
}

/** What YAML may hold as a value of ours. */
function toValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toValue);
  if (!isFields(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toValue(item)]));
}

function toNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
