import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** The spec as a cell's text: what fits in a line stands in one. */
export function writeSpec(spec: JsonObject): string {
  return inLines(spec, '');
}

const lineWidth = 96;

function written(value: Json, indent: string): string {
  const line = inOneLine(value);
  return indent.length + line.length <= lineWidth ? line : inLines(value, indent);
}

function inLines(value: Json, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((item: Json) => deeper + written(item, deeper)).join(',\n')}\n${indent}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${deeper}${JSON.stringify(key)}: ${written(item, deeper)}`,
  );
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function inOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => inOneLine(item)).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
