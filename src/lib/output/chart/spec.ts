import { text, type Text } from '#errors';
import { isJsonObject, type JsonObject } from './json.ts';

/** A chart cell's text as Vega-Lite, or what is wrong with it; `position` is an offset into the text. */
export type ParsedSpec =
  | { readonly ok: true; readonly spec: JsonObject }
  | { readonly ok: false; readonly problem: Text; readonly position: number | null };

export function parseSpec(source: string): ParsedSpec {
  if (source.trim() === '') return { ok: false, problem: text('output.chart.empty'), position: null };
  let spec: unknown;
  try {
    spec = JSON.parse(source);
  } catch (error) {
    return { ok: false, ...jsonProblem(error) };
  }
  if (!isJsonObject(spec)) return { ok: false, problem: text('output.chart.notObject'), position: 0 };
  const problem = specProblem(spec);
  return problem ? { ok: false, problem, position: null } : { ok: true, spec };
}

const parts = ['mark', 'layer', 'facet', 'hconcat', 'vconcat', 'concat', 'repeat'];

/** Why a spec cannot be drawn, as far as that can be seen without drawing it. */
export function specProblem(spec: JsonObject): Text | null {
  if (typeof spec['$schema'] === 'string' && /schema\/vega\//.test(spec['$schema']))
    return text('output.chart.vegaNotLite');
  if (!parts.some((part) => part in spec)) return text('output.chart.noMark');
  return addressIn(spec) ? text('output.chart.noAddresses') : null;
}

/** Whether any part of the spec asks for data or a picture by its address: nothing is fetched for a chart. */
function addressIn(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(addressIn);
  if (!isJsonObject(value)) return false;
  const data = value['data'];
  if (isJsonObject(data) && 'url' in data) return true;
  if (typeof value['url'] === 'string' && !value['url'].startsWith('data:')) return true;
  return Object.entries(value).some(
    ([key, child]) => key !== 'values' && key !== 'datasets' && addressIn(child),
  );
}

function jsonProblem(error: unknown): { problem: Text; position: number | null } {
  const detail = error instanceof Error ? error.message : String(error);
  const at = /position (\d+)/.exec(detail);
  return { problem: text('output.chart.notJson', { detail }), position: at ? Number(at[1]) : null };
}
