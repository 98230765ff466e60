export {
  axes,
  cuts,
  kpiShapes,
  paths,
  themes,
  type Axis,
  type ChartKind,
  type Cut,
  type Definition,
  type Kpi,
  type KpiProse,
  type KpiShape,
  type Path,
  type StartingTarget,
  type Statistic,
  type Theme,
  type Translated,
  type VariantOption,
} from './kpi.ts';
export { parseKpi, type ParsedKpi } from './parse.ts';
export { bindOwnKpi, copyOfKpi, freeId, measureAny, readOwnKpis, type KpiFile, type OwnKpi } from './own.ts';
export { kpiFields, type FieldKind, type KpiField } from './fields.ts';
export { checkNames } from './profile.ts';
export { catalogue, findKpi, sourceOf } from './catalogue.ts';
export { compile, cutsOf, type CompileOptions } from './compile.ts';
export { cohortKind } from './cohort.ts';
export { distributionOf } from './distribution.ts';
export { chooseBins, type ChooseBinsOptions } from './choose-bins.ts';
export { equalBins, parseBins, serializeBins, type Bins } from './bins.ts';
export {
  definitionOf,
  fullVariant,
  isChoice,
  parseVariant,
  serializeVariant,
  type Choice,
} from './variant.ts';
export { dimensions, hasDimension, type KpiDimension } from './dimensions.ts';
export { kpiProfile, type KpiProfile } from './profile.ts';
export { availability, needsOf, type Availability, type AvailabilityOptions } from './availability.ts';
export { needs, type Need } from './needs.ts';
export { measure, targetValue, type Measurement, type MeasureOptions } from './measure.ts';
export { comparablePeriod, type PreviousMeasurement } from './comparisons.ts';
export { pastValues, type PastValue } from './history.ts';
export { samePeriodLastYear } from './last-year.ts';
export { goalOf, latestAt, type Goal, type Standing } from './goal.ts';
export { judge, readTargets, standTo, type Target, type TargetResult } from './target.ts';
export { findingsOf, refusalOf, type Findings, type FindingsOptions, type Refusal } from './findings.ts';
export { judgedMember, memberTargets, type MemberTargets } from './member-targets.ts';
export {
  judgeDays,
  unusualDays,
  type DayValue,
  type UnusualDay,
  type UnusualDaysOptions,
} from './unusual-days.ts';
export {
  matchesByChance,
  reconcile,
  type Attempt,
  type ReconcileOptions,
  type Reconciliation,
} from './reconcile.ts';
export { departureText, variedName } from './departure-text.ts';
export type { Departure } from './candidates.ts';
export { isShownAs, readReported, readTyped, writeTyped, type Reading } from './reported.ts';
export { intervalOfRow } from './estimate.ts';
export { axisText, cellStateText, optionTitle, pathText } from './words.ts';
export { inWeeksFrom } from './trend.ts';
export { asInCell, openPeriod, setPeriod } from './period-variables.ts';
export {
  kpiCell,
  kpiCellName,
  parseKpiAttributes,
  sourceInWeeksFrom,
  stateOfCell,
  type KpiAttributes,
  type KpiCell,
  type KpiCellOptions,
  type KpiCellState,
} from './cell.ts';
export {
  isBeyondNoise,
  meanInterval,
  newcombe,
  poisson,
  quantileRanks,
  smallN,
  welch,
  wilson,
  type Interval95,
} from './statistics.ts';
export { isShare, rowConditions } from './aggregate.ts';
export { logGamma } from './distributions.ts';
export { addendsOf, compileFacts, type FactKey, type FactsOptions } from './facts.ts';
export {
  compileDecomposition,
  compileSegmentRows,
  compileSegmentTrend,
  hasLowRatings,
  type PeriodNames,
} from './decomposition.ts';
export { compileSegmentMoves, type MovedKpi, type Readings } from './segment-moves.ts';
export { compileSegmentWords } from './segment-words.ts';
export { compileSegmentedRows, isShareOfRows, type SegmentedRowsOptions } from './segmented-rows.ts';
