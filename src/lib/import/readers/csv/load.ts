import { QueryError, type Engine, type QueryOptions } from '#engine';
import { quoteIdentifier, quoteLiteral } from '#sql';

/** A clean UTF-8 file that the engine reads with nothing left to guess. */
export interface CleanCsv {
  readonly path: string;
  readonly delimiter: string;
  readonly quote: string;
  /** Records at the beginning that are not data. */
  readonly skip: number;
  readonly names: readonly string[];
  /** Cells of a record, which may be more than `names`. */
  readonly width: number;
  readonly pads: boolean;
  /** Bytes of the longest record. */
  readonly longest: number;
}

/** A record of more bytes has to be announced to the engine. */
export const defaultLineSize = 2_000_000;

/**
 * One scan of the file into a table of text, in the order of the file. The engine's reader cannot begin in the middle of some files,
 * such as one with many megabytes of empty lines: those it reads again from the start.
 */
export async function loadCsv(
  engine: Engine,
  table: string,
  csv: CleanCsv,
  options: QueryOptions,
): Promise<void> {
  await load(engine, csv, (select) => `create or replace table ${table} as ${select}`, options);
}

/** The same of a file in pieces that begin with a record, one statement each. */
export async function loadPieces(
  engine: Engine,
  table: string,
  { pieces, ...csv }: Omit<CleanCsv, 'path'> & { readonly pieces: readonly Blob[] },
  { signal, onProgress }: PiecesOptions,
): Promise<void> {
  for (const [index, piece] of pieces.entries()) {
    signal?.throwIfAborted();
    const isFirst = index === 0;
    const registered = await engine.register(piece, 'piece.csv');
    const part = { ...csv, path: registered.path, skip: isFirst ? csv.skip : 0 };
    const into = isFirst ? `create or replace table ${table} as` : `insert into ${table}`;
    try {
      await load(engine, part, (select) => `${into} ${select}`, { signal });
    } finally {
      await registered.release();
    }
    onProgress((index + 1) / pieces.length);
  }
}

export interface PiecesOptions {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (share: number) => void;
}

async function load(
  engine: Engine,
  csv: CleanCsv,
  statement: (select: string) => string,
  options: QueryOptions,
): Promise<void> {
  try {
    await engine.exec(statement(selectCsv(csv, csv.pads)), options);
  } catch (error) {
    if (!(error instanceof QueryError) || error.kind !== 'other' || csv.pads) throw error;
    await engine.exec(statement(selectCsv(csv, true)), options);
  }
}

function selectCsv(csv: CleanCsv, isOneByOne: boolean): string {
  const { names, width, pads, longest, path, delimiter, quote, skip } = csv;
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`);
  const selected = names.map((name, index) => `c${index} as ${quoteIdentifier(name)}`);
  const settings = [
    'auto_detect = false',
    `delim = ${quoteLiteral(delimiter)}`,
    `quote = ${quoteLiteral(quote)}`,
    `escape = ${quoteLiteral(quote)}`,
    'header = false',
    `skip = ${skip}`,
    `columns = {${columns.join(', ')}}`,
    // Strict mode refuses files that mix line ends; what is broken has been taken out before.
    'strict_mode = false',
    ...(pads ? ['null_padding = true'] : []),
    ...(isOneByOne ? ['parallel = false'] : []),
    ...(longest >= defaultLineSize ? [`max_line_size = ${longest + 1024}`] : []),
  ];
  const isLine = width === 1 ? ' where c0 is not null' : '';
  return `select ${selected.join(', ')} from read_csv(${quoteLiteral(path)}, ${settings.join(', ')})${isLine}`;
}
