import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** Fills the width of the page where the spec says none, and takes a calm height where a scale needs one. */
export function withSize(spec: JsonObject): JsonObject {
  if (!('mark' in spec) && !('layer' in spec)) return spec;
  const encoding = isJsonObject(spec['encoding']) ? spec['encoding'] : {};
  if ('facet' in encoding || 'row' in encoding || 'column' in encoding) return spec;
  const added: Record<string, Json> = {};
  if (!('width' in spec)) added['width'] = 'container';
  if (!('height' in spec) && !isDiscrete(encoding['y'])) added['height'] = 240;
  if (!('autosize' in spec))
    added['autosize'] = { type: isDiscrete(encoding['y']) ? 'fit-x' : 'fit', contains: 'padding' };
  return { ...spec, ...added };
}

function isDiscrete(channel: Json | undefined): boolean {
  return isJsonObject(channel) && (channel['type'] === 'nominal' || channel['type'] === 'ordinal');
}
