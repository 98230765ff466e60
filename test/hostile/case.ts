/** What must come of a file. */
export type Outcome =
  | {
      readonly kind: 'loads';
      /** Rows read; those that are not rejected are loaded. */
      readonly read: number;
      readonly rejected?: number;
      /** `[ticket_id, subject, status_raw, created_at_utc]` of the tickets, in the order of their ids. */
      readonly tickets?: readonly Ticket[];
    }
  /** The code of the sentence, or of one of several. */
  | { readonly kind: 'fails'; readonly code: string | readonly string[] }
  /**
   * Either of the two: what a damaged file gives may depend on where the damage fell. Tickets that are loaded are true ones (`base`), but
   * for the last, which the cut may have gone through.
   */
  | { readonly kind: 'either'; readonly tickets?: readonly Ticket[] };

export type Ticket = readonly [
  id: string,
  subject: string | null,
  status: string | null,
  createdAt: string | null,
];

/** A broken or hostile file. */
export interface HostileCase {
  readonly name: string;
  /** The name that the file comes with. */
  readonly file: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  readonly outcome: Outcome;
  /** Takes more than a second or two, or hundreds of megabytes: only in `npm run fuzz -- hostile`. */
  readonly isLong?: boolean;
}

/** The rows of every file that is not about its rows. */
export const base: readonly Ticket[] = [
  ['1', 'First', 'Open', '2026-03-01 10:00:00'],
  ['2', 'Second', 'Solved', '2026-03-02 11:30:00'],
  ['3', 'Third, with a comma', 'Closed', '2026-03-03 12:45:00'],
];

export const header = ['Id', 'Subject', 'Status', 'Created at'] as const;

export const loadsBase: Outcome = { kind: 'loads', read: 3, tickets: base };

export function fails(...code: readonly string[]): Outcome {
  return { kind: 'fails', code };
}

/** Where several sentences are as good: whatever names the file, in both languages. */
export const anySentence = 'any';
