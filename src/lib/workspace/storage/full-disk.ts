/** Whether something failed because the browser gives this site no more room. */
export function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error || error instanceof DOMException)) return false;
  return error.name === 'QuotaExceededError' || isFullDisk('cause' in error ? error.cause : null);
}
