import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findKpi, kpiCell } from '#kpi';
import { deskbook } from './deskbook.ts';

const resolved = findKpi('tickets_resolved')!;

let folder: string;
let data: string;
let march: string;
let week: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-settled-'));
  // Within a Tuesday of February; from a Monday at 17 to Tuesday at 10, and within a Sunday.
  data = write('tickets.csv', [
    'ticket_id,channel,status,created_at,last_solved_at',
    '0,email,solved,2026-02-03 09:00:00,2026-02-03 10:00:00',
    '1,email,solved,2026-03-02 17:00:00,2026-03-03 10:00:00',
    '2,email,solved,2026-03-08 10:00:00,2026-03-08 11:00:00',
  ]);
  march = write('march.md', [
    '---\nperiod: 2026-03\nas_of: 2026-04-02 08:00:00\n---\n',
    kpiCell(resolved, { shape: 'breakdown', by: 'channel', name: 'by_channel' }).text,
    '```sql worked',
    'select hour(created_at_utc) as hour, resolution_business_seconds as worked from tickets order by ticket_id',
    '```',
    '```sql marked',
    'select label from annotations',
    '```',
  ]);
  week = write('week.md', [
    '---\nperiod: this week\nas_of: 2026-03-09 08:00:00\n---\n',
    kpiCell(resolved, { shape: 'headline', name: 'all' }).text,
  ]);
  write('targets.yaml', [
    'targets:',
    '  - kpi: tickets_resolved',
    '    for: email',
    '    from: 2026-03-01',
    '    through: 2026-03-31',
    '    value: 4',
  ]);
  write('events.yaml', ['events:', '  - label: New bot', '    from: 2026-03-04']);
  const hours = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map(
    (day) => `      ${day}: 09:00-18:00`,
  );
  write('calendars.yaml', [
    'calendars:',
    '  - name: Office',
    '    hours:',
    ...hours,
    'rules:',
    '  - calendar: Office',
  ]);
  write('settings.yaml', ['timeZone: America/Sao_Paulo', 'weekStart: sunday']);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function ran(notebook: string, ...args: string[]) {
  const { status, out, err } = await deskbook('run', notebook, '--data', data, '--json', ...args);
  const { cells }: { cells: { name: string; rows: unknown }[] } = JSON.parse(out);
  return { status, err, rows: Object.fromEntries(cells.map(({ name, rows }) => [name, rows])) };
}

describe('what is settled in the folder of a notebook', () => {
  test('holds for a run: targets, events, calendars and the time zone', async () => {
    expect(await ran(march)).toEqual({
      status: 0,
      err: '',
      rows: {
        by_channel: [{ channel: 'email', value: 2, n: 2, target: 4, attainment: 0.5, met: false }],
        // Three hours behind UTC; an hour of Monday and one of Tuesday.
        worked: [
          { hour: 12, worked: 3600 },
          { hour: 20, worked: 7200 },
          { hour: 13, worked: 0 },
        ],
        marked: [{ label: 'New bot' }],
      },
    });
  });

  test('gives way to what the command line says', async () => {
    const { rows } = await ran(march, '--timezone', 'UTC');
    expect(rows['worked']).toEqual([
      { hour: 9, worked: 3600 },
      { hour: 17, worked: 7200 },
      { hour: 10, worked: 0 },
    ]);
    // The 9th of March 2026 is a Monday: the week that began on the Sunday before has the second ticket.
    expect([(await ran(week)).rows, (await ran(week, '--week-start', 'monday')).rows]).toEqual([
      { all: [{ value: 1, n: 1, reopened: 0 }] },
      { all: [{ value: 0, n: 0, reopened: 0 }] },
    ]);
  });

  test('is told of where it is broken, and keeps nothing else from counting', async () => {
    const events = write('events.yaml', ['events:', '  - label: New bot']);
    const settings = write('settings.yaml', ['weekStart: someday']);
    const { status, err, rows } = await ran(march);
    expect([status, err, rows['marked'], rows['worked']]).toEqual([
      0,
      `${settings}, line 1: A week cannot begin with “someday” here. It can be: monday, sunday, saturday.\n` +
        `${events}, line 2: This entry needs “from”.\n`,
      [],
      [
        { hour: 9, worked: 3600 },
        { hour: 17, worked: 7200 },
        { hour: 10, worked: 0 },
      ],
    ]);
  });
});
