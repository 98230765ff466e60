import { text, type Text } from '#errors';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { encodingOf, fieldIn, isDiscrete, layersOf } from './mark.ts';

/** What a chart shows, for a reader who does not see it: by the titles of its axes. */
export function describeChart(spec: JsonObject, rows: number): Text {
  const title = isJsonObject(spec['title']) ? spec['title']['text'] : spec['title'];
  if (typeof title === 'string') return text('output.chart.titled', { title, count: rows });
  const encodings = [spec, ...layersOf(spec)].map(encodingOf);
  const told = (channel: string): string | null =>
    encodings.reduce<string | null>((found, encoding) => found ?? nameOf(encoding[channel]), null);
  const isLying = encodings.some(({ x, y }) => isDiscrete(y) && !isDiscrete(x));
  const [x, y, colour] = [told(isLying ? 'y' : 'x'), told(isLying ? 'x' : 'y'), told('color')];
  if (x === null || y === null) return text('output.chart.described', { count: rows });
  return colour === null
    ? text('output.chart.describedBy', { x, y, count: rows })
    : text('output.chart.describedByColour', { x, y, colour, count: rows });
}

function nameOf(definition: Json | undefined): string | null {
  const title = isJsonObject(definition) ? definition['title'] : null;
  return typeof title === 'string' ? title : fieldIn(definition);
}
