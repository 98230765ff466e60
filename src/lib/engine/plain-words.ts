import { text, type Text } from '#errors';

const most = 3;

/** What DuckDB's report says, for a reader who may never have seen DuckDB; null where it has no better words. */
export function plainWords(report: Readonly<Record<string, unknown>>): Text | null {
  const name = String(report['name'] ?? '');
  if (name === '') return unnamed(String(report['exception_message'] ?? ''));
  const near = candidatesOf(report);
  switch (report['error_subtype']) {
    case 'COLUMN_NOT_FOUND':
      return near === ''
        ? text('engine.query.noFrom', { name })
        : text('engine.query.noColumn', { name, near });
    case 'MISSING_ENTRY':
      return near === '' ? null : missing(String(report['type'] ?? ''), name, near);
    case 'NO_MATCHING_FUNCTION':
      return text('engine.query.noMatch', { name, call: String(report['call'] ?? name) });
    default:
      return null;
  }
}

/** DuckDB gives some reports neither a subtype nor a name: what they are about stands in their sentence alone. */
function unnamed(message: string): Text | null {
  const ungrouped = /^column "?(.+?)"? must appear in the GROUP BY clause/.exec(message)?.[1];
  if (ungrouped !== undefined) return text('engine.query.notGrouped', { name: ungrouped });
  if (/^WHERE clause cannot contain aggregates/.test(message)) return text('engine.query.whereAggregate');
  const column = /^\S.* does not have a column named "(.+?)"(?:\n\nCandidate bindings: :? *(.*))?$/s.exec(
    message,
  );
  if (column) return noColumn(String(column[1]), candidatesOf({ candidates: plainList(column[2]) }));
  const table = /^Referenced table "(.+?)" not found!\nCandidate tables: *(.+)$/s.exec(message);
  return table
    ? text('engine.query.noAlias', {
        name: String(table[1]),
        near: candidatesOf({ candidates: plainList(table[2]) }),
      })
    : null;
}

function noColumn(name: string, near: string): Text {
  return near === ''
    ? text('engine.query.noColumnThere', { name })
    : text('engine.query.noColumn', { name, near });
}

function plainList(quoted = ''): string {
  return quoted.replaceAll('"', '');
}

/** Where the grammar could not go on, by the word that stands there. */
export function unreadable(rest: string): Text {
  const word = /^\s*([\p{L}\p{N}_$]+|'[^']*'?|"[^"]*"?|\S)/u.exec(rest)?.[1];
  return word === undefined
    ? text('engine.query.endsEarly')
    : text('engine.query.unreadable', { near: word });
}

function missing(type: string, name: string, near: string): Text | null {
  if (type === 'Table') return text('engine.query.noTable', { name, near });
  return type.endsWith('Function') ? text('engine.query.noFunction', { name, near }) : null;
}

/** Names as one writes them: without the database that they were found in. */
function candidatesOf({ candidates }: Readonly<Record<string, unknown>>): string {
  const names = typeof candidates === 'string' ? candidates.split(',') : [];
  const plain = names.map((name) => name.slice(name.lastIndexOf('.') + 1).trim());
  return [...new Set(plain)]
    .filter((name) => name !== '' && !/^(duckdb|pg|sqlite)_/.test(name))
    .slice(0, most)
    .join(', ');
}
