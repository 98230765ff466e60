import { text, type Param, type Text } from '#errors';

/** A reason as stored in a `reason` column: it can be grouped by, and told in any language later. */
export function serializeReason({ code, params }: Text): string {
  return JSON.stringify({ code, params });
}

/** The reason that `serializeReason` wrote. */
export function parseReason(stored: string): Text {
  const parsed: unknown = JSON.parse(stored);
  if (!isRecord(parsed) || typeof parsed['code'] !== 'string') return text(stored);
  return text(parsed['code'], toParams(parsed['params']));
}

function toParams(value: unknown): Readonly<Record<string, Param>> {
  const params: Record<string, Param> = {};
  if (!isRecord(value)) return params;
  for (const [name, param] of Object.entries(value)) {
    if (typeof param === 'string' || typeof param === 'number') params[name] = param;
  }
  return params;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
