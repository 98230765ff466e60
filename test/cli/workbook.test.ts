import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBack } from '../export/xlsx/read-back.ts';
import { cellsOf } from '../export/xlsx/written.ts';
import { useEngine } from '../import/readers/native.ts';
import { deskbook } from './deskbook.ts';

const engine = useEngine();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const calls = [
  'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating',
  'ID0001,Diane,2021-01-13,9:12:58,=Contract,Y,Y,109,0:02:23,3',
  'ID0002,Becky,2021-01-13,9:12:58,Technical Support,Y,N,70,0:04:02,5',
  'ID0003,Stewart,2021-01-14,9:47:31,=Contract,Y,Y,11,0:02:11,4',
  'ID0004,Greg,2021-01-15,10:19:00,Streaming,N,N,,,',
].join('\n');

const headlineSql = readFileSync('test/kpi/golden/abandonment_rate.sql', 'utf8')
  .replace('-- headline\n', '')
  .replace(/\n\n-- trend[^]*/, '');
const topicSql =
  'select type as topic, count(*) as calls, sum(wait_seconds) as wait_seconds, max(started_at) as latest\nfrom calls group by topic order by calls desc, topic';

const notebook = [
  '# Calls',
  '',
  '```sql given_up kpi=abandonment_rate shape=headline version=1',
  headlineSql,
  '```',
  '',
  '```sql counted fold=all',
  'select count(*) as n from calls',
  '```',
  '',
  '```sql by_topic',
  topicSql,
  '```',
  '',
  '```sql broken',
  'select nothing_like_it from calls',
  '```',
].join('\n');

async function run(locale: string) {
  const [data, path, out] = [
    join(folder, 'calls.csv'),
    join(folder, 'calls.md'),
    join(folder, `${locale}.xlsx`),
  ];
  writeFileSync(data, `${calls}\n`);
  writeFileSync(path, `${notebook}\n`);
  const asked = ['--from', '2021-01-14', '--to', '2021-01-16', '--as-of', '2021-01-16', '--locale', locale];
  const { status, out: said } = await deskbook('run', path, '--data', data, '--out', out, ...asked);
  expect({ status, said: said.replace(out, 'FILE') }).toEqual({
    status: 1,
    said:
      locale === 'en'
        ? '2026-01-15 12:00 · calls.md · 5 cells, 1 failed, 0 without data · 4 rows up to 2021-01-15 10:19 (1,826 days old) · FILE\n'
        : '2026-01-15 12:00 · calls.md · 5 células, 1 com falha, 0 sem dados · 4 linhas até 2021-01-15 10:19 (1.826 dias atrás) · FILE\n',
  });
  return new Uint8Array(readFileSync(out));
}

test('a run writes its headlines, its tables, what they rest on and the SQL, and its steps behind them', async () => {
  const sheets = await readBack(engine(), await run('en'), ['Summary', 'by_topic', 'Data', 'SQL']);
  const [header, row] = sheets['Summary'] ?? [];
  expect(header).toEqual([
    'KPI',
    'Cell',
    'Variant',
    'Value',
    'Unit',
    'n',
    '95% from',
    '95% to',
    'Period before',
    'Change',
    'Year before',
    'Change on the year',
    'Target',
    'Target met',
    'Period from',
    'Period to, not included',
    'Note',
    'Fingerprint of the data',
  ]);
  // Two contacts of which one was given up; the two days before had two, of which none was. Wilson for 1 of 2: 0.0945 to 0.9055.
  const [name, cell, _variant, value, unit, n, low, high, previous, change, ...rest] = row ?? [];
  expect([name, cell, value, unit, n, previous, change]).toEqual([
    'Abandonment',
    'given_up',
    '0.5',
    'percent',
    '2',
    '0',
    '50',
  ]);
  expect([Number(low), Number(high)]).toEqual([expect.closeTo(0.0945, 4), expect.closeTo(0.9055, 4)]);
  expect(rest.slice(0, 6)).toEqual([null, null, null, null, '2021-01-14 00:00:00', '2021-01-16 00:00:00']);
  expect(rest.at(-1)).toBe(sheets['Data']?.at(-1)?.[1]);
  expect(sheets['by_topic']).toEqual([
    ['topic', 'calls', 'wait_seconds', 'latest'],
    ['=Contract', '2', '0:02:00', '2021-01-14 09:47:31'],
    ['Streaming', '1', null, '2021-01-15 10:19:00'],
    ['Technical Support', '1', '0:01:10', '2021-01-13 09:12:58'],
  ]);
  expect(sheets['Data']?.slice(0, -1)).toEqual([
    ['What', 'Value', 'System', 'Read', 'Loaded', 'Rejected'],
    ['Notebook', 'Calls', null, null, null, null],
    ['File', 'calls.csv', 'calls', '4', '4', '0'],
    ['Rows', '4', null, null, null, null],
    ['Period', '2021-01-14 to 2021-01-15', null, null, null, null],
    ['Filter', 'none', null, null, null, null],
    ['As of', '2021-01-16 00:00:00', null, null, null, null],
    ['Time zone', 'UTC', null, null, null, null],
    ['Made', '2026-01-15 12:00:00', null, null, null, null],
  ]);
  expect(sheets['Data']?.at(-1)?.slice(0, 2)).toEqual([
    'Fingerprint of the data',
    expect.stringMatching(/^[0-9a-f]{8,}/),
  ]);
  expect(sheets['SQL']?.map((each) => each.slice(0, 4))).toEqual([
    ['Cell', 'Sheet', 'Rows', 'SQL'],
    ['given_up', 'Summary', '1', headlineSql],
    ['counted', 'counted', '1', 'select count(*) as n from calls'],
    ['by_topic', 'by_topic', '3', topicSql],
    ['broken', null, null, 'select nothing_like_it from calls'],
  ]);
  expect(sheets['SQL']?.[4]?.[4]).toContain('nothing_like_it');
});

test('numbers of a run are numbers in the formats of what they measure, and its words are the reader’s', async () => {
  const parts = unzipSync(await run('pt-BR'));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  expect([...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Resumo',
    'by_topic',
    'Dados',
    'SQL',
    'counted',
  ]);
  const [summary, topics] = [part('xl/worksheets/sheet1.xml'), part('xl/worksheets/sheet2.xml')].map(cellsOf);
  const valueAt = (cells: string[][] | undefined, place: string) => cells?.find(([at]) => at === place)?.[2];
  expect(valueAt(summary, 'A2')).toContain('Taxa de abandono');
  // 2021-01-14 is day 44,210 of Excel's count; 120 seconds are 0.001388… of a day.
  expect(['D2', 'F2', 'J2', 'O2', 'P2'].map((place) => valueAt(summary, place))).toEqual([
    '<v>0.5</v>',
    '<v>2</v>',
    '<v>50</v>',
    '<v>44210</v>',
    '<v>44212</v>',
  ]);
  expect(valueAt(topics, 'A2')).toBe('<is><t xml:space="preserve">=Contract</t></is>');
  expect(valueAt(topics, 'C2')).toBe(`<v>${120 / 86_400}</v>`);
});
