export type { Finding, Remedy, Severity } from './finding.ts';
export { applyRemedy, preflight, undoRemedy, type PreflightOptions } from './preflight.ts';
