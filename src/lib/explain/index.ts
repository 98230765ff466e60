export { explain, type Cause, type ExplainOptions, type Explanation, type Side } from './explain.ts';
export type { Part } from './parts.ts';
export type { CauseKind } from './candidates.ts';
export type { ChangePoint } from './change-point.ts';
export type { Began } from './began.ts';
export { controlKindOf, type ControlKind } from './control-chart.ts';
export type { Late } from './watermark.ts';
export {
  canExplain,
  explanationSql,
  type ExplanationSql,
  type ExplanationSqlOptions,
  type SegmentName,
} from './sql.ts';
export {
  causeTestSql,
  type AffectedSegment,
  type CauseTestSql,
  type TestKind,
  type TestNames,
  type TestOptions,
  type TestWords,
} from './difference.ts';
