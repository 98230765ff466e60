export type { Finding, Remedy, Severity } from './finding.ts';
export { preflight, type PreflightOptions } from './preflight.ts';
