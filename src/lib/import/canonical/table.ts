/** A column or a table explained in one sentence, in both languages: the Data view, completion and docs show it. */
export interface Sentence {
  readonly en: string;
  readonly 'pt-BR': string;
}

export interface CanonicalColumn {
  readonly name: string;
  /** DuckDB's own name of the type. */
  readonly type: string;
  readonly sentence: Sentence;
  /** Set on both twins of an instant: `wall` on `x_at`, `utc` on `x_at_utc`. */
  readonly clock: 'wall' | 'utc' | null;
}

export interface CanonicalTable {
  readonly name: string;
  readonly sentence: Sentence;
  readonly columns: readonly CanonicalColumn[];
  /** The columns that, with `source_id`, tell one row from another; empty where rows have no identity. */
  readonly key: readonly string[];
  /** Worked out from other tables after each import: nothing is mapped onto it. */
  readonly isDerived?: boolean;
}

interface TableSpec {
  readonly name: string;
  readonly en: string;
  readonly pt: string;
  readonly key: readonly string[];
  readonly columns: readonly (readonly CanonicalColumn[])[];
}

/** One plain column. */
export function column(name: string, type: string, en: string, pt: string): readonly CanonicalColumn[] {
  return [{ name, type, sentence: { en, 'pt-BR': pt }, clock: null }];
}

/** An instant: the wall clock of the workspace's zone, and its UTC twin. */
export function instant(name: string, en: string, pt: string): readonly CanonicalColumn[] {
  return [
    {
      name,
      type: 'TIMESTAMP',
      sentence: {
        en: `${en}, by the workspace's clock.`,
        'pt-BR': `${pt}, no relógio do espaço de trabalho.`,
      },
      clock: 'wall',
    },
    {
      name: `${name}_utc`,
      type: 'TIMESTAMP',
      sentence: { en: `${en}, in UTC.`, 'pt-BR': `${pt}, em UTC.` },
      clock: 'utc',
    },
  ];
}

/** A table of imported rows: with its source first and where each row came from last. */
export function imported({ name, en, pt, key, columns }: TableSpec): CanonicalTable {
  return {
    name,
    sentence: { en, 'pt-BR': pt },
    key,
    columns: [...sourceId, ...columns.flat(), ...provenance],
  };
}

/** A table that follows from a source's others. */
export function derivedTable({ name, en, pt, key, columns }: TableSpec): CanonicalTable {
  return {
    ...{ name, sentence: { en, 'pt-BR': pt }, key, isDerived: true },
    columns: [...sourceId, ...columns.flat()],
  };
}

/** A table that the program itself keeps. */
export function kept({ name, en, pt, key, columns }: TableSpec): CanonicalTable {
  return { name, sentence: { en, 'pt-BR': pt }, key, columns: columns.flat() };
}

const sourceId = column(
  'source_id',
  'VARCHAR',
  'The source that this row belongs to; ids are unique within it.',
  'A fonte a que esta linha pertence; os ids são únicos dentro dela.',
);

const provenance = [
  ...column(
    'source_file',
    'VARCHAR',
    'The file, and the sheet of it, that this row was last read from; joins source_files by file_name.',
    'O arquivo, e a planilha dele, de onde esta linha foi lida por último; liga-se a source_files por file_name.',
  ),
  ...column(
    'source_row',
    'BIGINT',
    'The row of that file, counted from 1 after the header.',
    'A linha desse arquivo, contada a partir de 1 depois do cabeçalho.',
  ),
];
