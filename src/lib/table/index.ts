export { type Column, type Kind, type Interval, type Table, type Value } from './table.ts';
