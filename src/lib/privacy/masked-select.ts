import type { CanonicalColumn, CanonicalTable } from '#import';
import { quoteIdentifier, quoteLiteral, quoteRelation } from '#sql';
import { agentField, customerField, type PersonalField, type Treatment } from './fields.ts';
import { maskedTextSql } from './text-mask.ts';

/** What was chosen for each field, by its id. */
export type Choices = Readonly<Record<string, Treatment>>;

export interface Masking {
  readonly fields: readonly PersonalField[];
  readonly choices: Choices;
  /** Makes pseudonyms that nobody can work out again; forgotten after the bundle is written. */
  readonly salt: string;
}

/** A table's rows as they are shared, its columns in their order. */
export function maskedSelectSql(database: string, table: CanonicalTable, masking: Masking): string {
  const columns = table.columns.map((column) => {
    const sql = columnSql(table, column, masking);
    return `${sql} as ${quoteIdentifier(column.name)}`;
  });
  return `select ${columns.join(',\n  ')}\nfrom ${quoteRelation(database, 'base', table.name)}`;
}

function columnSql(table: CanonicalTable, { name, type }: CanonicalColumn, masking: Masking): string {
  const sql = quoteIdentifier(name);
  const person = (field: PersonalField): string =>
    masking.choices[field.id] === 'keep' ? sql : pseudonymSql(sql, masking.salt);
  const either = (who: string): string =>
    `case when ${quoteIdentifier(who)} = 'customer' then ${person(customerField)} else ${person(agentField)} end`;
  const of = masking.fields.find(({ columns }) =>
    columns.some((each) => each.table === table.name && each.column === name),
  );
  const treated = of ? treatedSql(sql, type, masking.choices[of.id] ?? of.treatments[0]) : sql;
  switch (`${table.name}.${name}`) {
    case 'messages.author_id':
      return either('author');
    case 'ticket_events.actor_id':
      return either('actor');
    case 'ticket_events.from_value':
    case 'ticket_events.to_value':
      return `case when kind = 'assignee' then ${person(agentField)} when kind = 'merge' or kind = 'status' then ${sql} else ${treated} end`;
    default:
      return of === customerField || of === agentField ? person(of) : treated;
  }
}

function treatedSql(sql: string, type: string, treatment: Treatment | undefined): string {
  if (treatment === 'keep') return sql;
  if (treatment === 'drop') return `null::${type}`;
  if (type === 'VARCHAR[]') return `list_transform(${sql}, each -> ${maskedTextSql('each')})`;
  if (!type.startsWith('MAP')) return maskedTextSql(sql);
  return `case when ${sql} is not null then map_from_entries(list_transform(map_entries(${sql}), each -> {'key': each.key, 'value': ${maskedTextSql('each.value')}})) end`;
}

/** Sixteen digits of a salted SHA-256: two of a million people meet once in nine million bundles. */
function pseudonymSql(sql: string, salt: string): string {
  return `'p' || left(sha256(${quoteLiteral(salt)} || ${sql}), 16)`;
}
