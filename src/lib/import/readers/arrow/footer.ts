const tailBytes = 10;
const blockBytes = 24;
/** The places of the lists of dictionaries and of batches in the table that a footer is (Arrow's File.fbs). */
const lists = [2, 3];

/**
 * Throws where the table of contents at the end of an Arrow file lists more parts than there is room for in it: Arrow for
 * JavaScript would go through all of them, however many a damaged number says.
 */
export function checkFooter(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - tailBytes;
  const start = end - view.getInt32(end, true);
  const table = start + view.getUint32(start, true);
  const fields = table - view.getInt32(table, true);
  for (const list of lists) {
    const place = 4 + 2 * list;
    const offset = view.getUint16(fields, true) > place ? view.getUint16(fields + place, true) : 0;
    if (offset === 0) continue;
    const vector = table + offset + view.getUint32(table + offset, true);
    if (vector + 4 + view.getUint32(vector, true) * blockBytes > end)
      throw new RangeError('a footer that lists more than it holds');
  }
}
