/** What a scope can filter by: a column of `tickets`, or something that tickets lead to. */
export interface Dimension {
  readonly name: string;
  /** SQL over the alias `t` of tickets: true where the ticket has one of the quoted values. */
  readonly matches: (values: string, base: (table: string) => string) => string;
  /** The column of the same meaning that other tables may have of their own. */
  readonly column: string | null;
}

const plain = [
  'channel',
  'type',
  'intent',
  'priority',
  'site',
  'brand',
  'team',
  'language',
  'status',
] as const;

/** Every dimension that a notebook's `filters:` may name. */
export const dimensions: readonly Dimension[] = [
  { name: 'source', matches: (values) => `t.source_id in (${values})`, column: 'source_id' },
  ...plain.map((name) => ({ name, matches: (values: string) => `t.${name} in (${values})`, column: name })),
  {
    name: 'agent',
    matches: (values, base) => {
      const named = `select source_id, agent_id from ${base('agents')} where name in (${values})`;
      return `(t.agent_id in (${values}) or (t.source_id, t.agent_id) in (${named}))`;
    },
    column: null,
  },
  { name: 'tag', matches: (values) => `list_has_any(t.tags, [${values}])`, column: null },
  {
    name: 'customer',
    matches: (values) => `(t.customer_id in (${values}) or t.customer_key in (${values}))`,
    column: null,
  },
  ...['organisation', 'segment', 'stage'].map((name) => ({ name, matches: ofCustomer(name), column: null })),
];

/** A scope's dimension by its name; `agent_id`, `customer_id` and the like mean the same as `agent` and `customer`. */
export function dimension(name: string): Dimension | undefined {
  const plainName = name.replace(/_(id|key)$/, '').replace(/^tags$/, 'tag');
  return dimensions.find((candidate) => candidate.name === plainName);
}

function ofCustomer(column: string): Dimension['matches'] {
  return (values, base) =>
    `(t.source_id, t.customer_id) in (select source_id, customer_id from ${base('customers')} where ${column} in (${values}))`;
}
