import { ImportError } from '#errors';
import type { Engine } from '#engine';
import { quoteLiteral, quoteRelation } from '#sql';
import { toNumber } from '#table';
import { fingerprint } from './fingerprint.ts';
import { knownSources, type KnownFile, type KnownSource } from './identity.ts';
import type { MappedTable } from './mapped-table.ts';
import { parseMapping, serializeMapping } from './mapping-file.ts';
import { signatureOf } from './mapping-store.ts';
import { tableSql, type Plan } from './compile/table-sql.ts';

/** Where a group of files would go: a source that is there, or a new one, and which others it could join. */
export interface Target {
  readonly vendor: string;
  readonly tables: readonly MappedTable[];
  readonly sourceId: string;
  /** Null for a new source. */
  readonly joins: KnownSource | null;
  /** The sources of the same vendor, the likeliest first. */
  readonly candidates: readonly KnownSource[];
}

/** Which sources the files belong to: files of one vendor that are parts of the same table or different tables belong together. */
export async function targetsOf(
  engine: Engine,
  tables: readonly MappedTable[],
  { into }: { readonly into?: string | undefined } = {},
): Promise<Target[]> {
  const known = await knownSources(engine);
  const targets: Target[] = [];
  for (const group of groupsOf(tables)) {
    const taken = new Set([...known, ...targets].map(({ sourceId }) => sourceId));
    targets.push(await targetOf(group, { known, taken, into }));
  }
  return targets;
}

interface Choice {
  readonly known: readonly KnownSource[];
  /** Ids that are no longer free. */
  readonly taken: ReadonlySet<string>;
  readonly into: string | undefined;
}

async function targetOf(group: readonly MappedTable[], { known, taken, into }: Choice): Promise<Target> {
  const vendor = group[0]?.mapping.vendor ?? '';
  const ranked = await rankedSources(
    group,
    known.filter((source) => source.vendor === vendor),
  );
  const candidates = ranked.map(({ source }) => source);
  const fresh = (name: string) => ({ sourceId: freeId(name, taken), joins: null });
  const join = (source: KnownSource) => ({ sourceId: source.sourceId, joins: source });
  const stated = known.find(({ sourceId }) => sourceId === into);
  const likely = ranked.find(({ score }) => score > 0)?.source;
  return { vendor, tables: group, candidates, ...found() };

  function found() {
    if (into === undefined && likely) return join(likely);
    if (into === undefined || into === 'new') return fresh(nameOf(group));
    if (!stated) return fresh(into);
    if (stated.vendor === vendor) return join(stated);
    throw new ImportError('import.into.vendor', { source: stated.sourceId, own: stated.vendor, vendor });
  }
}

interface Ranked {
  readonly source: KnownSource;
  readonly score: number;
}

/** The same file says most, then files with the same headers, then a file much like one of its own, or one that it lacks so far. */
async function rankedSources(
  group: readonly MappedTable[],
  sources: readonly KnownSource[],
): Promise<Ranked[]> {
  if (sources.length === 0) return [];
  const prints = new Set(await Promise.all(group.map(({ raw }) => fingerprint(raw.file))));
  const headers = new Set(group.map(({ raw }) => signatureOf(raw)));
  const ranked = sources.map((source) => {
    const same = source.files.filter(({ sha256 }) => sha256 !== null && prints.has(sha256)).length;
    const alike = source.files.filter((file) => headers.has(file.headers)).length > 0 ? 1 : 0;
    const kin = alike === 0 && isKin(group, source) ? 1 : 0;
    return { source, score: 100 * Math.min(same, 1) + 10 * alike + kin };
  });
  return ranked.sort((a, b) => b.score - a.score);
}

/** Sheets of one's own have nothing in common but their headers. */
const nameless: ReadonlySet<string> = new Set([
  'generic',
  'canonical',
  'calls',
  'social',
  'orders',
  'customer360',
  '',
]);

/** An export of the same vendor with a column more or less, or with what the source lacks: its messages, its answers. */
function isKin(group: readonly MappedTable[], source: KnownSource): boolean {
  const [first] = group;
  const { vendor } = first?.mapping ?? { vendor: '' };
  if (nameless.has(vendor) && vendor !== 'canonical') return false;
  const filled = new Set(source.mappings.flatMap(({ mapping }) => mapping?.tables[0]?.table ?? []));
  return group.every(({ raw, mapping }) => {
    const table = mapping.tables[0]?.table ?? '';
    const own = new Set(signatureOf(raw).split('|'));
    const completes = mapping.tables[0]?.completes ?? false;
    return completes || !filled.has(table) || source.files.some((file) => overlap(own, file) >= 0.5);
  });
}

function overlap(own: ReadonlySet<string>, { headers }: KnownFile): number {
  const others = headers.split('|');
  const shared = others.filter((header) => own.has(header)).length;
  return shared / Math.max(own.size, others.length, 1);
}

function groupsOf(tables: readonly MappedTable[]): MappedTable[][] {
  const groups: MappedTable[][] = [];
  for (const table of tables) {
    const group = groups.find((members) => members.every((member) => belongTogether(member, table)));
    if (group) group.push(table);
    else groups.push([table]);
  }
  return groups;
}

/** What one vendor handed out in several lists or spellings is one export: the same ticket in two of them is one ticket. */
function belongTogether(a: MappedTable, b: MappedTable): boolean {
  if (a.mapping.vendor !== b.mapping.vendor || a.mapping.timeZone !== b.mapping.timeZone) return false;
  const [one, other] = [a.mapping.tables[0]?.table, b.mapping.tables[0]?.table];
  if (one !== other || signatureOf(a.raw) === signatureOf(b.raw)) return true;
  if (a.raw.file.name === b.raw.file.name || [a, b].some(completesOthers)) return true;
  if (!nameless.has(a.mapping.vendor)) return true;
  return one !== undefined && manySided.has(one);
}

/** A list that adds to the rows of others belongs to them. */
function completesOthers({ mapping }: MappedTable): boolean {
  return mapping.tables[0]?.completes ?? false;
}

/** Tables that one export fills from lists of different columns: what ids of every kind mean, and sums whose grain tells them apart. */
const manySided: ReadonlySet<string> = new Set(['names', 'period_facts']);

/** A source is called by its vendor; one that has none by its file, of several the one with the tickets. */
function nameOf(group: readonly MappedTable[]): string {
  const vendor = group[0]?.mapping.vendor ?? '';
  if (!nameless.has(vendor) || (vendor === 'canonical' && group.length > 1)) return vendor;
  const main = group.find(({ mapping }) => mapping.tables[0]?.table === 'tickets') ?? group[0];
  return main?.raw.file.name.replace(/^.*\//, '').replace(/(\.\w{1,8})+$/, '') ?? vendor;
}

/** The name as an id that no other source has. */
export function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .toLowerCase()
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const wanted = plain === '' || plain === 'new' ? 'source' : plain;
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

/** The file of a source that is this very one and was read in the same way. */
export async function sameFile(
  { raw, mapping }: MappedTable,
  source: KnownSource,
): Promise<KnownFile | null> {
  const sha256 = await fingerprint(raw.file);
  const sheet = raw.sheet === null ? '' : ` · ${raw.sheet}`;
  const found = source.files.find((file) => file.sha256 === sha256 && file.name.endsWith(sheet));
  const read = source.mappings.find(({ name }) => name === found?.name)?.mapping ?? null;
  const now = parseMapping(JSON.stringify(mapping));
  return found && read && now && serializeMapping(read) === serializeMapping(now) ? found : null;
}

/** Two accounts number their tickets alike: where the same numbers were opened on other days, they are not the same tickets. */
export async function accountOf(
  engine: Engine,
  plans: readonly Plan[],
  sourceId: string,
): Promise<'same' | 'other' | 'unknown'> {
  for (const plan of plans) {
    const mapping = plan.mapping.tables.find(({ table }) => table === 'tickets');
    if (!mapping?.columns['created_at'] || !mapping.columns['ticket_id']) continue;
    const { query, columns } = tableSql(plan, mapping, `(from ${plan.raw.relation} limit ${sampled})`);
    if (!columns.has('created_at_utc')) continue;
    const tickets = quoteRelation(engine.database, 'base', 'tickets');
    const both = `from (${query}) n join ${tickets} b on b.source_id = ${quoteLiteral(sourceId)} and b.ticket_id = n.ticket_id where n.created_at_utc is not null and b.created_at_utc is not null`;
    const result = await engine.query(
      `select count(*), count(*) filter (where abs(epoch(n.created_at_utc - b.created_at_utc)) > ${2 * 86_400}) ${both}`,
    );
    const [shared = 0, elsewhere = 0] = result.columns.map((column) => toNumber(column.at(0)) ?? 0);
    if (shared >= 5) return elsewhere > shared / 2 ? 'other' : 'same';
  }
  return 'unknown';
}

const sampled = 5000;
