import { text } from '#errors';
import { canonicalTables, inBase } from '#import';
import { quoteIdentifier } from '#sql';
import { toNumber } from '#table';
import {
  base,
  failed,
  inViews,
  ofSources,
  sentences,
  type Ask,
  type Check,
  type Found,
  type RowCheck,
} from './check.ts';

/** The checks of one table in one scan; where that fails, each by itself. */
export function tableCheck(table: string, checks: readonly RowCheck[]): Check {
  return {
    id: table,
    look: async (ask) => {
      try {
        return await scan(ask, table, checks);
      } catch (cause) {
        if (checks.length === 1 || ask.signal?.aborted) throw cause;
        const each = await Promise.allSettled(checks.map((check) => scan(ask, table, [check])));
        if (each.every(({ status }) => status === 'rejected')) throw cause;
        return each.flatMap((settled, index) =>
          settled.status === 'fulfilled' ? settled.value : [failed(checks[index]?.id ?? table)],
        );
      }
    },
  };
}

async function scan(ask: Ask, table: string, checks: readonly RowCheck[]): Promise<Found[]> {
  const counts = checks.map(({ where }) => `count(*) filter (where ${inBase(ask.engine, where)})`);
  const result = await ask.engine.query(
    `select count(*), ${counts.join(', ')} from ${base(ask, table)} where ${ofSources(ask)}`,
    { signal: ask.signal },
  );
  const [all = 0, ...found] = result.columns.map((column) => toNumber(column.at(0)) ?? 0);
  return checks.flatMap((check, index) => {
    const count = found[index] ?? 0;
    return count > 0 && count <= all * (check.mostOf ?? 1) ? [findingOf(ask, check, count, all)] : [];
  });
}

function findingOf(ask: Ask, check: RowCheck, count: number, of: number): Found {
  const { id, severity, table, where, touches, canExclude = false } = check;
  return {
    id,
    severity,
    ...sentences(id, { count }),
    count,
    of,
    rows: rowsQuery(ask, check),
    touches,
    remedy: canExclude
      ? { kind: 'exclude', table, where, label: text('preflight.exclude', { count }) }
      : null,
  };
}

function rowsQuery(ask: Ask, { table, where, shows }: RowCheck): string {
  const { key = [] } = canonicalTables.find(({ name }) => name === table) ?? {};
  const columns = [...new Set(['source_id', ...key, ...shows])].map(quoteIdentifier).join(', ');
  const sources = ask.sources === null ? '' : `\n  and ${ofSources(ask)}`;
  return `select ${columns}\nfrom ${table}\nwhere (${inViews(where)})${sources}\norder by ${['source_id', ...key].map(quoteIdentifier).join(', ')}`;
}
