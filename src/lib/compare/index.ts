export { inDatabase, withDatabase } from './aside.ts';
export { compareExports, type Compared, type CompareOptions, type Comparison } from './compare.ts';
export { reasons, type Reason, type Sides } from './mixture.ts';
