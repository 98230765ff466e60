import { expect, test } from 'vitest';
import { openWasmEngine } from '#engine/wasm';
import { importFiles, prepareDatabase, setCalendars } from '#import';

test('the browser’s engine counts business seconds like the native one', async () => {
  const engine = await openWasmEngine({ storage: 'memory' });
  await prepareDatabase(engine);
  const blob = new Blob([
    'Id,Requester,Status,Via,Created at,Updated at,Initially assigned at,Solved at,Satisfaction Score,First reply time in minutes\n',
    '7,Ana,Closed,Mail,2025-03-28T17:30:00-03:00,2025-04-02 09:00,2025-03-28 17:40,2025-03-31 10:00,Good,30\n',
  ]);
  await importFiles(engine, [{ name: 'tickets.csv', size: blob.size, blob }], {
    timeZone: 'America/Sao_Paulo',
  });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 9 * 3600, closes: 18 * 3600 }));
  await setCalendars(engine, {
    calendars: [{ name: 'Office', hours, holidays: [] }],
    rules: [{ channel: 'email', calendar: 'Office' }],
  });
  const { columns } = await engine.query(
    'select first_response_business_seconds, resolution_business_seconds, wait_business_seconds from tickets',
  );
  expect(columns.map((column) => Number(column.at(0)))).toEqual([1800, 5400, 600]);
  await engine.close();
});
