/** A part of Vega-Lite's schema, with what completion needs of it. */
export interface SchemaNode {
  readonly ref?: string;
  readonly any?: readonly SchemaNode[];
  readonly keys?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly values?: readonly (string | number | boolean | null)[];
  /** `field` for the name of a column, else JSON’s own. */
  readonly type?: string;
}

export interface ChartSchema {
  readonly root: string;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/** What can stand at a path of a chart’s JSON, each alternative by itself. */
export function nodesAt(schema: ChartSchema, path: readonly (string | number)[]): SchemaNode[] {
  return path.reduce<SchemaNode[]>(
    (nodes, step) => nodes.flatMap((node) => alternatives(schema, below(node, step))),
    alternatives(schema, { ref: schema.root }),
  );
}

/** The alternatives of a node, its references followed. */
export function alternatives(schema: ChartSchema, node: SchemaNode | undefined): SchemaNode[] {
  const seen = new Set<string>();
  const follow = (each: SchemaNode | undefined): SchemaNode[] => {
    if (each?.any) return each.any.flatMap(follow);
    if (each?.ref === undefined) return each ? [each] : [];
    if (seen.has(each.ref)) return [];
    seen.add(each.ref);
    return follow(schema.definitions[each.ref]);
  };
  return follow(node);
}

function below({ keys, items }: SchemaNode, step: string | number): SchemaNode | undefined {
  if (typeof step === 'number') return items;
  return keys && Object.hasOwn(keys, step) ? keys[step] : undefined;
}

let loading: Promise<ChartSchema> | null = null;

/** Vega-Lite’s schema, fetched once and not before the first chart is edited. */
export function loadChartSchema(): Promise<ChartSchema> {
  loading ??= import('virtual:chart-schema').then(
    (module) => module.chartSchema,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
