import { StreamLanguage } from '@codemirror/language';

/** A file of lists: entries of fields, and what they say. */
export const listLanguage = StreamLanguage.define<{ isValue: boolean }>({
  name: 'list',
  startState: () => ({ isValue: false }),
  copyState: (place) => ({ ...place }),
  token(stream, place) {
    if (stream.sol()) place.isValue = false;
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (!place.isValue && stream.match(/^-(?=\s|$)/)) return 'meta';
    if (!place.isValue && stream.match(/^[\w-]+(?=:(?:\s|$))/)) return 'propertyName';
    if (stream.match(/^:(?=\s|$)/)) {
      place.isValue = true;
      return null;
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/^-?\d+(?:\.\d+)?(?=\s*(?:#.*)?$)/)) return 'number';
    stream.next();
    stream.eatWhile(/[^\s:#]/);
    return null;
  },
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['[', '"', "'"] } },
});
