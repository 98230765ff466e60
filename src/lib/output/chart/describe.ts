import { text, type Text } from '#errors';
import { toChoice } from './choice.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** What a chart shows, for a reader who does not see it. */
export function describeChart(spec: JsonObject, rows: number): Text {
  const title = isJsonObject(spec['title']) ? spec['title']['text'] : spec['title'];
  if (typeof title === 'string') return text('output.chart.titled', { title, count: rows });
  const choice = toChoice(spec);
  if (!choice?.x || !choice.y) return text('output.chart.described', { count: rows });
  const { mark, x, y, colour } = choice;
  return colour
    ? text('output.chart.describedByColour', { mark, x, y, colour, count: rows })
    : text('output.chart.describedBy', { mark, x, y, count: rows });
}
