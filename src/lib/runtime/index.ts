export { ownParameters } from './program.ts';
export { Runtime } from './runtime.ts';
export { previewRows, type Aside } from './aside.ts';
export type { RuntimeOptions } from './options.ts';
export type { CellError, CellSnapshot, CellState, Observer } from './state.ts';
export { plan, type PlannedCell } from './plan.ts';
export { pageSql, type Comparison, type Filter, type Order, type PageRequest } from './page.ts';
