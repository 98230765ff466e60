/** Where the program's words go: the answer to `out`, everything else to `err`. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What time it is, in milliseconds since 1970. */
  now(): number;
  out(text: string): void;
  err(text: string): void;
}

/** How the program ends; what `--help` says of it. */
export const exitCodes = { fine: 0, failed: 1, misused: 2, outdated: 3, different: 4 } as const;
