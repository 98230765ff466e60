import type { Case } from '../asked.ts';
import { promiseCases } from './speed-promise.ts';
import { resolutionTimeCases } from './speed-resolution.ts';
import { responseCases } from './speed-response.ts';
import { waitCases } from './speed-wait.ts';
import { workCases } from './speed-work.ts';

/** Of every KPI of speed, in every variant. */
export const speedCases: readonly Case[] = [
  ...responseCases,
  ...resolutionTimeCases,
  ...waitCases,
  ...workCases,
  ...promiseCases,
];
