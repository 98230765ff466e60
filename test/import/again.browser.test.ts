import { expect, test } from 'vitest';
import { openWasmEngine } from '#engine/wasm';
import { importFiles, prepareDatabase, removeFile, type InputFile } from '#import';

const header = 'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time';
const line = (id: number, status: string, day: number) =>
  `${id},s,${status},Low,Email,Rui,2025-01-01 10:00:00,,2025-01-0${day} 10:00:00`;

function csv(name: string, ...lines: string[]): InputFile {
  const blob = new Blob([`${lines.join('\n')}\n`]);
  return { name, size: blob.size, blob };
}

for (const storage of ['memory', 'opfs'] as const) {
  test(`a source is joined, completed and shortened again in the page (${storage})`, async () => {
    const engine = await openWasmEngine({ storage });
    await prepareDatabase(engine);
    await importFiles(engine, [csv('a.csv', header, line(1, 'Open', 2), line(2, 'Open', 2))], {
      into: 'again',
    });
    const later = csv('b.csv', header, line(1, 'Closed', 3), line(3, 'Open', 3));
    const report = await importFiles(engine, [later], { into: 'again' });
    const controller = new AbortController();
    const cancelled = importFiles(engine, [csv('c.csv', header, line(4, 'Open', 3))], {
      into: 'again',
      signal: controller.signal,
      onProgress: ({ phase }) => phase === 'loading' && controller.abort(),
    });
    await expect(cancelled).rejects.toThrow();
    const same = await importFiles(engine, [
      csv('copy.csv', header, line(1, 'Closed', 3), line(3, 'Open', 3)),
    ]);
    const states = async () => {
      const { columns } = await engine.query(
        `select string_agg(ticket_id || ' ' || status, ', ' order by ticket_id) from base.tickets where source_id = 'again'`,
      );
      return columns[0]!.at(0);
    };
    const [source] = report.sources;
    expect([source?.changes[0], source?.columnChanges[0]?.rows, same.sources[0]?.already.length]).toEqual([
      { table: 'tickets', added: 1, updated: 1, unchanged: 0, removed: 0 },
      1,
      1,
    ]);
    expect(await states()).toBe('1 closed, 2 open, 3 open');
    await removeFile(engine, 'again', 'b.csv');
    expect(await states()).toBe('2 open');
    await engine.close();
  });
}
