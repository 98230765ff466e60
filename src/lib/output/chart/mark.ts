import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** How a spec draws: `line`, `bar`; null for one that is made of others. */
export function markType(spec: JsonObject): string | null {
  const { mark } = spec;
  const type = isJsonObject(mark) ? mark['type'] : mark;
  return typeof type === 'string' ? type : null;
}

export function encodingOf(spec: JsonObject): JsonObject {
  const { encoding } = spec;
  return isJsonObject(encoding) ? encoding : {};
}

/** The specs that a layered one is made of. */
export function layersOf(spec: JsonObject): readonly JsonObject[] {
  const { layer } = spec;
  return Array.isArray(layer) ? layer.filter(isJsonObject) : [];
}

/** The column that a channel shows; null for a constant, a count, or a channel that is not there. */
export function fieldIn(definition: Json | undefined): string | null {
  const field = isJsonObject(definition) ? definition['field'] : null;
  return typeof field === 'string' ? field.replace(/\\(.)/g, '$1') : null;
}

/** A column's name as a Vega-Lite field: a dot or a bracket in it is part of the name. */
export function fieldOf(column: string): string {
  return column.replace(/[\\.[\]]/g, '\\$&');
}

export function isDiscrete(definition: Json | undefined): boolean {
  return isJsonObject(definition) && (definition['type'] === 'nominal' || definition['type'] === 'ordinal');
}

/** The columns that any layer shows along an axis, its second ends included. */
export function columnsAlong(spec: Json, axis: 'x' | 'y'): string[] {
  if (Array.isArray(spec)) return spec.flatMap((part: Json) => columnsAlong(part, axis));
  if (!isJsonObject(spec)) return [];
  return Object.entries(spec).flatMap(([key, value]) => {
    if (key === 'data' || key === 'datasets') return [];
    if (key !== axis && key !== `${axis}2`) return columnsAlong(value, axis);
    return fieldIn(value) ?? [];
  });
}
