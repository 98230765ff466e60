export {
  columnFormats,
  isNumeric,
  isTemporal,
  kpiUnits,
  type ColumnFormat,
  type ColumnUnits,
} from './table/columns.ts';
export { copyFormats, copyTable, slice, type CopyFormat } from './table/copy.ts';
export {
  cellSql,
  countSql,
  everything,
  orderText,
  pageSql,
  type PagedRelation,
  type PageQuery,
  type RowQuery,
  type Sort,
} from './table/page.ts';
export { filterSql, hasRange, type ColumnFilter, type FilteredColumn } from './table/filter.ts';
export {
  isRearranged,
  moveColumn,
  plainLayout,
  resizeColumn,
  shownColumns,
  toggleHidden,
  togglePin,
  type ColumnLayout,
} from './table/column-layout.ts';
export {
  distributionSql,
  toCountedValues,
  toDistribution,
  valuesSql,
  type CountedValue,
  type Distribution,
} from './table/distribution.ts';
export { layOutJson } from './table/lay-out-json.ts';
export { compareTables, type ComparedRow, type Comparison } from './table/compare.ts';
export { profileSql, toProfile, type ColumnProfile } from './table/profile.ts';
export {
  columnWindow,
  gridWindow,
  scrollToRow,
  type GridGeometry,
  type GridWindow,
} from './table/viewport.ts';
export { isJsonObject, type Json, type JsonObject } from './chart/json.ts';
export { parseSpec, specProblem, type ParsedSpec } from './chart/spec.ts';
export { toRows, type Datum, type DatumRow } from './chart/rows.ts';
export { buildChart, describeColumns, pointLimit, type Chart, type ChartOptions } from './chart/build.ts';
export { chartSubject, type ChartSubject } from './chart/subject.ts';
export { chartTarget } from './chart/target.ts';
export { chartEvents, isOverTime, type ChartEvent } from './chart/events.ts';
export { controlChart, type ChangeMoment, type ControlWords } from './chart/control.ts';
export { defaultChart } from './chart/default-chart.ts';
export { firstMembers, membersOf, type Members } from './chart/members.ts';
export {
  aggregates,
  binCounts,
  chooseChart,
  chooseMark,
  marks,
  sorts,
  type Bins,
  type ChartChoice,
  type ChartColumn,
  type Mark,
} from './chart/choice.ts';
export { axesOf, toSpec, usualSort } from './chart/choice-spec.ts';
export { toChoice } from './chart/spec-choice.ts';
export { editSpec } from './chart/edit-spec.ts';
export { writeSpec } from './chart/spec-text.ts';
export { columnsAlong } from './chart/mark.ts';
export { enlarged, fitFacets } from './chart/size.ts';
export type { MarkedValue } from './chart/marked.ts';
export { palettes, ramps } from './chart/palette.ts';
export {
  landmarkAxes,
  landmarkKinds,
  mainOf,
  splitLandmarks,
  withLandmarks,
  type Axis,
  type Landmark,
  type LandmarkKind,
} from './chart/landmarks.ts';
export { chartFormat, formatDatum } from './chart/format.ts';
export { themeConfig, type ChartTheme } from './chart/theme.ts';
export { describeChart } from './chart/describe.ts';
export { chartLocales, type ChartLocale } from './chart/locale.ts';
export {
  buildValue,
  isHeadline,
  smallest,
  type Better,
  type Change,
  type Headline,
  type HeadlineTarget,
  type ValueOptions,
} from './value/build.ts';
export { canBeHeadlines, headlinesAttribute, headlinesOf, type TitledHeadline } from './value/row.ts';
export { sparkline, type Sparkline } from './value/sparkline.ts';
export { unitOfCell, unitsOfCell } from './value/kpi-units.ts';
export { besideText, isBeside } from './value/beside.ts';
export { judgements } from './value/judgements.ts';
export { headlineOf } from './value/measurement.ts';
export { findingTexts, refusalText, withTargets } from './value/findings.ts';
export { causeText, effectText } from './value/causes.ts';
export { dayText } from './value/day-text.ts';
export { dimensionText } from './value/dimension-text.ts';
export { beginsText, changeText, spanText, targetText, unusualDayText, valueText } from './value/words.ts';
