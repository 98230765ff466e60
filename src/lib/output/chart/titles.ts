import { say, type Locale } from '#messages';
import { aggregates } from './choice.ts';
import type { Field } from './fields.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

interface TitleOptions {
  readonly fields: ReadonlyMap<string, Field>;
  readonly locale: Locale;
  /** What stands along the channel. */
  readonly guide: 'axis' | 'legend' | null;
}

/** What a channel shows in plain words, where the spec does not say it. */
export function withTitle(
  definition: JsonObject,
  field: Field | undefined,
  { fields, locale, guide }: TitleOptions,
): JsonObject {
  if (!field || isTitled(definition, guide)) return definition;
  const title = fields.get(onAxisOf[field.name] ?? '')?.title ?? field.title;
  const aggregate = aggregates.find((known) => known === definition['aggregate']);
  if (aggregate) {
    const column = title ?? field.name;
    return { ...definition, title: say(locale, `output.aggregate.${aggregate}`, { column }) };
  }
  return title === null || 'aggregate' in definition ? definition : { ...definition, title };
}

/** A number of rows, of no column. */
export function isCount(definition: Json): definition is JsonObject {
  return isJsonObject(definition) && definition['aggregate'] === 'count' && !('field' in definition);
}

export function withCount(
  definition: JsonObject,
  { locale, guide }: TitleOptions & { readonly guide: 'axis' | 'legend' },
): JsonObject {
  const titled = isTitled(definition, guide)
    ? definition
    : { ...definition, title: say(locale, 'output.aggregate.rows') };
  const own = definition[guide];
  return own === undefined ? { ...titled, [guide]: { tickMinStep: 1 } } : titled;
}

function isTitled(definition: JsonObject, guide: TitleOptions['guide']): boolean {
  const own = guide === null ? undefined : definition[guide];
  return 'title' in definition || (isJsonObject(own) && 'title' in own);
}

/** What is drawn about a value is on its axis. */
export const onAxisOf: Readonly<Record<string, string>> = {
  low: 'value',
  high: 'value',
  target: 'value',
  actual: 'value',
};
