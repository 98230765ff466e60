/** A column that follows from others of its row; used where the mapping leaves it empty and `needs` are filled. */
export interface Derived {
  readonly column: string;
  readonly needs: readonly string[];
  readonly sql: string;
  /** Not if one of these is mapped: it would say the same less well. */
  readonly unlessMapped?: readonly string[];
}

const isSolved = `status in ('solved', 'closed')`;
const isAnswered = `outcome in ('answered', 'transferred')`;

/** Outcomes and instants that follow from mapped columns; wall clocks are written after them. */
export const derivedInstants: Readonly<Record<string, readonly Derived[]>> = {
  tickets: [
    {
      column: 'last_solved_at_utc',
      needs: ['closed_at_utc', 'status'],
      sql: `case when ${isSolved} then closed_at_utc end`,
      unlessMapped: ['last_solved_at_utc', 'reported_solved_at_utc'],
    },
    {
      column: 'last_solved_at_utc',
      needs: ['closed_at_utc'],
      sql: 'closed_at_utc',
      unlessMapped: ['last_solved_at_utc', 'reported_solved_at_utc', 'status'],
    },
    {
      column: 'first_solved_at_utc',
      needs: ['last_solved_at_utc', 'reopens'],
      sql: 'case when reopens = 0 then last_solved_at_utc end',
    },
    { column: 'first_reply_at_utc', needs: ['first_human_reply_at_utc'], sql: 'first_human_reply_at_utc' },
  ],
  calls: [
    {
      column: 'outcome',
      needs: ['answered_at_utc'],
      sql: `case when answered_at_utc is null then 'abandoned' else 'answered' end`,
      unlessMapped: ['outcome'],
    },
    {
      column: 'outcome',
      needs: ['talk_seconds'],
      sql: `case when talk_seconds > 0 then 'answered' end`,
      unlessMapped: ['outcome', 'answered_at_utc'],
    },
    {
      column: 'answered_at_utc',
      needs: ['started_at_utc', 'wait_seconds', 'outcome'],
      sql: `case when ${isAnswered} then started_at_utc + to_seconds(wait_seconds) end`,
    },
    {
      column: 'ended_at_utc',
      needs: ['started_at_utc', 'wait_seconds', 'talk_seconds', 'outcome'],
      sql: `case when ${isAnswered} then started_at_utc + to_seconds(wait_seconds + talk_seconds) else started_at_utc + to_seconds(wait_seconds) end`,
    },
    {
      column: 'wait_seconds',
      needs: ['started_at_utc', 'answered_at_utc'],
      sql: seconds('started_at_utc', 'answered_at_utc'),
    },
    {
      column: 'wait_seconds',
      needs: ['started_at_utc', 'ended_at_utc', 'outcome'],
      sql: `case when outcome = 'abandoned' then nullif(${seconds('started_at_utc', 'ended_at_utc')}, 0) end`,
    },
    {
      column: 'talk_seconds',
      needs: ['answered_at_utc', 'ended_at_utc'],
      sql: seconds('answered_at_utc', 'ended_at_utc'),
    },
    { column: 'calls', needs: [], sql: '1' },
  ],
};

const lowest = `case scale when '1-3' then 1 when '1-5' then 1 when '1-7' then 1 else 0 end`;
const steps = `case scale when 'good_bad' then 1 when 'thumbs' then 1 when '1-3' then 2 when '1-5' then 4 when '1-7' then 6 when '0-10' then 10 when '0-100' then 100 end`;
const freshdeskPlace = `list_position([-103, -102, -101, 100, 101, 102, 103], score::integer)`;

/** Durations, and whatever else rests on the instants above. A solve before the opening has no duration: it is flagged instead. */
export const derivedValues: Readonly<Record<string, readonly Derived[]>> = {
  tickets: [
    {
      column: 'first_response_seconds',
      needs: ['created_at_utc', 'first_human_reply_at_utc'],
      sql: seconds('created_at_utc', 'first_human_reply_at_utc'),
    },
    {
      column: 'first_resolution_seconds',
      needs: ['created_at_utc', 'first_solved_at_utc'],
      sql: seconds('created_at_utc', 'first_solved_at_utc'),
    },
    {
      column: 'resolution_seconds',
      needs: ['created_at_utc', 'last_solved_at_utc'],
      sql: seconds('created_at_utc', 'last_solved_at_utc'),
    },
    {
      column: 'reported_resolution_seconds',
      needs: ['created_at_utc', 'reported_solved_at_utc'],
      sql: seconds('created_at_utc', 'reported_solved_at_utc'),
    },
    {
      column: 'wait_seconds',
      needs: ['created_at_utc', 'assigned_at_utc'],
      sql: seconds('created_at_utc', 'assigned_at_utc'),
    },
    { column: 'is_reopened', needs: ['reopens', 'status'], sql: `reopens > 0 and not ${isSolved}` },
    {
      column: 'is_reopened',
      needs: ['last_solved_at_utc', 'status'],
      sql: `last_solved_at_utc is not null and status in ('new', 'open', 'in_progress', 'pending', 'hold')`,
      unlessMapped: ['reopens'],
    },
  ],
  ratings: [
    {
      column: 'score_normalised',
      needs: ['score', 'scale'],
      sql: `case when scale = 'freshdesk' then (${freshdeskPlace} - 1) / 6.0 else (score - (${lowest})) / (${steps}) end`,
    },
    { column: 'bucket', needs: ['score', 'scale', 'kind'], sql: bucketSql() },
  ],
};

/** Elapsed seconds; NULL where the second comes before the first. */
export function seconds(from: string, to: string): string {
  return `case when ${to} >= ${from} then (epoch_us(${to}) - epoch_us(${from}) + 500000) // 1000000 end`;
}

function bucketSql(): string {
  const by = (positive: number, negative: number) =>
    `case when score >= ${positive} then 'positive' when score <= ${negative} then 'negative' when score is not null then 'neutral' end`;
  return `case when kind = 'nps' and scale = '0-10' then ${by(9, 6)}
    when scale in ('good_bad', 'thumbs') then ${by(1, 0)} when scale = '1-3' then ${by(3, 1)} when scale = '1-5' then ${by(4, 2)}
    when scale = '1-7' then ${by(6, 3)} when scale = '0-10' then ${by(8, 4)} when scale = '0-100' then ${by(80, 49)} when scale = 'freshdesk' then ${by(101, -101)} end`;
}
