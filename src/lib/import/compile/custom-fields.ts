/** Columns that a reader names after a list of pairs or an object of the account's own fields: `custom_fields[360001]`, `ticket.custom_fields.cf_area`. */
const wrapped = /^(?:.*\.)?(?:custom_fields?|custom_attributes)(?:\[(.+)\]|\.(.+))$/;

/** By raw column, the name under which `custom_fields` keeps it: its own, without what only says that it is one of them. */
export function customNames(columns: readonly string[]): ReadonlyMap<string, string> {
  const bare = columns.map((column) => {
    const found = wrapped.exec(column);
    return found?.[1] ?? found?.[2] ?? column;
  });
  const isTaken = (name: string, index: number) => bare.some((other, at) => at !== index && other === name);
  return new Map(
    columns.map((column, index) => {
      const name = bare[index] ?? column;
      return [column, isTaken(name, index) ? column : name];
    }),
  );
}
