import type { Case } from '../asked.ts';
import { backlogCases } from './volume-backlog.ts';
import { flowCases } from './volume-flows.ts';
import { forecastCases } from './volume-forecast.ts';
import { reasonCases } from './volume-reasons.ts';
import { stockCases } from './volume-stocks.ts';

/** What came in, what is left, and what is to be expected. */
export const volumeCases: readonly Case[] = [
  ...flowCases,
  ...stockCases,
  ...backlogCases,
  ...reasonCases,
  ...forecastCases,
];
