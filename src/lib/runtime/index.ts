export { ownParameters } from './program.ts';
export { Runtime } from './runtime.ts';
export type { RuntimeOptions } from './options.ts';
export type { CellError, CellSnapshot, CellState, Observer } from './state.ts';
export { plan, type PlannedCell } from './plan.ts';
export { countSql, pageSql, type Comparison, type Filter, type Order, type PageRequest } from './page.ts';
