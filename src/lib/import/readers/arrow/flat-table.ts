const structBytes = 16;
/** Places in the tables of Arrow's Message.fbs. */
const [headerType, header, bodyLength] = [1, 2, 3];
const schemaKind = 1;
/** What a message is, by its header's type. */
export const [dictionaryBatch, recordBatch] = [2, 3];
const dictionaryData = 1;
const [nodes, buffers] = [1, 2];

/** A table of a FlatBuffer, read no further than its bytes go: every step outside throws a RangeError. */
export class FlatTable {
  readonly #view: DataView;
  readonly #start: number;

  private constructor(view: DataView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  /** The table that a FlatBuffer beginning at this place is. */
  static at(view: DataView, place: number): FlatTable {
    return new FlatTable(view, place + view.getUint32(place, true));
  }

  /** Where a field is; null where it has its default. */
  field(index: number): number | null {
    const fields = this.#start - this.#view.getInt32(this.#start, true);
    const place = 4 + 2 * index;
    const offset =
      place < this.#view.getUint16(fields, true) ? this.#view.getUint16(fields + place, true) : 0;
    return offset === 0 ? null : this.#start + offset;
  }

  table(index: number): FlatTable | null {
    const place = this.field(index);
    return place === null ? null : FlatTable.at(this.#view, place);
  }

  /** The tables of a list of them. */
  tables(index: number): FlatTable[] {
    const { start, length } = this.vector(index, 4);
    return Array.from({ length }, (_, item) => FlatTable.at(this.#view, start + item * 4));
  }

  /** A list of things of so many bytes, all of which must be there. */
  vector(index: number, bytes: number): { readonly start: number; readonly length: number } {
    const place = this.field(index);
    if (place === null) return { start: 0, length: 0 };
    const vector = place + this.#view.getUint32(place, true);
    const length = this.#view.getUint32(vector, true);
    if (vector + 4 + length * bytes > this.#view.byteLength)
      throw new RangeError('a list that is longer than what it stands in');
    return { start: vector + 4, length };
  }
}

/** Places in the tables of Schema.fbs. */
const [fields, schemaMetadata] = [1, 2];
const [children, fieldMetadata] = [5, 6];

/** Checks the lists of a schema: its fields, theirs, and what is noted about them. */
export function checkSchema(schema: FlatTable): void {
  schema.vector(schemaMetadata, 4);
  for (const field of schema.tables(fields)) checkField(field);
}

function checkField(field: FlatTable): void {
  field.vector(fieldMetadata, 4);
  for (const child of field.tables(children)) checkField(child);
}

/** What a message is. */
export function kindOfMessage(view: DataView): number {
  const type = messageIn(view).field(headerType);
  return type === null ? 0 : view.getUint8(type);
}

function messageIn(view: DataView): FlatTable {
  return FlatTable.at(view, view.getInt32(0, true) === -1 ? 8 : 4);
}

/** Checks the lists of a message of an Arrow stream, which may begin with a mark and its length; the bytes of its body. */
export function vectorsFit(view: DataView): number {
  const message = messageIn(view);
  const kind = kindOfMessage(view);
  const content = message.table(header);
  const batch = kind === dictionaryBatch ? (content?.table(dictionaryData) ?? null) : content;
  if (content && kind === schemaKind) checkSchema(content);
  if (batch && (kind === dictionaryBatch || kind === recordBatch))
    for (const list of [nodes, buffers]) batch.vector(list, structBytes);
  const body = message.field(bodyLength);
  return body === null ? 0 : Number(view.getBigInt64(body, true));
}

/** Checks the lists of all messages of a stream; where one cannot be read the reader itself says so. */
export async function checkMessages(blob: Blob): Promise<void> {
  for (let at = 0; at + 8 <= blob.size;) {
    const start = new DataView(await blob.slice(at, at + 8).arrayBuffer());
    const isMarked = start.getInt32(0, true) === -1;
    const length = (isMarked ? 8 : 4) + start.getInt32(isMarked ? 4 : 0, true);
    if (length <= 8 || at + length > blob.size) return;
    const body = vectorsFit(new DataView(await blob.slice(at, at + length).arrayBuffer()));
    if (body < 0) throw new RangeError('a body of less than nothing');
    at += length + body;
  }
}
