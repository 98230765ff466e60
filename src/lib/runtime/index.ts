export type { CellError, CellSnapshot, CellState, Observer } from './state.ts';
