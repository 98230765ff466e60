import type { Locale } from '#messages';
import type { Table, Unit } from '#table';

/** A notebook's results, ready to be sent to somebody who has neither the data nor Deskbook. */
export interface Report {
  readonly locale: Locale;
  readonly title: string;
  /** What the numbers rest on: files, period, rows. */
  readonly facts: readonly ReportFact[];
  readonly sections: readonly ReportSection[];
}

export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

export type ReportSection =
  | { readonly kind: 'prose'; readonly source: string }
  | {
      readonly kind: 'table';
      readonly name: string | null;
      readonly table: Table;
      /** More than the rows of `table` where not all are shown. */
      readonly rowCount: number;
      readonly units: Readonly<Record<string, Unit>>;
      readonly sql: string;
      readonly note: string | null;
      /** A step on the way to others: shown as one line that opens. */
      readonly folded: boolean;
    }
  | {
      readonly kind: 'headline';
      readonly cell?: string | null;
      readonly title: string;
      /** Formatted; what stands beside it too. */
      readonly value: string;
      readonly details: readonly string[];
      readonly sql: string;
    }
  /** `svg` comes from our own renderer, never from a notebook. */
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly svg: string;
      /** What no axis says. */
      readonly note: string | null;
    }
  | { readonly kind: 'input'; readonly label: string; readonly value: string }
  /** A KPI that the data cannot give, and why. */
  | { readonly kind: 'cannot'; readonly name: string; readonly reason: string; readonly sql: string }
  | { readonly kind: 'failed'; readonly name: string | null; readonly message: string; readonly sql: string };
