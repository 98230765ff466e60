export { explain, type Cause, type ExplainOptions, type Explanation, type Side } from './explain.ts';
export type { Part } from './parts.ts';
export type { CauseKind } from './candidates.ts';
export type { ChangePoint } from './change-point.ts';
export {
  canExplain,
  explanationSql,
  type ExplanationSql,
  type ExplanationSqlOptions,
  type SegmentName,
} from './sql.ts';
