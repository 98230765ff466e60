import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kpiCell, readOwnKpis } from '#kpi';
import { kpiFile } from '../kpi/kpi-file.ts';
import { deskbook } from './deskbook.ts';

/** Four calls, of which one was given up. */
const calls = [
  'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating',
  'ID0001,Diane,2021-01-13,9:12:58,Contract related,Y,Y,109,0:02:23,3',
  'ID0002,Becky,2021-01-13,9:12:58,Technical Support,Y,N,70,0:04:02,5',
  'ID0003,Stewart,2021-01-14,9:47:31,Contract related,Y,Y,11,0:02:11,4',
  'ID0004,Greg,2021-01-15,10:19:00,Streaming,N,N,,,',
];
const givenUp = kpiFile({
  id: 'given_up',
  name: '{en: Given up, pt-BR: Desistências}',
  from: 'contacts',
  where: "outcome = 'abandoned'",
  at: 'started_at',
});
const unfit = kpiFile({ id: 'unfit', where: "tipe = 'refund'" });
const misspelt = kpiFile({ id: 'misspelt', unit: 'counts' });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-own-kpis-'));
  mkdirSync(join(folder, 'kpis'));
  write('calls.csv', `${calls.join('\n')}\n`);
  write('kpis/given-up.md', givenUp);
  write('kpis/misspelt.md', misspelt);
  write('kpis/README.md', '# Our KPIs\n');
  write('kpis/unfit.md', unfit);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(at(name), text);
}

function at(name: string): string {
  return join(folder, name);
}

const warning = () =>
  `${at('kpis/misspelt.md')}, line 5: “counts” is nothing that “unit” can be. Did you mean count? It can be: count | percent | duration | score | money | nps | number.\n`;

test('KPIs of a folder are measured beside ours; one that is broken or does not fit is told, and keeps nobody from the rest', async () => {
  const { status, out, err } = await deskbook('kpis', at('calls.csv'), '--kpis', at('kpis'), '--json');
  const measured: { id: string }[] = JSON.parse(out).kpis;
  const own = measured.filter(({ id }) => ['given_up', 'unfit', 'misspelt'].includes(id));
  expect({ status, err, own }).toEqual({
    status: 0,
    err: warning(),
    own: [
      expect.objectContaining({ id: 'given_up', status: 'ok', value: 1, n: 1, unit: 'count' }),
      expect.objectContaining({
        id: 'unfit',
        status: 'not_computable',
        value: null,
        reason: expect.stringContaining('There is no column “tipe” here.'),
      }),
    ],
  });
});

test('a number is reconciled with a KPI of the folder', async () => {
  const { status, out } = await deskbook(
    'reconcile',
    'given_up',
    '1',
    '--data',
    at('calls.csv'),
    '--kpis',
    at('kpis'),
    '--json',
  );
  const { kpi, attempts } = JSON.parse(out);
  expect([status, kpi, attempts[0]]).toMatchObject([
    0,
    'given_up',
    { departures: [], value: 1, matches: true },
  ]);
});

test('a notebook with a cell of one’s own runs with its file, and without it, which is then told', async () => {
  const [own] = readOwnKpis([{ path: 'given-up.md', text: givenUp }]);
  write('book.md', own?.kpi ? `# Book\n\n${kpiCell(own.kpi, { shape: 'headline' }).text}` : '');
  const [given, missing] = await Promise.all(
    [['--kpis', at('kpis')], []].map((kpis) =>
      deskbook('run', at('book.md'), '--data', at('calls.csv'), '--json', ...kpis),
    ),
  );
  const rows = (outcome: typeof given) =>
    JSON.parse(outcome?.out ?? '').cells.find(({ name }: { name: string }) => name === 'given_up').rows;
  expect([rows(given), given?.err]).toEqual([[{ value: 1, n: 1 }], warning()]);
  expect([rows(missing), missing?.err]).toEqual([
    [{ value: 1, n: 1 }],
    'The file of the KPI “given_up” is not here: the cell holds its SQL, and runs.\n',
  ]);
});

test('what an import’s findings touch may be a KPI of the folder', async () => {
  write('kpis/solved.md', kpiFile({ id: 'solved', needs: '[tickets.last_solved_at]' }));
  const { status, out } = await deskbook('import', at('calls.csv'), '--kpis', at('kpis'), '--json');
  const { findings }: { findings: { affects: string[] }[] } = JSON.parse(out);
  expect([status, findings.some(({ affects }) => affects.includes('solved'))]).toEqual([0, true]);
});
