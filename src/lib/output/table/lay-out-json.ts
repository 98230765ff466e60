/** JSON with a line for each of its parts, every number as it was written; null for text that is no object or list. */
export function layOutJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return null;
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  const parts = text.match(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g) ?? [];
  return parts
    .map((part, index) => {
      const isEmpty = ['{', '['].includes(parts[index - 1] ?? '');
      switch (part) {
        case '{':
        case '[':
          depth += 1;
          return ['}', ']'].includes(parts[index + 1] ?? '') ? part : part + line();
        case '}':
        case ']':
          depth -= 1;
          return isEmpty ? part : line() + part;
        case ',':
          return part + line();
        case ':':
          return ': ';
        default:
          return part;
      }
    })
    .join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
