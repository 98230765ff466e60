import { expect, test } from 'vitest';
import { findKpi, measure } from '#kpi';
import { imported, realFile, told } from '../files.ts';

test('141,712 updates of 24,918 incidents: what the vendor reports, and what the history of states tells', async (context) => {
  const file = await realFile('uci-incident-event-log/incident_event_log.csv.gz');
  context.skip(file === null, 'needs ../shared/data');
  const { engine, report, rows } = await imported(file ? [file] : []);
  expect(report.sources).toMatchObject([
    {
      vendor: 'eventlog',
      rowsRead: 141_712,
      rowsLoaded: 141_712,
      rowsRejected: 0,
      rowsDuplicate: 0,
      tables: expect.arrayContaining([
        { name: 'tickets', rows: 24_918 },
        { name: 'ticket_events', rows: 193_425 },
        { name: 'agents', rows: 234 },
        { name: 'customers', rows: 5_244 },
      ]),
    },
  ]);
  expect(told(report).notes).toContain(
    '5 rows of “incident_state” have words that are not known (-100); they were kept as written and their meaning left empty.',
  );
  expect(told(report).decisions.filter((decision) => decision.includes('DMY'))).toHaveLength(4);
  expect(
    await rows(
      `select count(*) filter (where reported_reopens > 0) as reopened, round(100 * avg((reported_reopens > 0)::int), 4) as percent, sum(reported_reopens) as reopens,
        round(100 * avg(sla_resolution_met::int), 2) as sla, count(reported_resolution_seconds) as solved, round(median(reported_resolution_seconds) / 3600, 1) as hours from tickets`,
    ),
  ).toEqual([{ reopened: 275, percent: 1.1036, reopens: 331, sla: 63.42, solved: 23_362, hours: 22.1 }]);
  expect(
    await rows(
      `select count(*) filter (where reopens > 0) as reopened, sum(reopens) as reopens, count(resolution_seconds) as solved, round(median(resolution_seconds) / 3600, 1) as hours from tickets`,
    ),
  ).toEqual([{ reopened: 276, reopens: 332, solved: 24_918, hours: 15.1 }]);
  expect(
    await rows(
      `select count(*) as reopens, count(distinct ticket_id) as reopened from ticket_events
        where kind = 'status' and from_value in ('solved', 'closed') and to_value not in ('solved', 'closed')`,
    ),
  ).toEqual([{ reopens: 332, reopened: 276 }]);
  expect(
    await rows(
      'select kind, count(*) as n, count(distinct event_id) as ids from ticket_events group by kind order by n',
    ),
  ).toEqual([
    { kind: 'priority', n: 25_354, ids: 25_354 },
    { kind: 'assignee', n: 31_784, ids: 31_784 },
    { kind: 'team', n: 47_334, ids: 47_334 },
    { kind: 'status', n: 88_953, ids: 88_953 },
  ]);
  const resolution = findKpi('resolution_time');
  const measured = async (variant: string) => {
    const { status, value, n, path } = await measure(engine, null, resolution!, {
      variant,
      period: null,
      asOf: null,
    });
    return { status, hours: Math.round((value ?? 0) / 360) / 10, n, path };
  };
  expect(await measured('median')).toEqual({ status: 'ok', hours: 15.1, n: 24_918, path: 'events' });
  expect(await measured('median+reported')).toEqual({
    status: 'ok',
    hours: 22.1,
    n: 23_362,
    path: 'reported',
  });
  await engine.close();
});
