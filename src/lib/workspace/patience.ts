/** Does the work, and tries again a few times where it fails; the last failure is the caller's. */
export async function patiently<T>(
  work: () => Promise<T>,
  waits: readonly number[] = [100, 400, 1600],
): Promise<T> {
  for (const wait of waits) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return work();
}
