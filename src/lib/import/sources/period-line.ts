/** A period as two days, the second one past its end. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const day = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}`;
const pair = new RegExp(`(${day})(?!\\d).*?(?<!\\d)(${day})(?!\\d)`);

/** The period that a line above or below a table names: `Reporting period 2024-01-01 to 2024-01-31`, `01/03/2025 – 31/03/2025`. */
export function periodOf(lines: readonly string[]): Period | null {
  for (const line of lines) {
    const match = pair.exec(line);
    const period = match ? periodFrom(match[1]!, match[2]!) : null;
    if (period) return period;
  }
  return null;
}

/** A reading in which both are days and the first is not after the second; null where two readings do so. */
function periodFrom(first: string, second: string): Period | null {
  const orders = /^\d{4}/.test(first)
    ? ([[0, 1, 2]] as const)
    : ([
        [2, 1, 0],
        [2, 0, 1],
      ] as const);
  const readings = orders.flatMap((order) => {
    const [from, to] = [utcDay(first, order), utcDay(second, order)];
    return from !== null && to !== null && from <= to ? [{ from, to }] : [];
  });
  const distinct = readings.filter(
    ({ from, to }, index) => !readings.slice(0, index).some((each) => each.from === from && each.to === to),
  );
  const [only] = distinct;
  if (!only || distinct.length > 1) return null;
  return { from: isoDay(only.from), to: isoDay(only.to + 86_400_000) };
}

function utcDay(text: string, [year, month, date]: readonly [number, number, number]): number | null {
  const parts = text.split(/[./-]/).map(Number);
  const [y, m, d] = [parts[year] ?? NaN, parts[month] ?? NaN, parts[date] ?? NaN];
  const time = Date.UTC(y, m - 1, d);
  const back = new Date(time);
  return back.getUTCMonth() === m - 1 && back.getUTCDate() === d ? time : null;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
