import { text, type Text } from '#errors';
import { alternativesIn, isFilled, knownRows, needsOf } from './availability.ts';
import type { Definition, Kpi } from './kpi.ts';
import { preludeNames } from './prelude.ts';
import { checkText, failedCheck, type KpiProfile } from './profile.ts';
import { columnsIn } from './relation.ts';
import { definitionOf, isChoice, parseVariant } from './variant.ts';

/** Something that a KPI cannot be computed without, and whether the data have it. */
export interface Need {
  /** Tables (`messages`) or columns (`tickets.csat`), one of which is enough; none where it is asked of the rows in other words. */
  readonly places: readonly { readonly place: string; readonly rows: number }[];
  /** In words: what is asked of the rows, or what a column is needed for; null where the place says it. */
  readonly wanted: Text | null;
  readonly isMet: boolean;
}

/** What one variant (★ unless named) of a KPI reads and asks of the data, the tables first; pure. */
export function needs(kpi: Kpi, profile: KpiProfile, variant = ''): readonly Need[] {
  const choice = parseVariant(kpi, variant);
  if (!isChoice(choice)) return [];
  const definition = definitionOf(kpi, choice);
  const named = [...new Set([definition.from, ...needsOf(definition)])].filter(
    (need) => !preludeNames(definition).includes(need),
  );
  const rank = (need: string): number => (need.includes('.') ? 1 : 0);
  return [
    ...named.toSorted((a, b) => rank(a) - rank(b)).map((need) => placed(need, profile)),
    ...dateOf(definition, named, profile),
    ...definition.requires.map((name) => checked(name, profile)),
  ];
}

function placed(need: string, profile: KpiProfile, wanted: Text | null = null): Need {
  const places = alternativesIn(need).map((place) => ({ place, rows: knownRows(place, profile) }));
  return { places, wanted, isMet: isFilled(need, profile) };
}

/** The instants that place its rows in a period, where nothing else asks for them. */
function dateOf(definition: Definition, named: readonly string[], profile: KpiProfile): Need[] {
  const { from, at } = definition;
  if (at === null || preludeNames(definition).includes(from)) return [];
  const columns = columnsIn(at, from).map((column) => `${from}.${column}`);
  const need = columns.join(' | ');
  if (columns.length === 0 || named.includes(need)) return [];
  return [placed(need, profile, text('kpi.wanted.date'))];
}

function checked(name: string, profile: KpiProfile): Need {
  const failed = failedCheck(name, profile);
  return { places: [], wanted: failed ?? checkText(name), isMet: failed === null };
}
