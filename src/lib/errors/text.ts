/** A value that a sentence mentions; numbers are written in the reader's locale. */
export type Param = string | number;

/** A sentence that is not in a language yet: `messages` turns it into one. Diagnostics, reasons and errors carry it. */
export interface Text {
  readonly code: string;
  readonly params: Readonly<Record<string, Param>>;
}

export function text(code: string, params: Readonly<Record<string, Param>> = {}): Text {
  return { code, params };
}
