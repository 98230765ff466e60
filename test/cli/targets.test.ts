import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findKpi, kpiCell } from '#kpi';
import { deskbook as runDeskbook } from './deskbook.ts';

let folder: string;
let exports: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-targets-'));
  // Six tickets by e-mail and two by chat were solved from the 2nd to the 9th of March 2026, one a day; one in February.
  const tickets = ['email', 'email', 'email', 'chat', 'email', 'email', 'chat', 'email'].map(
    (channel, index) =>
      `m${index},${channel},solved,2026-03-0${index + 2} 08:00:00,2026-03-0${index + 2} 09:00:00`,
  );
  exports = [
    write('tickets.csv', [
      'ticket_id,channel,status,created_at,last_solved_at',
      'f1,email,solved,2026-02-03 08:00:00,2026-02-03 09:00:00',
      ...tickets,
    ]),
    write('targets.csv', [
      'kpi,member,from_at,to_at,value',
      'tickets_resolved,,2026-03-01,2026-03-31,10',
      'tickets_resolved,email,2026-03-01,2026-03-31,5',
      'tickets_resolved,chat,2026-03-01,2026-03-31,3',
    ]),
  ];
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function deskbook(...args: string[]): Promise<string> {
  const { out, err } = await runDeskbook(...args);
  expect(err).toBe('');
  return out;
}

const resolved = findKpi('tickets_resolved')!;

describe('targets on the command line', () => {
  test('a goal is told so far, against what the data tell of the same part of the month before', async () => {
    const march = ['--from', '2026-03-01', '--to', '2026-04-01', '--as-of', '2026-03-12 08:00:00'];
    const { kpis } = JSON.parse(await deskbook('kpis', ...exports, ...march, '--json'));
    // One in the ten days from the 3rd to the 12th of February, eight in the first twelve of March.
    const before = { from: '2026-02-03 00:00:00', to: '2026-02-13 00:00:00' };
    const now = { from: '2026-03-01 00:00:00', to: '2026-03-13 00:00:00' };
    expect(kpis.find(({ id }: { id: string }) => id === 'tickets_resolved')).toMatchObject({
      value: 8,
      previous: { value: 1, change: 8 - 1.2, period: before, part: now, daily: { now: 8 / 12, before: 0.1 } },
      target: { value: 10, met: null, attainment: 0.8, standing: 'soFar', gone: { days: 12, of: 31 } },
    });
    const line = (await deskbook('kpis', ...exports, ...march))
      .split('\n')
      .find((each) => each.startsWith('tickets_resolved '));
    expect(line).toContain(
      '+566.67%: 0.667 a day (Mar 1 – 12, 2026) against 0.1 a day (Feb 3 – 12, 2026, no data before that). Goal of 10 for Mar 1 – 31, 2026: 80.0% of it by day 12 of 31.',
    );
  });

  test('a breakdown’s members are judged in JSON, in the terminal and in a report', async () => {
    const notebook = write('resolved.md', [
      '---\nperiod: 2026-03\nas_of: 2026-03-31 20:00:00\n---\n',
      kpiCell(resolved, { shape: 'breakdown', by: 'channel', name: 'by_channel' }).text,
      kpiCell(resolved, { shape: 'headline', name: 'all' }).text,
    ]);
    const data = ['--data', exports[0]!, '--data', exports[1]!];
    const { cells } = JSON.parse(await deskbook('run', notebook, ...data, '--json'));
    expect(cells[0].rows).toEqual([
      { channel: 'email', value: 6, n: 6, target: 5, attainment: 1.2, met: true },
      { channel: 'chat', value: 2, n: 2, target: 3, attainment: 2 / 3, met: false },
    ]);
    const said = 'Target met by 1 of 2. Missed by chat (2 against 3).';
    expect(await deskbook('run', notebook, ...data)).toMatch(
      /email +6 +6 +5 +120\.0% +true\nchat +2 +2 +3 +66\.67% +false\nTarget met by 1 of 2\. Missed by chat/,
    );
    const report = join(folder, 'report.html');
    await deskbook('run', notebook, ...data, '--out', report);
    const html = readFileSync(report, 'utf8');
    expect([html.includes(said), html.includes('Target of 10: missed, 80.0% of it reached.')]).toEqual([
      true,
      true,
    ]);
  });

  test('weeks begin with the day that is asked for', async () => {
    const notebook = write('weeks.md', [
      '---\nperiod: this week\nas_of: 2026-03-09 20:00:00\n---\n',
      kpiCell(resolved, { shape: 'trend', grain: 'week', name: 'weeks' }).text,
    ]);
    const weeks = async (...args: string[]) => {
      const { cells } = JSON.parse(await deskbook('run', notebook, '--data', exports[0]!, '--json', ...args));
      return cells[0].rows.map(({ week, value }: { week: string; value: number }) => [
        week.slice(0, 10),
        value,
      ]);
    };
    // The 9th of March 2026 is a Monday.
    expect([await weeks(), await weeks('--week-start', 'sunday')]).toEqual([
      [['2026-03-09', 1]],
      [['2026-03-08', 2]],
    ]);
  });
});
