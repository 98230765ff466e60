import { rowsOf, toNumber } from '#table';
import { base, ofSources, sentences, type Ask, type Check } from '../check.ts';

/** Weekdays with fewer tickets than this say nothing by having none. */
const usual = 5;

/** Tickets by day, from the first to the last, and how many the same weekday usually has. */
function daysSql(tickets: string, holidays: string, where: string): string {
  return `with counted as (
  select created_at::date as day, count(*) as tickets
  from ${tickets}
  where created_at is not null and ${where}
  group by day
), days as (
  select unnest(generate_series((select min(day) from counted)::timestamp, (select max(day) from counted)::timestamp, interval 1 day))::date as day
), compared as (
  select day, coalesce(tickets, 0) as tickets, median(coalesce(tickets, 0)) over (partition by isodow(day)) as usual,
    count(*) over (partition by isodow(day)) as weeks, day in (select day from ${holidays}) as is_holiday
  from days left join counted using (day)
)`;
}

const isGap = `tickets = 0 and usual >= ${usual} and weeks >= 3 and not is_holiday`;

/** Days on which nothing happened although the weekday usually has tickets: an export in pieces often lacks one. */
export const gaps: Check = {
  id: 'gaps',
  look: async (ask) => {
    const days = daysSql(base(ask, 'tickets'), base(ask, 'holidays'), ofSources(ask));
    const result = await ask.engine.query(
      `${days} select count(*) filter (where ${isGap}), count(*) from compared`,
      { signal: ask.signal },
    );
    const [count = 0, of = 0] = result.columns.map((column) => toNumber(column.at(0)) ?? 0);
    if (count === 0) return [];
    return [
      {
        id: 'gaps',
        severity: 'warning',
        ...sentences('gaps', { count }),
        count,
        of,
        rows: `${daysSql('tickets', 'holidays', ofSources(ask))}\nselect day, usual\nfrom compared\nwhere ${isGap}\norder by day`,
        touches: ['tickets.created_at', 'tickets'],
        remedy: null,
      },
    ];
  },
};

/** A last day that is much shorter than its weekday usually is: the export was made in the middle of it. */
export const cutOff: Check = {
  id: 'cut_off',
  look: async (ask) => {
    const last = await lastDay(ask);
    if (!last) return [];
    return [
      {
        id: 'cut_off',
        severity: 'note',
        ...sentences('cut_off', last),
        count: last.count,
        of: last.usual,
        rows: `${daysSql('tickets', 'holidays', ofSources(ask))}\nselect day, tickets, usual\nfrom compared\norder by day desc\nlimit 14`,
        touches: ['tickets.created_at', 'tickets'],
        remedy: null,
      },
    ];
  },
};

async function lastDay(
  ask: Ask,
): Promise<{ readonly day: string; readonly count: number; readonly usual: number } | null> {
  const days = daysSql(base(ask, 'tickets'), base(ask, 'holidays'), ofSources(ask));
  const result = await ask.engine.query(
    `${days} select strftime(day, '%Y-%m-%d') as day, tickets, usual from compared
where not is_holiday and weeks >= 3 and usual >= ${usual} and tickets < usual / 2 and day = (select max(day) from days)`,
    { signal: ask.signal },
  );
  const [row] = rowsOf(result);
  const day = row?.['day'];
  if (!row || typeof day !== 'string') return null;
  return {
    day,
    count: toNumber(row['tickets'] ?? 0) ?? 0,
    usual: Math.round(toNumber(row['usual'] ?? 0) ?? 0),
  };
}
