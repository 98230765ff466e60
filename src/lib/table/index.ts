export { type Column, type Kind, type Interval, type Table, type Value } from './table.ts';
export { emptyTable, rowsOf, tableFrom, type ColumnLiteral } from './rows.ts';
export { tableFromArrow } from './arrow.ts';
export { kindOf } from './type.ts';
export { toIso, toNumber } from './convert.ts';
export {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatValue,
  noValue,
  type FormatOptions,
  type Unit,
} from './format.ts';
