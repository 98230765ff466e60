import { knownSources, type KnownSource } from '#import';
import { quoteIdentifier, quoteLiteral } from '#sql';
import { rowsOf, toNumber } from '#table';
import { base, ofSources, sentences, type Ask, type Check, type Found } from '../check.ts';

/** Rows that repeat others, and rows that were refused: the records of the import tell. */
export const files: Check = {
  id: 'files',
  look: async (ask) => {
    const result = await ask.engine.query(
      `select coalesce(sum(rows_duplicate), 0)::bigint, coalesce(sum(rows_rejected), 0)::bigint, coalesce(sum(rows_read), 0)::bigint from ${base(ask, 'source_files')} where ${ofSources(ask)}`,
      { signal: ask.signal },
    );
    const [duplicates = 0, rejected = 0, of = 0] = result.columns.map(
      (column) => toNumber(column.at(0)) ?? 0,
    );
    const own = ask.sources === null ? '' : `\n  and ${ofSources(ask)}`;
    const found: Found[] = [];
    if (duplicates > 0)
      found.push({
        id: 'duplicates',
        severity: 'note',
        ...sentences('duplicates', { count: duplicates }),
        count: duplicates,
        of,
        rows: `select source_id, file_name, rows_read, rows_duplicate\nfrom source_files\nwhere rows_duplicate > 0${own}\norder by source_id, file_name`,
        touches: [],
        remedy: null,
      });
    if (rejected > 0)
      found.push({
        id: 'rejected',
        severity: 'warning',
        ...sentences('rejected', { count: rejected }),
        count: rejected,
        of,
        rows: `select source_id, source_file, source_row, reason, raw\nfrom rejected_rows\nwhere true${own}\norder by source_id, source_file, source_row`,
        touches: ['tickets', 'contacts'],
        remedy: null,
      });
    return found;
  },
};

/** Times that name no zone, in files whose mapping names none: they were read by the zone that the importer chose. */
export const assumedZone: Check = {
  id: 'assumed_zone',
  look: async (ask) => {
    const sources = await sourcesOf(ask);
    const assumed = sources.filter((source) => source.mappings.some(({ entry }) => hasZonelessDates(entry)));
    if (assumed.length === 0) return [];
    const zones = [...new Set(assumed.map(({ timeZone }) => timeZone))].join(', ');
    const ids = assumed.map(({ sourceId }) => quoteLiteral(sourceId)).join(', ');
    return [
      {
        id: 'assumed_zone',
        severity: 'note',
        ...sentences('assumed_zone', { count: assumed.length, zone: zones }),
        count: assumed.length,
        of: sources.length,
        rows: `select source_id, vendor, time_zone\nfrom sources\nwhere source_id in (${ids})\norder by source_id`,
        touches: ['tickets.created_at', 'tickets.last_solved_at'],
        remedy: null,
      },
    ];
  },
};

/** Columns that the mapping fills and that hold nothing at all. */
export const emptyColumns: Check = {
  id: 'empty_columns',
  look: async (ask) => {
    const found: Found[] = [];
    for (const source of await sourcesOf(ask)) {
      const empty = await emptyOf(ask, source);
      if (empty.length === 0) continue;
      const [table = ''] = empty[0]!.split('.');
      const columns = empty.map((name) => quoteIdentifier(name.split('.')[1] ?? ''));
      const own = empty.filter((name) => name.startsWith(`${table}.`));
      found.push({
        id: `empty_columns:${source.sourceId}`,
        severity: 'note',
        ...sentences('empty_columns', {
          count: empty.length,
          columns: empty.join(', '),
          source: source.sourceId,
        }),
        count: empty.length,
        of: null,
        rows: `select ${columns.slice(0, own.length).join(', ')}\nfrom ${table}\nwhere source_id = ${quoteLiteral(source.sourceId)}`,
        touches: empty,
        remedy: null,
      });
    }
    return found;
  },
};

async function emptyOf(ask: Ask, { sourceId, mappings }: KnownSource): Promise<string[]> {
  const mapped = new Map<string, Set<string>>();
  for (const { mapping } of mappings) {
    for (const { table, columns } of mapping?.tables ?? []) {
      const names = mapped.get(table) ?? new Set<string>();
      for (const [name, field] of Object.entries(columns))
        if (field.kind !== 'constant' && field.kind !== 'row') names.add(name);
      mapped.set(table, names);
    }
  }
  const empty: string[] = [];
  for (const [table, names] of mapped) {
    if (table === 'names' || names.size === 0) continue;
    const counts = [...names].map((name) => `count(${quoteIdentifier(name)})`).join(', ');
    const result = await ask.engine.query(
      `select count(*), ${counts} from ${base(ask, table)} where source_id = ${quoteLiteral(sourceId)}`,
      { signal: ask.signal },
    );
    const [rows = 0, ...filled] = result.columns.map((column) => toNumber(column.at(0)) ?? 0);
    if (rows > 0)
      empty.push(...[...names].filter((_, index) => filled[index] === 0).map((name) => `${table}.${name}`));
  }
  return empty;
}

async function sourcesOf({ engine, sources }: Ask): Promise<readonly KnownSource[]> {
  const known = await knownSources(engine);
  return sources === null ? known : known.filter(({ sourceId }) => sources.includes(sourceId));
}

function hasZonelessDates(entry: unknown): boolean {
  if (!isRecord(entry) || !isRecord(entry['mapping']) || !isRecord(entry['dates'])) return false;
  if (typeof entry['mapping']['timeZone'] === 'string') return false;
  return Object.values(entry['dates']).some(
    (date) =>
      isRecord(date) &&
      date['offsets'] !== true &&
      date['way'] !== 'seconds' &&
      date['way'] !== 'milliseconds',
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const enough = 50;

/** One agent, or one channel, that has everything: often a column of the export that was filled with a default. */
export const singleValues: Check = {
  id: 'single_values',
  look: async (ask) => {
    const found: Found[] = [];
    for (const [id, column] of [
      ['single_agent', 'agent_id'],
      ['single_channel', 'channel'],
    ] as const) {
      const result = await ask.engine.query(
        `select min(${column}) as only, count(${column}) as n, count(distinct ${column}) as d from ${base(ask, 'tickets')} where ${ofSources(ask)}`,
        { signal: ask.signal },
      );
      const [row] = rowsOf(result);
      const count = toNumber(row?.['n'] ?? 0) ?? 0;
      const only = row?.['only'];
      if (count < enough || typeof only !== 'string' || (toNumber(row?.['d'] ?? 0) ?? 0) !== 1) continue;
      const own = ask.sources === null ? '' : `\nwhere ${ofSources(ask)}`;
      found.push({
        id,
        severity: 'note',
        ...sentences(id, { count, only }),
        count,
        of: null,
        rows: `select source_id, ${column}, count(*) as tickets\nfrom tickets${own}\ngroup by all\norder by tickets desc`,
        touches: [`tickets.${column}`],
        remedy: null,
      });
    }
    return found;
  },
};
