export { csvHeader, csvRows, type CsvOptions } from './csv.ts';
export { toMarkdown } from './markdown.ts';
export { toHtml } from './html.ts';
export { proseToHtml } from './prose.ts';
export type { Report, ReportFact, ReportSection } from './report.ts';
export { exactText, jsonRows, toJson, type JsonValue } from './value.ts';
