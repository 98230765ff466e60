import {
  axes,
  kpiCell,
  optionTitle,
  parseVariant,
  isChoice,
  serializeVariant,
  type Kpi,
  type KpiAttributes,
} from '#kpi';
import type { Locale } from '#messages';
import type { WeekStart } from '#time';

/** What the catalogue writes for a cell's attributes today; null where the KPI does not have what they name. */
export function catalogueSource(kpi: Kpi, attributes: KpiAttributes, weekStart: WeekStart): string | null {
  try {
    return kpiCell(kpi, { ...attributes, weekStart }).source.trimEnd();
  } catch {
    return null;
  }
}

export interface VariantChoice {
  /** As an attribute writes it; empty for the default. */
  readonly variant: string;
  readonly title: string;
  readonly current: boolean;
}

/** The variants that differ from the default along one axis, the default first, and the one in force if it is none of them. */
export function variantsOf(kpi: Kpi, current: string | undefined, locale: Locale): VariantChoice[] {
  const found = new Map<string, string>();
  for (const axis of axes) {
    for (const option of kpi.variants[axis] ?? []) {
      const choice = parseVariant(kpi, option.name);
      if (!isChoice(choice)) continue;
      const variant = serializeVariant(kpi, choice);
      const label = optionTitle(option, locale);
      if (variant === '') found.set('', found.has('') ? `${found.get('')}, ${label}` : `★ ${label}`);
      else found.set(variant, label);
    }
  }
  const now = inForce(kpi, current);
  if (now !== '' && !found.has(now)) found.set(now, now);
  return [...found].map(([variant, title]) => ({ variant, title, current: variant === now }));
}

function inForce(kpi: Kpi, variant = ''): string {
  const choice = parseVariant(kpi, variant);
  return isChoice(choice) ? serializeVariant(kpi, choice) : variant;
}
