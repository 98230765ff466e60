import type { Locale } from '#messages';
import type { JsonObject } from '#output';
import type { Table, Unit } from '#table';

/** A notebook's results, ready to be sent to somebody who has neither the data nor Deskbook. */
export interface Report {
  readonly locale: Locale;
  readonly title: string;
  /** What a reader has to know before the first number, in a line. */
  readonly lead: string;
  /** What the numbers rest on: files, period, rows. */
  readonly facts: readonly ReportFact[];
  readonly sections: readonly ReportSection[];
}

export interface ReportFact {
  readonly label: string;
  readonly values: readonly string[];
}

export type ReportSection =
  | {
      readonly kind: 'prose';
      /** With its values in it. */
      readonly source: string;
      /** The same, each value leading to its cell. */
      readonly linked: string;
    }
  | {
      readonly kind: 'table';
      readonly name: string | null;
      /** What it is, in words, where that is known. */
      readonly title: string | null;
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
      readonly name: string | null;
      readonly title: string;
      /** Formatted; what stands beside it too. */
      readonly value: string;
      readonly details: readonly string[];
      readonly sql: string;
    }
  | ChartSection
  | { readonly kind: 'input'; readonly label: string; readonly value: string }
  /** A KPI that the data cannot give, and why. */
  | { readonly kind: 'cannot'; readonly name: string; readonly reason: string; readonly sql: string }
  | FailedSection;

export interface ChartSection {
  readonly kind: 'chart';
  readonly name: string | null;
  readonly title: string;
  /** Safe: see `buildChart`. */
  readonly spec: JsonObject;
  /** Comes from our own renderer, never from a notebook; null until it is drawn. */
  readonly svg: string | null;
  /** What no axis says. */
  readonly note: string | null;
}

export interface FailedSection {
  readonly kind: 'failed';
  readonly name: string | null;
  readonly message: string;
  readonly sql: string;
}
