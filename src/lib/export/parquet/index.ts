export { toParquet } from './parquet.ts';
