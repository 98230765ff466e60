import {
  checkSchema,
  dictionaryBatch,
  FlatTable,
  kindOfMessage,
  recordBatch,
  vectorsFit,
} from './flat-table.ts';

const tailBytes = 10;
const blockBytes = 24;
/** Places in the tables of Arrow's File.fbs and Message.fbs. */
const [schema, dictionaries, recordBatches] = [1, 2, 3];

/**
 * Throws where the table of contents at the end of an Arrow file, or a part that it points at, lists more than there is room for:
 * Arrow for JavaScript would go through all of it, however much a damaged number says.
 */
export function checkFooter(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - tailBytes;
  const footer = FlatTable.at(
    new DataView(view.buffer, view.byteOffset, end),
    end - view.getInt32(end, true),
  );
  const columns = footer.table(schema);
  if (columns) checkSchema(columns);
  for (const list of [dictionaries, recordBatches]) {
    const vector = footer.vector(list, blockBytes);
    for (let index = 0; index < vector.length; index++) {
      const block = vector.start + index * blockBytes;
      const from = Number(view.getBigInt64(block, true));
      const length = view.getInt32(block + 8, true);
      const message = new DataView(view.buffer, view.byteOffset + from, length);
      // A schema in a batch's place would send the reader back to the first batch for ever.
      if (kindOfMessage(message) !== (list === dictionaries ? dictionaryBatch : recordBatch))
        throw new RangeError('a table of contents that points at something else');
      vectorsFit(message);
    }
  }
}
