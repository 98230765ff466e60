export { csvHeader, csvRows, type CsvOptions } from './csv.ts';
export { toMarkdown } from './markdown.ts';
export { toHtml } from './html.ts';
export { proseToHtml } from './prose.ts';
export type { Report, ReportFact, ReportSection } from './report.ts';
export { findHeadline, type FoundHeadline, type HeadlineOptions } from './headline.ts';
export { cannotOf, inputText, isSettled, saidOf, unitsOfRows, type CellResult } from './result.ts';
export { filterText, periodText } from './scope-text.ts';
export { exactText, jsonRows, toJson, type JsonValue } from './value.ts';
