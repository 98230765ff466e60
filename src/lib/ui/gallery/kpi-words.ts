import { text } from '#errors';
import { checkNames, dimensions, kpiFields, type KpiField } from '#kpi';
import { tell, type Locale } from '#messages';
import { ownParameters } from '#runtime';
import { tableRelations } from '../cells/vocabulary-of.ts';
import type { FieldWord, KpiWords } from '../editor/kpi-words.ts';
import { functionWords } from '../editor/functions.ts';
import { noVocabulary, type Relation, type Word } from '../editor/vocabulary.ts';

/** What may be written in a KPI's file, explained in the reader's language. */
export function kpiWords(locale: Locale): KpiWords {
  const relations = tableRelations(locale);
  return {
    ...noVocabulary,
    fields: kpiFields.map((field): FieldWord => ({
      name: field.name,
      detail: field.words.join(' | '),
      info: tell(locale, text(`kpi-file.field.${field.name}`)),
      says: saysOf(field),
      values: valuesOf(field, relations, locale),
      inOption: field.inOption,
    })),
    relations,
    parameters: ownParameters.map((name) => word(name, 'timestamp')),
    functions: functionWords(locale),
  };
}

function saysOf({ kind }: KpiField): FieldWord['says'] {
  if (kind === 'column' || kind === 'columns') return 'columns';
  return kind === 'sql' || kind === 'fields' ? 'sql' : 'names';
}

function valuesOf(
  { kind, words }: KpiField,
  relations: readonly Relation[],
  locale: Locale,
): readonly Word[] {
  switch (kind) {
    case 'table':
      return relations.map(({ name, info }) => ({ name, detail: '', info }));
    case 'dimension':
      return dimensions.map(({ name, label }) => word(name, tell(locale, label)));
    case 'checks':
      return checkNames.map((name) => word(name));
    case 'needs':
      return relations.flatMap(({ name, info, columns }) => [
        { name, detail: '', info },
        ...columns.map((column) => ({ ...column, name: `${name}.${column.name}` })),
      ]);
    default:
      return words.map((name) => word(name));
  }
}

function word(name: string, detail = ''): Word {
  return { name, detail, info: '' };
}
