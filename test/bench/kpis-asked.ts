/** The last instant of the made-up helpdesk, and its last year. */
export const asOf = '2026-06-01 00:00:00';
export const period = { from: '2025-06-01 00:00:00', to: asOf };

const rounds = 2;

export function asTable(sql: string): string {
  return `create or replace temp table result as ${sql}`;
}

/** The shortest of two runs, in milliseconds. */
export async function best(task: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(task));
  return Math.min(...times);
}

export async function timed(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}
