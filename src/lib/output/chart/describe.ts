import { text, type Text } from '#errors';
import { say, type Locale } from '#messages';
import { aggregates } from './choice.ts';
import type { Field } from './fields.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { encodingOf, fieldIn, isDiscrete, layersOf } from './mark.ts';
import { onAxisOf } from './titles.ts';

interface Known {
  readonly rows: number;
  readonly fields: ReadonlyMap<string, Field>;
  readonly locale: Locale;
}

/** What a chart shows, for a reader who does not see it: by its title, or by what its columns are called. */
export function describeChart(spec: JsonObject, known: Known): Text {
  const { rows: count } = known;
  const title = titleOf(spec['title']);
  if (title !== null) return text('output.chart.titled', { title, count });
  const encodings = [spec, ...layersOf(spec)].map(encodingOf);
  const told = (channel: string): string | null =>
    encodings.reduce<string | null>((found, encoding) => found ?? nameOf(encoding[channel], known), null);
  const isLying = encodings.some(({ x, y }) => isDiscrete(y) && !isDiscrete(x));
  const [x, y, colour] = [told(isLying ? 'y' : 'x'), told(isLying ? 'x' : 'y'), told('color')];
  if (x === null || y === null) return text('output.chart.described', { count });
  return colour === null
    ? text('output.chart.describedBy', { x, y, count })
    : text('output.chart.describedByColour', { x, y, colour, count });
}

/** A title may be of several lines. */
function titleOf(title: Json | undefined): string | null {
  if (isJsonObject(title)) return titleOf(title['text']);
  if (Array.isArray(title)) return title.filter((line) => typeof line === 'string').join(' ');
  return typeof title === 'string' ? title : null;
}

function nameOf(definition: Json | undefined, { fields, locale }: Known): string | null {
  if (!isJsonObject(definition)) return null;
  const title = titleOf(definition['title']);
  if (title !== null) return title;
  const name = fieldIn(definition);
  const aggregate = aggregates.find((known) => known === definition['aggregate']);
  if (name === null) return aggregate === 'count' ? say(locale, 'output.aggregate.rows') : null;
  const time = timeOf(name, definition['timeUnit']);
  if (time) return say(locale, `output.chart.time.${time}`);
  const field = fields.get(onAxisOf[name] ?? '') ?? fields.get(name);
  const column = field?.title ?? name.replaceAll('_', ' ');
  return aggregate ? say(locale, `output.aggregate.${aggregate}`, { column }) : column;
}

const times = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;

/** The step of time that a channel shows: by its column’s name, or by the unit that it is cut to: `yearmonth`. */
function timeOf(name: string, unit: Json | undefined): (typeof times)[number] | null {
  if (typeof unit !== 'string') return times.find((time) => time === name) ?? null;
  if (/date$/.test(unit)) return 'day';
  return times.find((time) => time !== 'day' && new RegExp(`${time}s?$`).test(unit)) ?? null;
}
