import { describe, expect, it } from 'vitest';
import {
  buildChart,
  chooseChart,
  chartSubject,
  defaultChart,
  describeChart,
  firstMembers,
  formatDatum,
  membersOf,
  kpiUnits,
  parseSpec,
  toChoice,
  toRows,
  toSpec,
  writeSpec,
  type ChartChoice,
  type JsonObject,
} from '#output';
import { tell } from '#messages';
import { parse } from '#notebook';
import { tableFrom, type Table } from '#table';

const trend = tableFrom([
  { name: 'week', type: 'DATE', values: [20_000, 20_007] },
  { name: 'channel', type: 'VARCHAR', values: ['email', 'chat'] },
  { name: 'value', type: 'DOUBLE', values: [0.9, null] },
  { name: 'n', type: 'BIGINT', values: [120n, 0n] },
]);

describe('the rows of a chart', () => {
  it('are plain values, exact where a number can be, and days of their own clock', () => {
    expect(toRows(trend)).toEqual([
      { week: '2024-10-04T00:00:00', channel: 'email', value: 0.9, n: 120 },
      { week: '2024-10-11T00:00:00', channel: 'chat', value: null, n: 0 },
    ]);
  });

  it('turn decimals into numbers, instants into wall-clock text, infinities and nested values into what can be drawn', () => {
    const table = tableFrom([
      { name: 'amount', type: 'DECIMAL(18,4)', values: ['12.3400'] },
      { name: 'at', type: 'TIMESTAMP', values: [1_700_000_000_123_456n] },
      { name: 'never', type: 'TIMESTAMP', values: [9_223_372_036_854_775_807n] },
      { name: 'share', type: 'DOUBLE', values: [Number.POSITIVE_INFINITY] },
      { name: 'took', type: 'INTERVAL', values: [{ months: 0, days: 1, micros: 1_000_000n }] },
      { name: 'ok', type: 'BOOLEAN', values: [true] },
    ]);
    expect(toRows(table)).toEqual([
      { amount: 12.34, at: '2023-11-14T22:13:20.123', never: null, share: null, took: 86_401, ok: true },
    ]);
  });
});

describe('a spec', () => {
  it('loses what could override the host, and gets its rows by name', () => {
    const { spec } = buildChart(
      {
        $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
        usermeta: { embedOptions: { ast: false, actions: true } },
        mark: 'bar',
        encoding: { x: { field: 'n', type: 'quantitative' }, y: { field: 'channel', type: 'nominal' } },
      },
      tableFrom([
        { name: 'channel', type: 'VARCHAR', values: ['email'] },
        { name: 'n', type: 'BIGINT', values: [3n] },
      ]),
      { locale: 'en' },
    );
    expect(spec).toEqual({
      mark: {
        type: 'bar',
        tooltip: {
          expr: '{"n": deskbookFormat(datum["n"], "en text"), "Channel": deskbookFormat(datum["channel"], "en word.channel")}',
        },
      },
      encoding: {
        x: { field: 'n', type: 'quantitative' },
        y: {
          field: 'channel',
          type: 'nominal',
          title: 'Channel',
          axis: { formatType: 'deskbookFormat', format: 'en word.channel' },
        },
      },
      width: 'container',
      height: { step: 22 },
      autosize: { type: 'fit-x', contains: 'padding' },
      data: { name: 'result' },
      datasets: { result: [{ channel: 'email', n: 3 }] },
    });
  });

  it('writes shares and durations as the KPI does, unless it says how itself', () => {
    const encoding = { y: { field: 'value', type: 'quantitative' } };
    const draw = (unit: 'percent' | 'duration', y: object = {}) =>
      buildChart({ mark: 'point', encoding: { y: { ...encoding.y, ...y } } }, trend, {
        locale: 'pt-BR',
        units: kpiUnits(unit),
      }).spec['encoding'];
    expect(draw('percent')).toEqual({
      y: { ...encoding.y, axis: { formatType: 'deskbookFormat', format: 'pt-BR share' } },
    });
    expect(draw('duration')).toEqual({
      y: { ...encoding.y, axis: { formatType: 'deskbookFormat', format: 'pt-BR duration' } },
    });
    expect(draw('percent', { axis: { format: '.3f' } })).toEqual({
      y: { ...encoding.y, axis: { format: '.3f' } },
    });
  });

  it.each([
    ['', 'output.chart.empty'],
    ['{"mark": ', 'output.chart.notJson'],
    ['[]', 'output.chart.notObject'],
    ['{"encoding": {}}', 'output.chart.noMark'],
    ['{"$schema": "https://vega.github.io/schema/vega/v6.json", "marks": []}', 'output.chart.vegaNotLite'],
    ['{"mark": "bar", "data": {"url": "https://example.com/a.csv"}}', 'output.chart.noAddresses'],
    ['{"layer": [{"mark": "bar", "data": {"url": "a.csv"}}]}', 'output.chart.noAddresses'],
  ])('that cannot be drawn says why: %s', (source, code) => {
    const parsed = parseSpec(source);
    expect(parsed.ok ? 'ok' : parsed.problem.code).toBe(code);
  });
});

/** A KPI's cell as a chart takes it, with rows such as its cut has. */
function subjectOf(fence: string) {
  const [cell] = parse(`\`\`\`sql a ${fence}\nselect 1\n\`\`\`\n`).notebook.cells;
  const subject = cell && chartSubject(cell);
  if (!subject) throw new Error(`${fence} is no KPI's`);
  return { ...subject, isOriginal: true };
}

describe('the default chart', () => {
  const columns = trend.columns;

  it('of rows that are no KPI’s is a line over time, by the first word beside it', () => {
    expect(chooseChart(columns)).toEqual({ mark: 'line', x: 'week', y: 'value', colour: 'channel' });
    expect(defaultChart(null, columns.slice(0, 2))).toBeNull();
  });

  it('of a breakdown is bars with their intervals, the longest first', () => {
    expect(defaultChart(subjectOf('kpi=csat shape=breakdown'), columns.slice(1))).toEqual({
      encoding: {
        y: {
          field: 'channel',
          type: 'nominal',
          sort: { field: 'value', op: 'max', order: 'descending' },
        },
      },
      layer: [
        {
          mark: 'bar',
          encoding: {
            x: { field: 'value', type: 'quantitative' },
            opacity: { condition: { test: 'datum.few', value: 0.3 }, value: 0.75 },
          },
        },
        {
          mark: 'rule',
          encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
        { mark: 'tick', encoding: { x: { field: 'target', type: 'quantitative' } } },
      ],
    });
  });

  it('is bars side by side for a distribution, and colours across and down for a table and a cohort', () => {
    const bins = [
      { name: 'bin_from', kind: 'integer' },
      { name: 'bin_to', kind: 'integer' },
      { name: 'n', kind: 'integer' },
    ] as const;
    const pairs = [
      { name: 'channel', kind: 'text' },
      { name: 'type', kind: 'text' },
      { name: 'value', kind: 'float' },
    ] as const;
    const colours = {
      mark: 'rect',
      encoding: {
        x: { field: 'type', type: 'ordinal' },
        y: { field: 'channel', type: 'ordinal' },
        color: { field: 'value', type: 'quantitative' },
      },
    };
    expect([
      defaultChart(subjectOf('kpi=wait_time shape=distribution'), bins),
      defaultChart(subjectOf('kpi=csat shape=table'), pairs),
      defaultChart(subjectOf('kpi=csat shape=cohort'), pairs),
    ]).toEqual([
      {
        mark: 'bar',
        encoding: {
          x: { field: 'bin_from', type: 'ordinal' },
          y: { field: 'n', type: 'quantitative' },
        },
      },
      colours,
      colours,
    ]);
  });

  it('is what the KPI’s file says: a table for headlines, rows and the scorecard, a bar a ticket for the timeline', () => {
    const stretches = ['ticket_id', 'status', 'from_at', 'to_at', 'created_at'].map((name) => ({
      name,
      kind: 'text' as const,
    }));
    expect([
      defaultChart(subjectOf('kpi=csat shape=headline'), columns),
      defaultChart(subjectOf('kpi=csat shape=rows'), columns),
      defaultChart(subjectOf('kpi=agent_scorecard shape=breakdown'), columns),
      defaultChart(subjectOf('kpi=case_timeline shape=rows'), stretches),
    ]).toEqual([
      null,
      null,
      null,
      {
        mark: 'bar',
        encoding: {
          y: { field: 'ticket_id', type: 'nominal', sort: { field: 'created_at' } },
          x: { field: 'from_at', type: 'temporal' },
          x2: { field: 'to_at' },
          color: { field: 'status', type: 'nominal' },
        },
      },
    ]);
  });
});

describe('the rows of a KPI’s chart', () => {
  const weeks = (values: readonly (readonly [day: number, value: number | null, n: bigint])[]): Table =>
    tableFrom([
      { name: 'week', type: 'DATE', values: values.map(([day]) => day) },
      { name: 'value', type: 'DOUBLE', values: values.map(([, value]) => value) },
      { name: 'n', type: 'BIGINT', values: values.map(([, , n]) => n) },
    ]);
  const rowsOf = (fence: string, table: Table, target: number | null = null) =>
    buildChart({ mark: 'line', encoding: {} }, table, { locale: 'en', subject: subjectOf(fence), target })
      .rows;

  it('have their 95 % interval, whether few stand behind them, and the target; a week without answers is a gap', () => {
    // 50 of 100: Wilson's is (0.5 ± 0.0980) about 0.5, 0.4038 to 0.5962. 2 of 2: 0.3424 to 1.
    const [first, last, gap] = rowsOf(
      'kpi=csat shape=trend grain=week',
      weeks([
        [20_000, 0.5, 100n],
        [20_014, 1, 2n],
      ]),
      0.8,
    );
    expect(
      [first?.['low'], first?.['high'], last?.['low'], last?.['high']].map((end) => Number(end).toFixed(4)),
    ).toEqual(['0.4038', '0.5962', '0.3424', '1.0000']);
    expect([first?.['few'], last?.['few'], last?.['target']]).toEqual([false, true, 0.8]);
    expect(gap).toEqual({ week: '2024-10-11T00:00:00', value: null, n: 0, few: true, target: 0.8 });
  });

  it('of a count are never few, and a week without a row is none of theirs', () => {
    // No ticket in a week: between none and 3.69 were to be expected.
    const rows = rowsOf(
      'kpi=tickets_created shape=trend grain=week',
      weeks([
        [20_000, 0, 0n],
        [20_014, 4, 4n],
      ]),
    );
    expect(rows.map((row) => [row['few'], row['low'], Number(row['high']).toFixed(2)])).toEqual([
      [undefined, 0, '3.69'],
      [undefined, rows[1]?.['low'], '10.24'],
    ]);
  });

  it('of an edited cell have no interval: nobody knows what they are', () => {
    const subject = { ...subjectOf('kpi=csat shape=trend grain=week'), isOriginal: false };
    const table = weeks([[20_000, 0.5, 100n]]);
    expect(buildChart({ mark: 'line', encoding: {} }, table, { locale: 'en', subject }).rows).toEqual([
      { week: '2024-10-04T00:00:00', value: 0.5, n: 100, few: false },
    ]);
  });

  it('of a distribution end where the last one fell', () => {
    const bins = tableFrom([
      { name: 'bin_from', type: 'INTEGER', values: [0, 15, 30, 60] },
      { name: 'bin_to', type: 'INTEGER', values: [15, 30, 60, null] },
      { name: 'n', type: 'BIGINT', values: [0n, 3n, 5n, 0n] },
    ]);
    const subject = subjectOf('kpi=wait_time shape=distribution');
    const spec = { mark: 'bar', encoding: { x: { field: 'bin_from', type: 'ordinal' } } };
    const { rows, spec: drawn } = buildChart(spec, bins, {
      locale: 'pt-BR',
      subject,
      units: kpiUnits('duration'),
    });
    expect(rows.map((row) => row['bin_from'])).toEqual([15, 30]);
    expect(drawn['encoding']).toEqual({
      x: {
        field: 'bin_from',
        type: 'ordinal',
        title: 'Tempo médio de espera (TME)',
        axis: {
          labelAngle: 0,
          labelExpr: '{"15":"15–30 s","30":"30 s–1 min"}[datum.value]',
          labelOverlap: true,
        },
      },
    });
  });
});

describe('what every reader knows', () => {
  it('weekdays begin as the workspace’s weeks do, all hours are there, and statuses have one colour', () => {
    const hours = tableFrom([
      { name: 'weekday', type: 'INTEGER', values: [1, 7] },
      { name: 'hour', type: 'INTEGER', values: [9, 23] },
      { name: 'value', type: 'BIGINT', values: [2n, 1n] },
    ]);
    const spec = {
      mark: 'rect',
      encoding: {
        x: { field: 'hour', type: 'ordinal' },
        y: { field: 'weekday', type: 'ordinal' },
      },
    };
    const { spec: drawn } = buildChart(spec, hours, { locale: 'pt-BR', weekStart: 7 });
    expect(drawn['encoding']).toEqual({
      x: {
        field: 'hour',
        type: 'ordinal',
        title: 'Hora',
        scale: { domain: Array.from({ length: 24 }, (_, hour) => hour) },
        axis: { labelAngle: 0, labelOverlap: true },
      },
      y: {
        field: 'weekday',
        type: 'ordinal',
        title: 'Dia da semana',
        scale: { domain: [7, 1, 2, 3, 4, 5, 6] },
        axis: { formatType: 'deskbookFormat', format: 'pt-BR weekday' },
      },
    });
  });

  it.each([
    [1, 'en weekday', 'Mon'],
    [1, 'pt-BR weekday', 'seg.'],
    ['pending', 'pt-BR word.status', 'pendente'],
    ['reopened', 'pt-BR word.status', 'reaberto'],
    ['our own word', 'en word.status', 'our own word'],
    [null, 'pt-BR word.channel', 'não informado'],
    [0.2, 'pt-BR share', '20%'],
    [0.205, 'pt-BR percent', '20,5%'],
    [4320, 'en duration', '1 h 12 min'],
    ['2026-03-02T00:00:00', 'pt-BR date', '02/03/2026'],
    ['2026-03-02T09:30:15', 'en timestamp', '2026-03-02 09:30'],
    [new Date(2026, 2, 2, 9, 30).getTime(), 'pt-BR timestamp', '02/03/2026 09:30'],
    ['plain', undefined, 'plain'],
  ])('%s as %s is %s', (value, format, written) => {
    expect(formatDatum(value, format)).toBe(written);
  });
});

describe('a chart that would be a wall', () => {
  const many = (size: number): Table =>
    tableFrom([
      { name: 'agent', type: 'VARCHAR', values: Array.from({ length: size }, (_, row) => `a${row}`) },
      { name: 'n', type: 'BIGINT', values: Array.from({ length: size }, (_, row) => BigInt(row)) },
    ]);
  const agentsOf = (table: Table) =>
    Array.from({ length: table.rowCount }, (_, row) => table.columns[0]?.at(row));

  it('keeps the first sixty bars, and the eight lines that rest on the most', () => {
    const bars = membersOf({ mark: 'bar', encoding: { y: { field: 'agent', type: 'nominal' } } });
    const lines = membersOf({ mark: 'line', encoding: { color: { field: 'agent', type: 'nominal' } } });
    expect([bars, lines]).toEqual([
      { column: 'agent', as: 'bars', limit: 60 },
      { column: 'agent', as: 'lines', limit: 8 },
    ]);
    expect(agentsOf(firstMembers(many(61), bars!))).toEqual(agentsOf(many(60)));
    expect(agentsOf(firstMembers(many(10), lines!))).toEqual(agentsOf(many(10)).slice(2));
    expect(membersOf({ mark: 'point', encoding: { x: { field: 'n', type: 'quantitative' } } })).toBeNull();
  });
});

describe('the builder', () => {
  const columns = [
    { name: 'week', kind: 'date' },
    { name: 'a.b [c]', kind: 'integer' },
    { name: 'channel', kind: 'text' },
  ] as const;

  it.each<ChartChoice>([
    { mark: 'line', x: 'week', y: 'a.b [c]', colour: 'channel' },
    { mark: 'bar', x: 'a.b [c]', y: 'channel', colour: null },
    { mark: 'arc', x: 'channel', y: 'a.b [c]', colour: null },
    { mark: 'point', x: 'week', y: null, colour: null },
    { mark: 'line', x: 'week', y: 'a.b [c]', colour: null, interval: true },
    { mark: 'bar', x: 'a.b [c]', y: 'channel', colour: null, interval: true },
  ])('reads back what it wrote: $mark', (choice) => {
    const written = parseSpec(writeSpec(toSpec(choice, columns)));
    expect(written.ok && toChoice(written.spec)).toEqual(choice);
  });

  it('leaves a spec alone that says more than it can', () => {
    expect(toChoice({ layer: [] })).toBeNull();
  });
});

describe('a chart is described in words', () => {
  const ofLine = toSpec({ mark: 'line', x: 'week', y: 'value', colour: 'channel' }, trend.columns);
  const described = (spec: JsonObject, locale: 'en' | 'pt-BR', from = trend) =>
    tell(locale, buildChart(spec, from, { locale }).description);

  it('by what its columns are called in the reader’s language', () => {
    expect([described(ofLine, 'en'), described(ofLine, 'pt-BR')]).toEqual([
      'Chart: value by week, coloured by Channel, 2 rows.',
      'Gráfico: value por semana, em cores por Canal, 2 linhas.',
    ]);
  });

  it('by its own titles before that, wherever a layer says them', () => {
    const encoding = (y: JsonObject): JsonObject => ({ x: { field: 'week', title: null }, y });
    const titled = { mark: 'line', encoding: encoding({ field: 'value', title: ['CSAT', 'of all'] }) };
    const layers = [
      { mark: 'rule', encoding: encoding({ field: 'value', title: null }) },
      { mark: 'bar', encoding: encoding({ aggregate: 'count', title: null }) },
    ];
    const counted = { mark: 'bar', encoding: encoding({ aggregate: 'count' }) };
    expect([
      described(titled, 'pt-BR'),
      described({ layer: layers }, 'en'),
      described(counted, 'pt-BR'),
      described({ ...titled, title: { text: 'A fall' } }, 'en'),
    ]).toEqual([
      'Gráfico: CSAT of all por semana, 2 linhas.',
      'Chart: value by week, 2 rows.',
      'Gráfico: Linhas por semana, 2 linhas.',
      'A fall. 2 rows.',
    ]);
  });

  it('by the step that a time is cut to, and by what is made of a column', () => {
    const known = { rows: 3, fields: new Map(), locale: 'pt-BR' } as const;
    const spec = (timeUnit: string): JsonObject => ({
      mark: 'bar',
      encoding: {
        x: { field: 'created_at', timeUnit },
        y: { field: 'first_response', aggregate: 'mean' },
      },
    });
    const units = ['yearmonthdate', 'yearweek', 'yearmonth', 'hours', 'day'];
    expect(units.map((unit) => describeChart(spec(unit), known).params['x'])).toEqual([
      'dia',
      'semana',
      'mês',
      'hora',
      'created at',
    ]);
    expect(describeChart(spec('year'), known).params['y']).toBe('first response: média');
  });
});
