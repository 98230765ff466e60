import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { comparedAt, sameName, type ComparedAt } from '#sql';
import { relationsIn, type Relation, type Vocabulary } from './vocabulary.ts';

/** Completes a text that a column is compared with from the values that the column has. */
export function completeValues(vocabulary: () => Vocabulary) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const sql = context.state.doc.toString();
    const compared = comparedAt(sql, context.pos);
    const known = vocabulary();
    const relation = compared && relationOf(compared, relationsIn(sql, known));
    if (!relation) return null;
    const values = await known.values(relation.name, compared.column).catch(() => []);
    const end = compared.isClosed ? '' : "'";
    return {
      from: compared.from,
      to: compared.to,
      options: values.map((value, place) => ({
        label: value,
        apply: value.replaceAll("'", "''") + end,
        type: 'constant',
        boost: Math.max(-99, -place),
      })),
      validFor: /^[^'\n]*$/,
    };
  };
}

/** The relation whose column it is; only texts are completed. */
function relationOf(
  { relation, column }: ComparedAt,
  relations: ReadonlyMap<string, Relation>,
): Relation | undefined {
  const isOffered = ({ columns }: Relation) =>
    columns.some(({ name, detail }) => sameName(name, column) && /^(varchar|enum)/.test(detail));
  const named = relation === null ? [...relations.values()] : [relations.get(relation.toLowerCase())];
  return named.find((each) => each && isOffered(each));
}
