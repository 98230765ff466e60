import type { Case } from '../asked.ts';

const dayMs = 86_400_000;

/** The day so many days after Monday 8 December 2025, twelve weeks before Monday 2 March 2026. */
function dayAt(index: number): string {
  return new Date(Date.UTC(2025, 11, 8) + index * dayMs).toISOString().slice(0, 10);
}

/** As many tickets on each of the 84 days as a rule says, and some more afterwards. */
function ticketsOf(count: (day: number) => number, more = ''): Case['world'] {
  const rows = Array.from({ length: 84 }, (_, day) =>
    Array.from({ length: count(day) }, (_, index) => `('${day} ${index}', '${dayAt(day)} 12:00')`),
  );
  return { tickets: { columns: 'ticket_id, created_at', values: rows.flat().join(', ') + more } };
}

/** Twelve weeks as they came, and four to come: the forecast of each day, its interval at `spread` times chance, and n. */
function foretold(
  came: (day: number) => number,
  expected: (weekday: number) => number,
  spread: number,
  n: number,
): string[] {
  const known = Array.from({ length: 84 }, (_, day) => `${dayAt(day)}, ${came(day)}, NULL, NULL, NULL, NULL`);
  const unknown = Array.from({ length: 28 }, (_, day) => {
    const value = expected(day % 7);
    const margin = 1.2816 * spread * Math.sqrt(value);
    const [low, high] = [Math.max(value - margin, 0), value + margin];
    return [dayAt(84 + day), 'NULL', value, low, high, n].map(written).join(', ');
  });
  return [...known, ...unknown];
}

function written(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toFixed(6))) : value;
}

const now = '2026-03-02 15:00:00';
/** Of the day that is not over. */
const today = `, ('t', '2026-03-02 10:00'), ('u', '2026-03-02 11:00')`;

/** Three on Monday and one on Tuesday. */
const steady = (day: number): number => [3, 1][day % 7] ?? 0;
/** Four on each Monday, but none on the one before the last four weeks. */
const holiday = (day: number): number => (day % 7 === 0 && day !== 49 ? 4 : 0);
/** Two a day for four weeks, then four, then eight. */
const doubling = (day: number): number => 2 ** (1 + Math.floor(day / 28));

export const forecastCases: readonly Case[] = [
  {
    title:
      'volume_forecast: a week that repeats itself goes on with no error; the interval is no narrower than chance, and today does not count yet',
    now,
    world: ticketsOf(steady, today),
    // Twelve weeks of three on Monday and one on Tuesday; four to come.
    answers: {
      volume_forecast: [4 * (3 + 1), 12 * 4],
      'volume_forecast headline': ['16, 0, 0, 48'],
      'volume_forecast trend': foretold(steady, steady, 1, 48),
    },
  },
  {
    title:
      'volume_forecast: a holiday in the last week that a trial knows misleads less than that week repeated would',
    now,
    world: ticketsOf(holiday),
    answers: {
      // Trial: Mondays of weeks 1 to 8 have 3.5, of 5 to 8 have 3: 3 are foretold where 4 come. The week before had none.
      // Now: Mondays of weeks 5 to 12 have 3.5, of 9 to 12 have 4.
      'volume_forecast headline': [`${4 * 4}, ${1 / 4}, ${4 / 4}, ${11 * 4}`],
      // Off by one of three on each of four Mondays: √(4 ÷ 12) of chance.
      'volume_forecast trend': foretold(holiday, (weekday) => (weekday === 0 ? 4 : 0), 1, 44),
    },
  },
  {
    title: 'volume_forecast: what doubles each month is missed by half, and the interval says so',
    now,
    world: ticketsOf(doubling),
    answers: {
      // Four were foretold for each of the 28 days, and by the week before; eight came.
      'volume_forecast headline': [`${28 * 8}, ${4 / 8}, ${4 / 8}, ${28 * (2 + 4 + 8)}`],
      // √(28 · 4² ÷ (28 · 4)) = 2.
      'volume_forecast trend': foretold(doubling, () => 8, 2, 28 * 14),
    },
  },
  {
    title: 'volume_forecast: a day less than twelve weeks forecasts nothing',
    now,
    world: ticketsOf((day) => (day === 0 ? 0 : 1)),
    answers: {
      volume_forecast: 'kpi.noData',
      'volume_forecast headline': [],
      'volume_forecast trend': [],
    },
  },
  {
    title:
      'volume_forecast: after twelve weeks without a ticket none is foretold, and nobody knows how wrong that is',
    now,
    world: { tickets: { columns: 'ticket_id, created_at', values: `('1', '2025-01-01'), ('2', null)` } },
    answers: { volume_forecast: 'kpi.noData', 'volume_forecast headline': ['0, NULL, NULL, 0'] },
  },
];
