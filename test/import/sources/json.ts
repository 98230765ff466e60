import type { InputFile } from '#import';

/** A file of JSON, written as a vendor's API answers. */
export function json(name: string, value: unknown): InputFile {
  return textFile(name, JSON.stringify(value, null, 2));
}

/** One JSON object a line. */
export function ndjson(name: string, ...values: readonly unknown[]): InputFile {
  return textFile(name, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

function textFile(name: string, content: string): InputFile {
  const blob = new Blob([content]);
  return { name, size: blob.size, blob };
}
