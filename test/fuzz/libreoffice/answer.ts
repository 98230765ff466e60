import type { JsonValue } from '#export';

/** A cell of what `run --json` answers. */
export interface AnsweredCell {
  readonly name: string | null;
  readonly kind: string;
  readonly status: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, JsonValue>>[];
  readonly reason?: string;
}

export function readAnswer(json: string): readonly AnsweredCell[] {
  const answer: { readonly cells: readonly AnsweredCell[] } = JSON.parse(json);
  return answer.cells;
}
