import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '#kpi';
import { deskbook, type Outcome } from './deskbook.ts';

let folder: string;
let calls: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-cli-'));
  calls = write(
    'calls.csv',
    [
      'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating',
      'ID0001,Diane,2021-01-13,9:12:58,Contract related,Y,Y,109,0:02:23,3',
      'ID0002,Becky,2021-01-13,9:12:58,Technical Support,Y,N,70,0:04:02,5',
      'ID0003,Stewart,2021-01-14,9:47:31,Contract related,Y,Y,11,0:02:11,4',
      'ID0004,Greg,2021-01-15,10:19:00,Streaming,N,N,,,',
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, `${text}\n`);
  return path;
}

const notebook = [
  '# Calls',
  '',
  'There are {{by_topic.calls}} calls on the first topic.',
  '',
  '```sql by_topic',
  'select type as topic, count(*) as calls from calls group by topic order by calls desc, topic',
  '```',
  '',
  '```vega-lite of=by_topic',
  '{"mark": "bar", "encoding": {"x": {"field": "topic", "type": "nominal"}, "y": {"field": "calls", "type": "quantitative"}}}',
  '```',
].join('\n');

/** Runs the bundled program as `npm run deskbook` does. */
function bundled(...args: string[]) {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(execPath, ['src/setup/deskbook.js', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout, err: stderr };
}

let printed: Promise<Outcome> | undefined;

/** Every KPI of the calls, asked for once. */
function kpisOfCalls(): Promise<Outcome> {
  printed ??= deskbook('kpis', calls, '--json');
  return printed;
}

describe('the bundled program', () => {
  test('answers as its modules do, and nothing else is written', async () => {
    const outcome = bundled('kpis', calls, '--json');
    expect({ ...outcome, out: JSON.parse(outcome.out) }).toMatchObject({
      status: 0,
      err: '',
      out: { sources: [{ file: 'calls.csv', rowsLoaded: 4 }] },
    });
    expect(JSON.parse(outcome.out)).toEqual(JSON.parse((await kpisOfCalls()).out));
  });

  test.each([
    [
      'html',
      // Vega numbers what it clips anew in each process, however many charts were drawn there.
      (bytes: Buffer) =>
        bytes
          .toString('utf8')
          .replaceAll(/(made|<dt>Made<\/dt><dd>)[ \d:-]+/gi, '$1')
          .replaceAll(/clip\d+/g, 'clip'),
    ],
    ['xlsx', (bytes: Buffer) => Object.keys(unzipSync(bytes))],
  ])('writes the report as %s that its modules write', async (kind, contents) => {
    const path = write('bundled.md', notebook);
    const [report, other] = [join(folder, `bundled.${kind}`), join(folder, `modules.${kind}`)];
    expect(bundled('run', path, '--data', calls, '--out', report)).toEqual({
      status: 0,
      out: expect.stringMatching(/^[\d-]{10} [\d:]{5} · bundled\.md · .*\n$/),
      err: '',
    });
    await deskbook('run', path, '--data', calls, '--out', other);
    expect(contents(readFileSync(report))).toEqual(contents(readFileSync(other)));
  });

  test('ends with the code of what went wrong, and says it on standard error', () => {
    expect(bundled('kpis', 'no-such-file.csv')).toEqual({
      status: 1,
      out: '',
      err: 'deskbook: The file no-such-file.csv cannot be read: is the path right?\n',
    });
  });
});

describe('deskbook kpis', () => {
  test('prints the sources and every KPI of the catalogue, each with a value or a reason', async () => {
    const { status, out, err } = await kpisOfCalls();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { sources, kpis, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    expect(sources).toEqual([
      { file: 'calls.csv', vendor: 'calls', rowsRead: 4, rowsLoaded: 4, rowsRejected: 0 },
    ]);
    expect(kpis.map(({ id }: { id: string }) => id)).toEqual(catalogue.map(({ id }) => id));
    const keys = [
      'id',
      'value',
      'unit',
      'n',
      'variant',
      'path',
      'status',
      'reason',
      'previous',
      'lastYear',
      'begins',
      'target',
      'alerts',
    ];
    for (const { rows: _rows, ...kpi } of kpis) {
      expect(Object.keys(kpi)).toEqual(keys);
      expect(kpi.status === 'ok' || typeof kpi.reason === 'string').toBe(true);
    }
    const of = (id: string) => kpis.find((kpi: { id: string }) => kpi.id === id);
    expect(of('abandonment_rate')).toMatchObject({
      value: 0.25,
      unit: 'percent',
      n: 4,
      status: 'ok',
      path: 'rows',
    });
    expect(of('wait_time')).toMatchObject({ value: 190 / 3, unit: 'duration', n: 3 });
    expect(of('csat')).toMatchObject({ value: 2 / 3, n: 3, variant: 'satisfied+computed' });
    expect(of('nps')).toMatchObject({ value: null, status: 'not_computable' });
    expect(of('case_list').rows).toHaveLength(4);
  });

  test('counts what it is asked to: a period, a filter, a variant', async () => {
    const value = async (...args: string[]) => {
      const { kpis } = JSON.parse((await deskbook('kpis', calls, '--json', ...args)).out);
      return kpis.find(({ id }: { id: string }) => id === 'csat');
    };
    expect(await value('--from', '2021-01-13', '--to', '2021-01-14')).toMatchObject({ value: 0.5, n: 2 });
    expect(await value('--from', '2021-01-14', '--to', '2021-01-15')).toMatchObject({
      previous: { value: 0.5, n: 2 },
      lastYear: null,
      alerts: [],
    });
    expect(await value('--filter', 'type=Contract related')).toMatchObject({ value: 0.5, n: 2 });
    expect(await value('--variant', 'csat=mean_score')).toMatchObject({
      value: 4,
      n: 3,
      unit: 'score',
      variant: 'mean_score+computed',
    });
  });

  test('prints a table for people, in their language', async () => {
    const { status, out, err } = await deskbook('kpis', calls, '--locale', 'pt-BR');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Arquivo +Planilha +Sistema +Lidas/);
    expect(out).toMatch(/^abandonment_rate +\S.* 25,0% +4 /m);
  });
});

describe('deskbook reconcile', () => {
  test('says which ways of counting come to a number, and how near the others come', async () => {
    // Three of the four calls were answered; two of the three ratings are 4 and 5.
    const { status, out, err } = await deskbook('reconcile', 'csat', '66.7%', '--data', calls, '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { kpi, attempts } = JSON.parse(out);
    expect([kpi, attempts[0]]).toMatchObject([
      'csat',
      { how: 'as Deskbook counts it', departures: [], value: 2 / 3, n: 3, matches: true },
    ]);
    expect(attempts.some(({ matches }: { matches: boolean }) => !matches)).toBe(true);
  });

  test('prints a table for people, and the SQL of the likeliest way', async () => {
    const { status, out } = await deskbook('reconcile', 'csat', '4', '--data', calls, '--locale', 'pt-BR');
    expect(status).toBe(0);
    expect(out).toMatch(/^ *4,00 +3 += +pela variante “nota média”/m);
    expect(out).toMatch(/^select avg\(score\) as value/m);
  });

  test('asks for a KPI and a number that it can compare', async () => {
    expect([
      (await deskbook('reconcile', 'csat')).err.split('\n')[0],
      (await deskbook('reconcile', 'csatt', '4', '--data', calls)).err.split('\n')[0],
      (await deskbook('reconcile', 'csat', 'many', '--data', calls)).err.split('\n')[0],
    ]).toEqual([
      'deskbook: Name a KPI and the number that the screen shows: reconcile csat 87.3% --data FILE.',
      'deskbook: There is no KPI called “csatt”.',
      'deskbook: “many” cannot be compared with “csat”: write a number as 1234, 87.3% or 4h12m, and a KPI that is one number.',
    ]);
  });
});

test('deskbook import prints what was read, loaded and decided', async () => {
  const { status, out } = await deskbook('import', calls, '--json', '--timezone', 'America/Sao_Paulo');
  expect(status).toBe(0);
  const [source] = JSON.parse(out).sources;
  expect(source).toMatchObject({
    vendor: 'calls',
    rowsRead: 4,
    rowsLoaded: 4,
    rowsRejected: 0,
    rowsDuplicate: 0,
    rejections: [],
  });
  expect(source.tables).toContainEqual({ name: 'calls', rows: 4 });
  expect(JSON.stringify(source.decisions)).toContain('America/Sao_Paulo');
});

test('deskbook import tells what is odd, names a source as asked, and saves what could not be read', async () => {
  const file = join(folder, 'odd.csv');
  const rejects = join(folder, 'rejects.csv');
  writeFileSync(
    file,
    'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time\n' +
      '1,s,Closed,Low,Email,Rui,2025-01-02 10:00:00,2025-01-01 10:00:00,2025-01-02 10:00:00\n' +
      ',s,Open,Low,Email,Rui,2025-01-02 10:00:00,,2025-01-02 10:00:00\n',
  );
  const { out } = await deskbook('import', file, '--json', '--into', 'Loja Sul', '--rejects', rejects);
  const { sources, findings } = JSON.parse(out);
  expect(sources[0]).toMatchObject({ sourceId: 'loja-sul', joined: false });
  expect(sources[0].changes[0]).toEqual({ table: 'tickets', added: 1, updated: 0, unchanged: 0, removed: 0 });
  const odd = findings.find(({ id }: { id: string }) => id === 'solved_before_created');
  expect(odd).toMatchObject({
    severity: 'warning',
    what: '1 ticket was solved before it was created.',
    count: 1,
    of: 1,
    applied: false,
    remedy: { kind: 'exclude', table: 'tickets', label: 'Leave 1 row out' },
  });
  expect(readFileSync(rejects, 'utf8')).toBe(
    'File,Row,Rejected because,As written\r\n' +
      'odd.csv,2,“Ticket ID” is empty: the row cannot be told from others.,",s,Open,Low,Email,Rui,2025-01-02 10:00:00,,2025-01-02 10:00:00"\r\n',
  );
  const told = (await deskbook('import', file, '--locale', 'pt-BR')).out;
  expect(told).toContain('O que há de estranho nas linhas:');
  expect(told).toContain('! 1 ticket foi resolvido antes de ser criado.');
});

describe('deskbook run', () => {
  test('writes a value that a sentence quotes in the unit of its KPI', async () => {
    const path = write(
      'quoted.md',
      '{{csat.value}} of {{csat.n}} are satisfied.\n\n```sql csat kpi=csat shape=headline\nselect 2 / 3 as value, 3 as n\n```',
    );
    const { status, out } = await deskbook('run', path, '--data', calls);
    expect(status).toBe(0);
    expect(out).toContain('66.67% of 3 are satisfied.');
  });

  test('prints each cell with its rows', async () => {
    const path = write('calls.md', notebook);
    const { status, out, err } = await deskbook('run', path, '--data', calls, '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { cells } = JSON.parse(out);
    expect(cells.map(({ kind, status: state }: Record<string, string>) => [kind, state])).toEqual([
      ['markdown', 'done'],
      ['sql', 'done'],
      ['vega-lite', 'done'],
    ]);
    expect(cells[1]).toEqual({
      name: 'by_topic',
      kind: 'sql',
      status: 'done',
      columns: ['topic', 'calls'],
      rows: [
        { topic: 'Contract related', calls: 2 },
        { topic: 'Streaming', calls: 1 },
        { topic: 'Technical Support', calls: 1 },
      ],
      error: null,
    });
  });

  test('writes a report with tables, values in prose and charts, and no script', async () => {
    const path = write('calls.md', notebook);
    const report = join(folder, 'report.html');
    expect(await deskbook('run', path, '--data', calls, '--out', report)).toEqual({
      status: 0,
      out: `2026-01-15 12:00 · calls.md · 3 cells, 0 failed, 0 without data · 4 rows up to 2021-01-15 10:19 (1,826 days old) · ${report}\n`,
      err: '',
    });
    const html = readFileSync(report, 'utf8');
    expect(html).toMatch(/There are <a href="#cell-by_topic" [^>]*>2<\/a> calls on the first topic\./);
    expect(html).toContain('<td>Contract related</td><td class="number">2</td>');
    expect(html).toMatch(/<figure[^>]*><svg[^]*<path[^]*<\/svg><\/figure>/);
    expect(html).not.toMatch(/<script|https?:(?!\/\/www\.w3\.org)/);
  });

  test('a headline in a report has its variant’s unit and its interval', async () => {
    const headline = [
      '```sql score kpi=csat shape=headline variant=mean_score version=1',
      'select avg(score) as value, stddev(score) as stddev, count(score) as n',
      'from ratings',
      "where kind = 'csat' and is_latest and bucket is not null",
      '  and rated_at >= $period_start and rated_at < $period_end',
      '```',
    ].join('\n');
    const report = join(folder, 'score.html');
    const { status } = await deskbook('run', write('score.md', headline), '--data', calls, '--out', report);
    expect(status).toBe(0);
    // 3, 5, 4: a mean of 4 with sd 1, and 4 ± 4.303 ÷ √3.
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('<p class="value">4.00</p>');
    expect(html).toContain('1.52 to 6.48');
  });

  test('ends with 1 when a cell fails, names the culprit and runs the rest', async () => {
    const path = write(
      'broken.md',
      '```sql broken\nselect nothing_like_it from calls\n```\n\n```sql after\nfrom broken\n```\n\n```sql fine\nselect 1 as one\n```',
    );
    const { status, out, err } = await deskbook('run', path, calls, '--json');
    expect({ status, err: err.replace(/nothing_like_it[^]*?\n/, 'nothing_like_it …\n') }).toEqual({
      status: 1,
      err: '2 cells failed:\n  broken: There is no column “nothing_like_it …\n  after: Not run, because the cell “broken” failed.\n',
    });
    const { cells } = JSON.parse(out);
    expect(cells.map(({ status: state }: { status: string }) => state)).toEqual(['failed', 'failed', 'done']);
    expect(cells[0].error).toContain('nothing_like_it');
    expect(cells[1].error).toContain('broken');
  });
});

test('deskbook sample writes the files', async () => {
  const to = join(folder, 'sample');
  const { status, out } = await deskbook('sample', to, '--json');
  expect(status).toBe(0);
  const { timeZone, files } = JSON.parse(out);
  expect(timeZone).toBe('America/Sao_Paulo');
  expect(files.map(({ file }: { file: string }) => file).sort()).toEqual(
    readdirSync(to).map((name) => join(to, name)),
  );
}, 60_000);

describe('what is written wrongly', () => {
  test.each([
    [[], /^Deskbook on the command line/],
    [['nope'], /There is no command “nope”/],
    [['kpis'], /Which files\?/],
    [['kpis', 'a.csv', '--nope'], /There is no option “--nope” here.\nSee: deskbook kpis --help\n$/],
    [['kpis', 'a.csv', '--from', '2021-02-30'], /“2021-02-30” is no day/],
    [['kpis', 'a.csv', '--variant', 'csat=nope'], /nope/],
  ])('%j ends with 2 and says what to do, with nothing on standard output', async (args, message) => {
    const { status, out, err } = await deskbook(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('a file that is not there ends with 1', async () => {
    expect(await deskbook('kpis', 'no-such-file.csv')).toEqual({
      status: 1,
      out: '',
      err: 'deskbook: The file no-such-file.csv cannot be read: is the path right?\n',
    });
  });

  test.each(['import', 'kpis', 'run', 'sample'])('%s --help answers on standard output', async (command) => {
    const { status, out, err } = await deskbook(command, '--help');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`deskbook -- ${command}`);
  });
});
