import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskbook } from './deskbook.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-diff-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

test('two exports are compared: what is another, by how much, and because of which tickets', async () => {
  const header = 'ticket_id,created_at,channel';
  const earlier = write('earlier.csv', header, '1,2026-03-02 10:00:00,chat', '2,2026-03-03 10:00:00,email');
  const later = write(
    'later.csv',
    header,
    '2,2026-03-03 10:00:00,email',
    '3,2026-03-02 12:00:00,chat',
    '4,2026-03-02 13:00:00,chat',
  );
  const { status, out } = await deskbook('diff', earlier, later, '--json');
  const { units, changed } = JSON.parse(out);
  expect([status, units]).toEqual([4, { gone: 1, merged: 0, rated: 0, changed: 0, new: 2, since: 0 }]);
  expect(changed.find(({ kpi }: { kpi: string }) => kpi === 'tickets_created')).toEqual({
    kpi: 'tickets_created',
    variant: '',
    unit: 'count',
    earlier: { value: 2, n: 2 },
    later: { value: 3, n: 3 },
    change: 1,
    because: [
      { reason: 'gone', effect: -1 },
      { reason: 'new', effect: 2 },
    ],
  });
  const same = await deskbook('diff', earlier, earlier);
  expect([same.status, same.out.includes('fingerprints are identical')]).toEqual([0, true]);
});

test('two notebooks are compared cell by cell', async () => {
  const cell = (name: string, sql: string) => ['```sql ' + name, sql, '```', ''];
  const earlier = write('a.md', ...cell('kept', 'select 1'), ...cell('gone', 'select 2'));
  const later = write('b.md', ...cell('kept', 'select 3'), ...cell('fresh', 'from tickets'));
  expect(await deskbook('diff', earlier, later)).toMatchObject({
    status: 4,
    out: 'kept: SQL changed\ngone: Removed\nfresh: Added\n',
  });
  expect(await deskbook('diff', earlier, earlier)).toMatchObject({ status: 0, out: 'Nothing changed.\n' });
});

test('anything but two is misused', async () => {
  const { status, err } = await deskbook('diff', 'one.csv');
  expect([status, err.includes('the earlier one first')]).toEqual([2, true]);
});
