import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { checkFooter } from '../../../../src/lib/import/readers/arrow/footer.ts';

test('a footer that lists more parts than it has room for is refused before anyone goes through them', () => {
  const bytes = tableToIPC(tableFromArrays({ id: ['1', '2'] }), 'file');
  expect(() => checkFooter(bytes)).not.toThrow();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 10;
  const start = end - view.getInt32(end, true);
  const table = start + view.getUint32(start, true);
  const batches = table + view.getUint16(table - view.getInt32(table, true) + 4 + 2 * 3, true);
  view.setUint32(batches + view.getUint32(batches, true), 500_000_000, true);
  expect(() => checkFooter(bytes)).toThrow(RangeError);
});
