import { axes, type Definition, type Kpi, type Patch } from './kpi.ts';

/** What an expression of a KPI's file is there for. */
export type Role = 'prelude' | 'condition' | 'aggregate' | 'row' | 'instant';

/** An expression that a KPI's file holds, by the field that holds it. */
export interface Expression {
  readonly field: string;
  readonly sql: string;
  readonly role: Role;
  /** What it is said of. */
  readonly definition: Definition;
}

/** What one part of the file says: the KPI itself, an option of a variant, or several together. */
export interface Part {
  /** `variants.clock.business.`; empty for the KPI itself. */
  readonly prefix: string;
  readonly patch: Patch;
  readonly definition: Definition;
}

export function partsOf(kpi: Kpi): Part[] {
  const { definition, variants, combinations } = kpi;
  const options = axes.flatMap((axis) => variants[axis] ?? []);
  const patchesOf = (names: readonly string[]) =>
    options.filter(({ name }) => names.includes(name)).map(({ patch }) => patch);
  return [
    { prefix: '', patch: definition, definition },
    ...options.map(({ axis, name, patch }) => ({
      prefix: `variants.${axis}.${name}.`,
      patch,
      definition: { ...definition, ...patch },
    })),
    ...combinations.map(({ options: names, patch }) => ({
      prefix: `combinations.${names.join('+')}.`,
      patch,
      definition: [...patchesOf(names), patch].reduce<Definition>(
        (whole, each) => ({ ...whole, ...each }),
        definition,
      ),
    })),
  ];
}

/** Every expression of a KPI's file that stands for itself; its own SQL is not among them. */
export function expressionsOf(kpi: Kpi): Expression[] {
  const { definition } = kpi;
  const ofKpi = Object.entries(kpi.dimensions).map(([name, sql]): Expression => ({
    field: `dimensions.${name}`,
    sql,
    role: 'row',
    definition,
  }));
  return [...partsOf(kpi).flatMap(expressionsOfPart), ...ofKpi];
}

function expressionsOfPart({ prefix, patch, definition }: Part): Expression[] {
  const found: Expression[] = [];
  const add = (field: string, sql: string | null | undefined, role: Role) => {
    if (sql !== null && sql !== undefined) found.push({ field: prefix + field, sql, role, definition });
  };
  add('with', patch.with, 'prelude');
  add('where', patch.where, 'condition');
  add('value', patch.value, 'aggregate');
  add('numerator', patch.numerator, 'aggregate');
  add('denominator', patch.denominator, 'aggregate');
  add('expression', patch.expression, 'row');
  add('per', patch.per, 'row');
  add('at', patch.at, 'instant');
  add('undated', patch.undated, 'condition');
  add('trend_at', patch.trendAt, 'instant');
  add('agent', patch.agent, 'row');
  patch.between?.forEach((sql, index) => add(`between.${index}`, sql, 'instant'));
  for (const [name, sql] of Object.entries(patch.extras ?? {})) add(`extras.${name}`, sql, 'aggregate');
  for (const [name, sql] of Object.entries(patch.dimensions ?? {})) add(`dimensions.${name}`, sql, 'row');
  return found;
}
