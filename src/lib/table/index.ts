export { type Column, type Kind, type Interval, type Table, type Value } from './table.ts';
export { emptyTable, rowsOf, tableFrom, type ColumnLiteral } from './rows.ts';
export { columnOfChunks, type Chunk } from './chunks.ts';
export { bitText, decimalText, timestampMicros, timeZoneText } from './exact.ts';
export { tableFromArrow } from './arrow.ts';
export { kindOf, typeTree, type TypeTree } from './type.ts';
export { toIso, toNumber } from './convert.ts';
export {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShare,
  formatValue,
  noValue,
  type FormatOptions,
  type Unit,
} from './format.ts';
