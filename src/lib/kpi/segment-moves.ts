import { quoteLiteral } from '#sql';
import { rowConditions } from './aggregate.ts';
import { fromText, lines } from './clauses.ts';
import { memberConditions, scopeOf, within, type MemberOptions } from './decomposition.ts';
import { hasDimension } from './dimensions.ts';
import { addendsOf } from './facts.ts';
import type { Definition, Kpi } from './kpi.ts';
import { preludeNames } from './prelude.ts';
import { hasColumn, qualify } from './relation.ts';
import { selectText, whereText } from './sql-text.ts';

/** A KPI that may have moved, and what it is called. */
export interface MovedKpi {
  readonly kpi: Kpi;
  readonly definition: Definition;
  readonly title: string;
}

/** What the intervals of a change allow to be said, in the reader's words. */
export interface Readings {
  readonly here: string;
  readonly everywhere: string;
  readonly chance: string;
  readonly few: string;
}

type MovesOptions = Omit<MemberOptions, 'kpi'> & { readonly readings: Readings };

/**
 * How other KPIs changed in a segment and elsewhere, in per cent with 95 % intervals; counts per day. Those that cannot be cut so, or
 * are no means or counts of rows, are left out; null where all are.
 */
export function compileSegmentMoves(
  kpis: readonly MovedKpi[],
  { readings, names, ...options }: MovesOptions,
): string | null {
  if (options.by.includes('tag')) return null;
  const branches = kpis.flatMap((each) => rowsOf(each, { ...options, names }) ?? []);
  if (branches.length === 0) return null;
  const rows = branches.map((each) => each.replace(/^/gm, '  ')).join('\n  union all\n');
  return `with moments as (\n${rows}\n),\n${comparison(readings, names)}`;
}

function rowsOf({ kpi, definition, title }: MovedKpi, options: Omit<MemberOptions, 'kpi'>): string | null {
  const addends = addendsOf(definition);
  const { at, from, unit } = definition;
  const isCut = options.by.every((each) =>
    typeof each === 'string'
      ? hasDimension(kpi, definition, each)
      : each.table === from || (each.table === 'tickets' && hasColumn(from, 'ticket_id')),
  );
  if (addends === null || at === null || preludeNames(definition).length > 0 || !isCut) return null;
  const scope = scopeOf(definition, { ...options, kpi });
  const instant = qualify(at, scope);
  const { before, after } = options.names;
  const x = qualify(addends.numerator, scope);
  const scaled = unit === 'percent' ? `100 * (${x})` : unit === 'duration' ? `(${x}) / 3600` : x;
  return lines([
    selectText([
      `${quoteLiteral(title)} as measure`,
      `${addends.denominator === null} as is_count`,
      `coalesce(${memberConditions(definition, scope, { ...options, kpi }).join(' and ')}, false) as is_here`,
      `${within(instant, after)} as is_after`,
      `(${scaled})::double as x`,
    ]),
    ...fromText(scope),
    ...whereText([
      ...rowConditions(definition).map((each) => qualify(each, scope)),
      `(${within(instant, before)} or ${within(instant, after)})`,
    ]),
  ]);
}

const comparison = (readings: Readings, { before, after }: MovesOptions['names']): string => `halves as (
  select measure, is_here, is_after, count(x) as n,
    case
      when not is_count then avg(x)
      when is_after then sum(x) / date_diff('day', $${after}_start, $${after}_end)
      else sum(x) / date_diff('day', $${before}_start, $${before}_end)
    end as value,
    case when is_count then 1 / sum(x) else var_samp(x) / n / nullif(avg(x), 0) ** 2 end as variance
  from moments
  group by measure, is_here, is_after, is_count
  having count(x) > 0
),
levels as (
  select measure, is_here,
    max(value) filter (where not is_after) as before,
    max(value) filter (where is_after) as after,
    max(n) filter (where not is_after) as n_before,
    max(n) filter (where is_after) as n_after,
    case when n_before >= 10 and n_after >= 10 and before > 0 and after > 0 then ln(after / before) end as moved,
    sqrt(sum(variance)) as error
  from halves
  group by measure, is_here
)
select here.measure,
  case
    when here.moved is null then ${quoteLiteral(readings.few)}
    when abs(here.moved) <= 1.96 * here.error then ${quoteLiteral(readings.chance)}
    when rest.moved is null or abs(here.moved - rest.moved) > 1.96 * sqrt(here.error ** 2 + rest.error ** 2) then ${quoteLiteral(readings.here)}
    else ${quoteLiteral(readings.everywhere)}
  end as reading,
  round(here.before, 2) as before,
  round(here.after, 2) as after,
  exp(here.moved) - 1 as change,
  exp(here.moved - 1.96 * here.error) - 1 as low,
  exp(here.moved + 1.96 * here.error) - 1 as high,
  exp(rest.moved) - 1 as elsewhere,
  exp(rest.moved - 1.96 * rest.error) - 1 as elsewhere_low,
  exp(rest.moved + 1.96 * rest.error) - 1 as elsewhere_high,
  here.n_before,
  here.n_after
from levels here
left join levels rest on rest.measure = here.measure and not rest.is_here
where here.is_here
order by abs(here.moved) / here.error desc nulls last, here.measure`;
