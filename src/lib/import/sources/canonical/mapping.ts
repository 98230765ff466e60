/** Columns that the import itself writes; a file that has them is one that Deskbook exported. */
export const ownColumns: ReadonlySet<string> = new Set(['source_id', 'source_file', 'source_row']);
