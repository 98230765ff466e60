import { QueryError, type Engine } from '#engine';
import { text } from '#errors';
import type { Diagnostic } from '#notebook';
import { bindKpi } from './bind.ts';
import { catalogue } from './catalogue.ts';
import { checkKpi } from './check.ts';
import type { Kpi, Translated } from './kpi.ts';
import { measure, type Measurement, type MeasureOptions } from './measure.ts';
import { diagnosticAt, parseKpi, type ParsedKpi } from './parse.ts';

/** A file of the reader's that defines a KPI. */
export interface KpiFile {
  readonly path: string;
  readonly text: string;
}

/** A KPI file, read: null for one that means nothing, or that bears a name which is taken. */
export interface OwnKpi {
  readonly path: string;
  readonly kpi: Kpi | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the reader's own KPIs. None takes the place of one that comes with the program, nor of one in a file before it. */
export function readOwnKpis(files: readonly KpiFile[], shipped: readonly Kpi[] = catalogue): OwnKpi[] {
  const taken = new Map(shipped.map(({ id }) => [id, '']));
  return files.map(({ path, text: source }) => {
    const { kpi, diagnostics, places } = checked(path, source);
    const owner = kpi === null ? undefined : taken.get(kpi.id);
    if (kpi === null || owner === undefined) {
      if (kpi) taken.set(kpi.id, path);
      return { path, kpi, diagnostics };
    }
    const clash = diagnosticAt(source, takenText(kpi.id, owner), places.value('id'));
    return { path, kpi: null, diagnostics: [clash, ...diagnostics] };
  });
}

/** What an engine has against the SQL of one of the reader's files, at its place; nothing of it is run. */
export async function bindOwnKpi(
  engine: Engine,
  source: string,
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  return bindKpi(engine, source, read(source), signal);
}

/**
 * Measures a KPI among others. One of the reader's that the engine refuses cannot be computed, with the engine's reason:
 * it keeps nobody from the rest. One of ours that is refused is our mistake, and is thrown.
 */
export async function measureAny(
  engine: Engine,
  book: string | null,
  kpi: Kpi,
  options: MeasureOptions,
): Promise<Measurement> {
  try {
    return await measure(engine, book, kpi, options);
  } catch (error) {
    const isRefused = error instanceof QueryError && error.kind !== 'interrupted' && error.kind !== 'memory';
    if (!isRefused || catalogue.includes(kpi)) throw error;
    return refused(kpi, error);
  }
}

/** A KPI's file under another id and other names, for its reader to change. */
export function copyOfKpi(
  source: string,
  { id, name }: { readonly id: string; readonly name: Translated },
): string {
  const end = source.indexOf('\n---', 4);
  const front = source
    .slice(0, end)
    .replace(/^(?:version|order):.*\n/gm, '')
    .replace(/^id:.*$/m, () => `id: ${id}`)
    .replace(
      /^name:.*(?:\n[ \t]+.*)*$/m,
      () => `name: {en: ${quoted(name.en)}, pt-BR: ${quoted(name['pt-BR'])}}`,
    );
  return front + source.slice(end);
}

/** The first of `my_csat`, `my_csat_2`, … that no KPI has. */
export function freeId(wanted: string, kpis: readonly Kpi[]): string {
  const taken = new Set(kpis.map(({ id }) => id));
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}_${count}`;
  return id;
}

interface Checked extends ParsedKpi {
  readonly text: string;
}

/** Files are read again at every key, and but one of them has changed. */
const known = new Map<string, Checked>();

function checked(path: string, source: string): Checked {
  const before = known.get(path);
  if (before?.text === source) return before;
  const now = { ...read(source), text: source };
  known.set(path, now);
  return now;
}

function read(source: string): ParsedKpi {
  const parsed = parseKpi(source);
  const diagnostics = [...parsed.diagnostics, ...checkKpi(source, parsed)];
  const isBroken = diagnostics.some(({ severity }) => severity === 'error');
  const kpi = parsed.kpi === null || isBroken ? null : withVersion(parsed.kpi, source);
  return { ...parsed, kpi, diagnostics };
}

/** A file that counts no versions has one that changes with what it defines: cells made before then know that they are older. */
function withVersion(kpi: Kpi, source: string): Kpi {
  if (/^version:/m.test(source.slice(0, source.indexOf('\n---', 4)))) return kpi;
  const { definition, variants, combinations, dimensions, grain, by, sql } = kpi;
  const meaning = JSON.stringify([definition, variants, combinations, dimensions, grain, by, sql]);
  return { ...kpi, version: fingerprint(meaning) };
}

function fingerprint(meaning: string): number {
  let hash = 0x811c9dc5;
  for (const letter of meaning) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) % 1_000_000;
}

/** An empty owner is the program. */
function takenText(id: string, owner: string) {
  return owner === ''
    ? text('kpi-file.shipped', { id })
    : text('kpi-file.twice', { id, file: owner.replace(/^own\//, '') });
}

function quoted(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ()–-]*$/u.test(name) ? name : JSON.stringify(name);
}

function refused({ id, definition }: Kpi, error: QueryError): Measurement {
  return {
    id,
    status: 'not_computable',
    value: null,
    unit: definition.unit,
    n: null,
    numerator: null,
    denominator: null,
    interval: null,
    small: false,
    variant: '',
    path: null,
    reason: error.text,
    alternatives: [],
    notes: [],
    also: null,
    extras: {},
    previous: null,
    lastYear: null,
    begins: null,
    target: null,
  };
}
