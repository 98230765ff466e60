export { attachDatabase, detachDatabases, inDatabase, withDatabase } from './aside.ts';
export { databaseLike, databaseOf } from './loaded.ts';
export { rowsBehind, type Behind } from './behind.ts';
export {
  compareExports,
  usualKpis,
  type AskedKpi,
  type Compared,
  type CompareOptions,
  type Comparison,
  type Moment,
  type Reading,
} from './compare.ts';
export { commonMoment } from './span.ts';
export { reasons, type Reason, type Sides, type UnitCounts } from './units.ts';
