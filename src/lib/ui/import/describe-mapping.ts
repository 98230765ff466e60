import type { ColumnUse, Field, TableMapping } from '#import';
import type { Workspace } from '#workspace';

type Translate = Workspace['t'];

/** How a use is read where nothing can be chosen about it; null where its settings say so. */
export function describeUse({ field }: ColumnUse, t: Translate): string | null {
  if (field === null) return t('mapping.field.custom');
  switch (field.kind) {
    case 'text':
    case 'id':
    case 'key':
    case 'map':
    case 'word':
      return t(`mapping.field.${field.kind}`);
    case 'extract':
      return t('mapping.field.extract', { pattern: field.pattern });
    case 'before':
      return t('mapping.field.before');
    default:
      return null;
  }
}

/** When a value is left out on purpose. */
export function describeUnless(field: Field | null, t: Translate): string | null {
  if (!field?.unless) return null;
  return t('mapping.field.unless', { column: field.unless.column, words: quoted(field.unless.is) });
}

/** Which rows of the file become rows of a table, and what is the same for all of them. */
export function describeTable(table: TableMapping, t: Translate): string[] {
  const { where, latest, changes, completes, distinct, columns } = table;
  const rule = (holds: unknown, said: () => string): string[] => (holds ? [said()] : []);
  return [
    ...(where
      ? [
          t(where.not ? 'mapping.tables.whereNot' : 'mapping.tables.where', {
            column: where.column,
            words: quoted(where.is),
          }),
        ]
      : []),
    ...(latest ? [t('mapping.tables.latest', { of: latest.of, by: latest.by.join(', ') })] : []),
    ...(changes
      ? [t('mapping.tables.changes', { of: changes.of, per: changes.per, by: changes.by.join(', ') })]
      : []),
    ...rule(completes, () => t('mapping.tables.completes')),
    ...rule(distinct, () => t('mapping.tables.distinct')),
    ...Object.entries(columns).flatMap(([column, field]) =>
      field.kind === 'constant' ? [t('mapping.tables.constant', { column, value: String(field.value) })] : [],
    ),
  ];
}

/** Which columns of the file fill a canonical one. */
export function describeOrigin(table: TableMapping, field: Field, t: Translate): string {
  switch (field.kind) {
    case 'constant':
      return String(field.value);
    case 'row':
      return t('mapping.origin.row');
    case 'copy': {
      const original = table.columns[field.of];
      return original ? describeOrigin(table, original, t) : field.of;
    }
    case 'join':
      return field.of.map((part) => describeOrigin(table, part, t)).join(' + ');
    case 'first':
      return field.of.map((part) => describeOrigin(table, part, t)).join(t('mapping.origin.or'));
    case 'offset':
      return `${field.from} + “${field.column}”`;
    case 'instant':
      return quoted(field.time === undefined ? [field.column] : [field.column, field.time]);
    default:
      return quoted([field.column]);
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
