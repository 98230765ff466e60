import { text } from '#errors';
import type { Mapping, TableMapping } from '../mapping.ts';
import type { RawColumn, RawTable } from '../readers/reader.ts';
import { plainWord } from '../vocabulary/index.ts';
import { recogniseHeaders, type Signature, type Weights } from './recognise.ts';
import type { Recognition, Source } from './source.ts';
import { columnUnder, fit, headerIndex, type Template } from './template.ts';

/** One kind of table that a vendor hands out: how it is known, and what its rows fill. Headers are spellings parted by `|`, as `plainWord` writes them; the row that a list stood in is `parent`. */
export interface Shape {
  readonly name: string;
  /** Headers all of which such a table has. */
  readonly needs?: readonly string[];
  /** Headers that it never has: a table with one of them is another. */
  readonly lacks?: string;
  /** Instead of `needs`, for exports whose columns anyone may choose: headers are counted. */
  readonly signature?: Signature;
  readonly weights?: Weights;
  /** Words for the list or the file that holds such rows. */
  readonly called?: string;
  /** Too plain to be known alone: only beside another table of the vendor. */
  readonly inCompany?: boolean;
  /** The first is what a row stands for; none if such a table is known and holds nothing of interest. */
  readonly tables: readonly Template[];
  /** What changes if tables of these shapes are read with it. */
  readonly beside?: Readonly<Record<string, Beside>>;
  /** Columns kept by their own names: those whose headers begin like this. */
  readonly custom?: RegExp;
}

/** The other table says these things better, or makes these worth saying. */
export interface Beside {
  readonly adds?: readonly Template[];
  readonly dropsColumns?: readonly string[];
  readonly dropsTables?: readonly string[];
}

/** All kinds of table of one vendor. */
export interface Vendor {
  readonly vendor: string;
  readonly title: string;
  readonly shapes: readonly Shape[];
  readonly vocabularies?: Mapping['vocabularies'];
  readonly timeZone?: string;
}

/** A source out of the shapes of its tables. */
export function sourceOf(vendor: Vendor): Source {
  const { title, vocabularies, timeZone } = vendor;
  return {
    vendor: vendor.vendor,
    title,
    recognise: (raw, among) => recognise(vendor, raw, among),
    tables: (raw, among) => tablesOf(vendor, raw, among),
    ...(vocabularies ? { vocabularies } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

interface Known {
  readonly shape: Shape;
  readonly recognition: Recognition;
}

const surely = 0.8;
const inCompany = 0.7;

function recognise(vendor: Vendor, raw: RawTable, among: readonly RawTable[]): Recognition {
  const known = shapeOf(vendor, raw, among);
  if (known) {
    const leftOut = known.shape.tables.length === 0;
    return leftOut ? left(vendor, known.recognition.score) : known.recognition;
  }
  return belongs(vendor, raw, among) ? left(vendor, inCompany) : { score: 0, why: [] };
}

function left({ title }: Vendor, score: number): Recognition {
  return { score, why: [text('import.why.leftOut', { vendor: title })], leftOut: true };
}

function tablesOf(vendor: Vendor, raw: RawTable, among: readonly RawTable[]): TableMapping[] {
  const shape = shapeOf(vendor, raw, among)?.shape;
  if (!shape) return [];
  const aliased = withAliases(raw);
  const changes = Object.entries(shape.beside ?? {}).flatMap(([name, change]) =>
    among.some((other) => other.id !== raw.id && shapeOf(vendor, other, among)?.shape.name === name)
      ? [change]
      : [],
  );
  const without = new Set(changes.flatMap(({ dropsTables = [] }) => dropsTables));
  const dropped = new Set(changes.flatMap(({ dropsColumns = [] }) => dropsColumns));
  return [
    ...shape.tables.filter(({ table }) => !without.has(table)),
    ...changes.flatMap(({ adds = [] }) => adds),
  ].flatMap((template, index) => {
    const columns = Object.entries(template.columns).filter(([name]) => index > 0 || !dropped.has(name));
    const fitted = fit(
      withStandingFilter({ ...template, columns: Object.fromEntries(columns) }, aliased),
      aliased,
    );
    if (!fitted || isEmpty(fitted)) return [];
    return [fitted.table === 'tickets' && !fitted.completes ? withCustomFields(fitted, shape, raw) : fitted];
  });
}

/** An answer needs its column; a row of another table more than what every row of it has. */
function isEmpty({ table, columns, completes }: TableMapping): boolean {
  if (table === 'ratings') return !('score' in columns);
  return completes === true && Object.keys(columns).length < 2;
}

/** What must not stand in a column that is not there does not. */
function withStandingFilter(template: Template, raw: RawTable): Template {
  const { where, ...rest } = template;
  if (!where?.not || columnUnder(headerIndex(raw), where.column) !== null) return template;
  return rest;
}

function withCustomFields(table: TableMapping, { custom }: Shape, raw: RawTable): TableMapping {
  if (!custom) return table;
  const fields = raw.columns.filter(({ name, header }) => custom.test(header === '' ? name : header));
  return fields.length === 0 ? table : { ...table, customFields: fields.map(({ name }) => name) };
}

/** The shape that fits best; shapes that need company count only in it. */
function shapeOf(vendor: Vendor, raw: RawTable, among: readonly RawTable[]): Known | null {
  const alone = bestShape(vendor, raw, false);
  if (alone && alone.recognition.score >= surely) return alone;
  const company = among.some((other) => other.id !== raw.id && bestShape(vendor, other, false) !== null);
  return (company ? bestShape(vendor, raw, true) : null) ?? alone;
}

function bestShape(vendor: Vendor, raw: RawTable, company: boolean): Known | null {
  const aliased = withAliases(raw);
  const known = vendor.shapes.flatMap((shape) => {
    if ((shape.inCompany ?? false) !== company) return [];
    const recognition = ofShape(vendor, shape, aliased);
    return recognition.score > 0 ? [{ shape, recognition }] : [];
  });
  return known.length === 0
    ? null
    : known.reduce((a, b) => (b.recognition.score > a.recognition.score ? b : a));
}

function ofShape({ title }: Vendor, shape: Shape, raw: RawTable): Recognition {
  const headers = headerIndex(raw);
  const { needs = [], lacks, called } = shape;
  const isOther = lacks !== undefined && columnUnder(headers, lacks) !== null;
  if (shape.signature && !isOther) return recogniseHeaders(raw, title, shape.signature, shape.weights);
  const isCalled = called !== undefined && goesBy(raw, called);
  if (isOther || (shape.inCompany && called !== undefined && !isCalled)) return { score: 0, why: [] };
  if (!needs.every((spellings) => columnUnder(headers, spellings) !== null)) return { score: 0, why: [] };
  const base = shape.inCompany ? inCompany : surely;
  return {
    score: Math.min(1, base + 0.02 * needs.length + (isCalled ? 0.02 : 0)),
    why: [text('import.why.headers', { found: needs.length, vendor: title })],
  };
}

/** Lists that say nothing of what is in them: then the file's name does. */
const anyList = /^(_?results?|data|items|elements|records|values?|list)$/i;

/** By the list that the rows stood in, or the file's name: `users`, `zendesk_users_2025.json`. */
function goesBy({ sheet, file }: RawTable, called: string): boolean {
  const last = sheet?.split('.').at(-1) ?? '';
  const isNamed = last !== '' && !anyList.test(last);
  const list = isNamed ? last : file.name.replace(/^.*\//, '').replace(/(\.[a-z0-9]+)+$/i, '');
  const words = ` ${plainWord(list)} `;
  return called.split('|').some((word) => words.includes(` ${word} `));
}

/** Whatever else stands in a file, or comes from a connector, that this vendor's tables came from. */
function belongs(vendor: Vendor, raw: RawTable, among: readonly RawTable[]): boolean {
  const mark = connectorMark(raw);
  return among.some(
    (other) =>
      other.id !== raw.id &&
      ((raw.format === 'json' && other.file.name === raw.file.name) ||
        (mark !== null && connectorMark(other) === mark)) &&
      (bestShape(vendor, other, false)?.recognition.score ?? 0) >= surely,
  );
}

/** The column that a warehouse connector adds to all its tables. */
function connectorMark({ columns }: RawTable): string | null {
  const mark = columns.find(({ header }) => /^_\w+_synced$/.test(header));
  return mark ? 'synced' : null;
}

/** A list's row carries what it stood in as `../id`: spoken of as `parent id` only, lest a comment look like its ticket. Rows that are one object each (`{"ticket": {…}}`) are spoken of by what is in it. */
function withAliases(raw: RawTable): RawTable {
  if (raw.format !== 'json') return raw;
  const isParent = ({ name }: RawColumn) => name.startsWith('../');
  const own = raw.columns.filter((column) => !isParent(column));
  const parents = raw.columns.filter(isParent);
  const unwrapped = wrapperOf(own, '') === '' ? [] : alias(own, '', '');
  return { ...raw, columns: [...own, ...unwrapped, ...alias(parents, '../', 'parent ')] };
}

function alias(columns: readonly RawColumn[], prefix: string, header: string): RawColumn[] {
  const start = prefix.length + wrapperOf(columns, prefix).length;
  return columns.map((column) => ({ ...column, header: `${header}${column.name.slice(start)}` }));
}

/** What all names begin with, up to a dot, if there is more than one. */
function wrapperOf(columns: readonly RawColumn[], prefix: string): string {
  const first = new Set(columns.map(({ name }) => /^[^.]+\./.exec(name.slice(prefix.length))?.[0] ?? ''));
  const [only = ''] = first;
  return columns.length > 1 && first.size === 1 ? only : '';
}
