export { csvHeader, csvRows, type CsvOptions } from './csv.ts';
export { jsonChunks, jsonText } from './json.ts';
export { toMarkdown } from './markdown.ts';
export { exactText, jsonRows, toJson, type JsonValue } from './value.ts';
