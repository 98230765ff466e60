import { describe, expect, test } from 'vitest';
import { analyse, parseInput, placesOf, runCell, type RunContext } from '#cells';
import { catalogue } from '#kpi';
import { parse } from '#notebook';
import { nativeEngine } from '../support/native.ts';

function cellOf(text: string) {
  return parse(text).notebook.cells[0]!;
}

async function context(): Promise<RunContext> {
  const engine = await nativeEngine();
  await engine.exec(`attach if not exists ':memory:' as book_cells`);
  return {
    engine,
    book: 'book_cells',
    stored: new Map(),
    variables: {},
    inputValue: () => undefined,
    period: { from: null, to: null },
    asOf: '2026-03-10 12:00:00',
    weekStart: 1,
    kpis: catalogue,
    profile: () => Promise.reject(new Error('no data here')),
    locale: 'en',
    unitOf: () => undefined,
    cellNamed: () => undefined,
    maxRows: 1000,
  };
}

describe('what a cell defines and reads', () => {
  test.each([
    [
      '```sql a\nselect $x from b join c using (d); create table e as from f\n```',
      ['a', 'e'],
      ['b', 'c', 'f', '$x'],
      false,
    ],
    ['```sql\nwith t as (from b) from t\n```', [], ['b'], true],
    ['```vega-lite of=a\n{"mark": "bar"}\n```', [], ['a'], true],
    ['Is {{ a.value }}, `{{b.c}}`\n\n    {{d.e}}', [], ['a', 'd'], true],
    ['```input day\ntype: daterange\n```', ['$day_start', '$day_end'], [], true],
    [
      '```input who\ntype: select\noptions: select x from people where y = $z\n```',
      ['$who'],
      ['people', '$z'],
      true,
    ],
  ])('%s', (text, defines, uses, readsOnly) => {
    const analysis = analyse(cellOf(text));
    expect({ ...analysis, diagnostics: analysis.diagnostics.length }).toEqual({
      defines,
      uses,
      readsOnly,
      parameters: uses.filter((name) => name.startsWith('$')).map((name) => name.slice(1)),
      diagnostics: 0,
    });
  });

  test.each([
    ['```sql tickets\nselect 1\n```', 'runtime.name.reserved'],
    ['```sql\nselect $1\n```', 'runtime.parameter.numbered'],
    ["```sql\nselect 1;\nfrom 'x.csv'\n```", 'sql.unavailable.file'],
    ['```vega-lite of=a\n{"mark": }\n```', 'output.chart.notJson'],
    ['```vega-lite of=a\n[]\n```', 'output.chart.notObject'],
    ['```vega-lite of=a\n{"mark": "bar", "data": {"url": "x.json"}}\n```', 'output.chart.noAddresses'],
    ['```vega-lite\n{"mark": "bar"}\n```', 'runtime.chart.of'],
    ['```input\ntype: text\n```', 'runtime.input.name'],
    ['```input x\ntype: dial\n```', 'runtime.input.type'],
    ['```input x\ntype: slider\nmin: 5\nmax: 5\n```', 'runtime.input.range'],
    ['```input x\ntype: slider\nstep: 0\n```', 'runtime.input.range'],
    ['```input x\ntype: select\n```', 'runtime.input.options'],
    ['```input x\n- a\n```', 'runtime.input.noMapping'],
    ['```input x\ntype: number\nvalue: 3\n```', 'runtime.input.unknown'],
    ['```input x\na: [\n```', 'runtime.input.unreadable'],
    ['```input x\ntype: period\ndefault: soon\n```', 'runtime.input.period'],
  ])('says what is wrong before it runs: %s', (text, code) => {
    const { diagnostics } = analyse(cellOf(text), { reserved: ['tickets'] });
    expect(diagnostics.map((diagnostic) => diagnostic.text.code)).toEqual([code]);
  });

  test('places in prose leave code alone', () => {
    const source = '{{a.b}} `{{c.d}}`\n```\n{{e.f}}\n```\n{{ g . h i }}';
    expect(placesOf(source).map(({ cell, column }) => `${cell}|${column}`)).toEqual(['a|b', 'g|h i']);
  });
});

describe('inputs give typed parameters', () => {
  test.each([
    ['type: text', { x: 'NULL::VARCHAR' }],
    ["type: text\ndefault: it's", { x: "'it''s'" }],
    ['type: number\ndefault: 2.5', { x: "'2.5'::DOUBLE" }],
    ['type: slider\nmin: 5', { x: '5' }],
    ['type: slider\ndefault: 2.5', { x: "'2.5'::DOUBLE" }],
    ['type: checkbox\ndefault: true', { x: 'true' }],
    ['type: date\ndefault: 2026-03-01', { x: "DATE '2026-03-01'" }],
    ['type: select\noptions: [a, b]\ndefault: b', { x: "'b'::VARCHAR" }],
    ['type: multiselect\noptions: [a, b]', { x: 'NULL::VARCHAR[]' }],
    ['type: multiselect\noptions: [a, b]\ndefault: [a]', { x: "['a'::VARCHAR]::VARCHAR[]" }],
    ['type: multiselect\noptions: select 1::bigint\ndefault: []', { x: '[]::BIGINT[]' }],
    [
      'type: daterange\ndefault: {from: 2026-03-01, to: 2026-03-31}',
      { x_start: "TIMESTAMP '2026-03-01 00:00:00'", x_end: "TIMESTAMP '2026-04-01 00:00:00'" },
    ],
    ['type: daterange', { x_start: "TIMESTAMP '-infinity'", x_end: "TIMESTAMP 'infinity'" }],
    [
      'type: period\ndefault: last 7 days',
      { x_start: "TIMESTAMP '2026-03-04 00:00:00'", x_end: "TIMESTAMP '2026-03-11 00:00:00'" },
    ],
  ])('%s', async (body, variables) => {
    const world = await context();
    const output = await runCell(cellOf(`\`\`\`input x\n${body}\n\`\`\``), world);
    expect(output.kind === 'input' && output.variables).toEqual(variables);
    await world.engine.exec(
      Object.values(variables)
        .map((value) => `set variable v = ${value}`)
        .join(';'),
    );
  });

  test.each([
    ['', [0, 100, 1]],
    ['min: 0\nmax: 1', [0, 1, 0.01]],
    ['min: -5\nmax: 5', [-5, 5, 0.1]],
    ['min: 10\nmax: 500\nstep: 5', [10, 500, 5]],
  ])('a slider goes from end to end in round steps: %s', (body, range) => {
    const { spec } = parseInput(cellOf(`\`\`\`input x\ntype: slider\n${body}\n\`\`\``));
    expect([spec.min, spec.max, spec.step]).toEqual(range);
  });

  test('what a choice of nothing is called may be said', () => {
    const noneOf = (source: string) => parseInput({ name: 'x', source }).spec.none;
    expect([noneOf('type: select'), noneOf('type: select\nnone: the segment above')]).toEqual([
      null,
      'the segment above',
    ]);
  });

  test('options come from a list or from a query, whose second column is the label', async () => {
    const output = await runCell(
      cellOf(
        "```input x\ntype: select\noptions: select * from (values (1, 'one'), (2, 'two'), (null, 'none')) order by 1\n```",
      ),
      await context(),
    );
    expect(output.kind === 'input' && [output.options, output.optionType]).toEqual([
      [
        { value: 1, label: 'one' },
        { value: 2, label: 'two' },
      ],
      'INTEGER',
    ]);
    expect(parseInput({ name: 'x', source: 'type: select\noptions: [1, a]' }).spec.options).toEqual({
      kind: 'list',
      values: ['1', 'a'],
      valueKind: 'text',
    });
  });
});

describe('results', () => {
  test('of a query keep its columns, its types and its order, also with no rows', async () => {
    const world = await context();
    const output = await runCell(
      cellOf('```sql empty\nselect 1::bigint as a, [1.5] as b where false -- end\n```'),
      world,
    );
    expect(
      output.kind === 'table' && [
        output.relation,
        output.storedAs,
        output.rowCount,
        output.columns.map(({ name, type }) => `${name} ${type}`),
      ],
    ).toEqual(['"book_cells"."main"."empty"', 'table', 0, ['a BIGINT', 'b DECIMAL(2,1)[]']]);
  });

  test('of pivots, describes and explains are tables too', async () => {
    const world = await context();
    await runCell(cellOf("```sql src\nselect * from (values ('a', 1), ('b', 2)) t(k, v)\n```"), world);
    const columns = async (source: string) => {
      const output = await runCell(cellOf(`\`\`\`sql p\n${source}\n\`\`\``), world);
      return output.kind === 'table' ? output.columns.map(({ name }) => name).slice(0, 2) : output.kind;
    };
    const shown: unknown[] = [];
    for (const source of [
      'pivot src on k using sum(v)',
      'describe src',
      'explain from src',
      'set variable z = 1',
    ]) {
      shown.push(await columns(source));
    }
    expect(shown).toEqual([
      ['a', 'b'],
      ['column_name', 'column_type'],
      ['explain_key', 'explain_value'],
      'statement',
    ]);
  });

  test('a chart draws at most 5,000 rows and says so', async () => {
    const world = await context();
    const many = { ...world, maxRows: 10_000 };
    await runCell(cellOf('```sql many\nfrom range(6000)\n```'), many);
    const output = await runCell(cellOf('```vega-lite of=many\n{"mark": "bar"}\n```'), many);
    expect(
      output.kind === 'chart' && [output.data?.table.rowCount, output.data?.rowCount, output.note],
    ).toEqual([5000, 6000, { code: 'runtime.chart.rows', params: { shown: 5000, count: 6000 } }]);
  });
});
