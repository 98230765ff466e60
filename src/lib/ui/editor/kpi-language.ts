import { StreamLanguage, type StringStream } from '@codemirror/language';
import { isKeyword } from './keywords.ts';

interface Place {
  /** Before the front matter, in it, in the prose, or in a fence of SQL. */
  part: 'start' | 'front' | 'prose' | 'sql' | 'code';
  /** In the front matter: behind a field's name. */
  isValue: boolean;
}

/** A KPI's file: fields whose values are mostly SQL, then Markdown whose fences are. */
export const kpiLanguage = StreamLanguage.define<Place>({
  name: 'kpi',
  startState: () => ({ part: 'start', isValue: false }),
  copyState: (place) => ({ ...place }),
  token(stream, place) {
    switch (place.part) {
      case 'start':
      case 'front':
        return frontToken(stream, place);
      case 'prose':
        return proseToken(stream, place);
      case 'sql':
      case 'code':
        return fenceToken(stream, place);
    }
  },
  languageData: { closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
});

function frontToken(stream: StringStream, place: Place): string | null {
  if (stream.sol()) {
    if (stream.match(/^---[ \t]*$/)) {
      place.part = place.part === 'start' ? 'front' : 'prose';
      return 'meta';
    }
    if (place.part === 'start') return skip(stream);
    stream.eatSpace();
    place.isValue = false;
    if (stream.match(/^[\w+-]+(?=\s*:)/)) return 'propertyName';
  }
  if (stream.eatSpace()) return null;
  if (stream.match(/^#.*/)) return 'comment';
  if (stream.match(/^[{,]\s*[\w-]+(?=:\s)/)) return 'propertyName';
  return sqlToken(stream);
}

function proseToken(stream: StringStream, place: Place): string | null {
  if (stream.sol()) {
    const fence = stream.match(/^```(\w*).*$/);
    if (fence) {
      place.part = stream.string.startsWith('```sql') ? 'sql' : 'code';
      return 'meta';
    }
    if (stream.match(/^#{1,6} .*/)) return 'heading';
  }
  if (stream.match(/^\*\*[^*]+\*\*/)) return 'strong';
  if (stream.match(/^\*[^*\s][^*]*\*/)) return 'emphasis';
  if (stream.match(/^`[^`]+`/)) return 'monospace';
  stream.next();
  stream.eatWhile(/[^*`]/);
  return null;
}

function fenceToken(stream: StringStream, place: Place): string | null {
  if (stream.sol() && stream.match(/^```[ \t]*$/)) {
    place.part = 'prose';
    return 'meta';
  }
  if (place.part === 'code') return skip(stream);
  if (stream.eatSpace()) return null;
  if (stream.match(/^--.*/)) return 'comment';
  return sqlToken(stream);
}

function sqlToken(stream: StringStream): string | null {
  if (stream.match(/^'(?:[^']|'')*'?/)) return 'string';
  if (stream.match(/^"[^"]*"?/)) return 'string';
  if (stream.match(/^\$\w+/)) return 'special(name)';
  if (stream.match(/^\d[\d.]*/)) return 'number';
  if (stream.match(/^\w+/)) return isKeyword(stream.current()) ? 'keyword' : null;
  stream.next();
  return null;
}

function skip(stream: StringStream): null {
  stream.skipToEnd();
  return null;
}
