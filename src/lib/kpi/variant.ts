import { text, type Text } from '#errors';
import { axes, type Axis, type Definition, type Kpi, type Patch, type VariantOption } from './kpi.ts';

/** A choice of one option per axis that the KPI has. */
export type Choice = Readonly<Partial<Record<Axis, VariantOption>>>;

/** The ★ of every axis. */
export function defaultChoice(kpi: Kpi): Choice {
  return Object.fromEntries(
    axes.flatMap((axis) => (kpi.variants[axis]?.[0] ? [[axis, kpi.variants[axis][0]]] : [])),
  );
}

/** Reads `median+reported`, in any order; an empty text is ★. */
export function parseVariant(kpi: Kpi, variant: string): Choice | Text {
  const chosen: Partial<Record<Axis, VariantOption>> = {};
  for (const name of variant
    .split('+')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const option = optionsOf(kpi).find((candidate) => candidate.name === name);
    if (!option) {
      const known = optionsOf(kpi).map((candidate) => candidate.name);
      return known.length === 0
        ? text('kpi.variant.none', { kpi: kpi.id, variant: name })
        : text('kpi.variant.unknown', { kpi: kpi.id, variant: name, known: known.join(', ') });
    }
    if (chosen[option.axis])
      return text('kpi.variant.twice', { first: chosen[option.axis]!.name, second: name });
    chosen[option.axis] = option;
  }
  return { ...defaultChoice(kpi), ...chosen };
}

export function isChoice(choice: Choice | Text): choice is Choice {
  return !('code' in choice);
}

/** The choice as a file writes it: options that are not ★, in the order of the axes; empty where all are. */
export function serializeVariant(kpi: Kpi, choice: Choice): string {
  return namesOf(choice)
    .filter((name) => !isDefault(kpi, name))
    .join('+');
}

/** The choice in full, ★ included: `spoken+mean+computed`. */
export function fullVariant(choice: Choice): string {
  return namesOf(choice).join('+');
}

/** The definition with a choice's changes made: axis by axis, then what the options together change. */
export function definitionOf(kpi: Kpi, choice: Choice): Definition {
  const patches = axes.flatMap((axis) => choice[axis]?.patch ?? []);
  const names = namesOf(choice);
  const combined = kpi.combinations.filter(({ options }) => options.every((name) => names.includes(name)));
  return [...patches, ...combined.map(({ patch }) => patch)].reduce(patched, kpi.definition);
}

/** The options that a choice's options are only defined with, and that it lacks. */
export function missingCompanions(definition: Definition, choice: Choice): readonly string[] {
  return definition.only.filter((name) => !namesOf(choice).includes(name));
}

/** Every choice near ★: one axis changed, then two; statistics never decide what can be computed. */
export function otherChoices(kpi: Kpi, from: Choice): Choice[] {
  const changes = axes
    .filter((axis) => axis !== 'statistic')
    .flatMap((axis) => kpi.variants[axis] ?? [])
    .filter((option) => option !== from[option.axis]);
  const one = changes.map((option) => ({ ...from, [option.axis]: option }));
  const two = changes.flatMap((a) =>
    changes
      .filter((b) => axes.indexOf(a.axis) < axes.indexOf(b.axis))
      .map((b) => ({ ...from, [a.axis]: a, [b.axis]: b })),
  );
  return [...one, ...two];
}

function optionsOf(kpi: Kpi): VariantOption[] {
  return axes.flatMap((axis) => kpi.variants[axis] ?? []);
}

function namesOf(choice: Choice): string[] {
  return axes.flatMap((axis) => choice[axis]?.name ?? []);
}

function isDefault(kpi: Kpi, name: string): boolean {
  return axes.some((axis) => kpi.variants[axis]?.[0]?.name === name);
}

/** A patch that says the value in one way takes back the other ways, and one that says which rows count those without a date; its checks add to those before it. */
function patched(definition: Definition, patch: Patch): Definition {
  const aggregate =
    patch.value || patch.numerator ? { value: null, numerator: null, denominator: null, per: null } : {};
  const isOfOtherRows = patch.from !== undefined || patch.where !== undefined || patch.at !== undefined;
  return {
    ...definition,
    ...aggregate,
    ...(isOfOtherRows ? { undated: null } : {}),
    ...patch,
    requires: [...definition.requires, ...(patch.requires ?? [])],
    only: [...definition.only, ...(patch.only ?? [])],
  };
}
