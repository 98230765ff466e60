export const importReviewEn = {
  'import.review.allRejected': {
    one: 'The only row would be rejected. The reason stands below the preview.',
    other: 'All {count} rows would be rejected. The reasons stand below the preview.',
  },
  'import.review.dates': 'Every date of “{column}” could be read with day and month the other way round.',
  'import.review.nothing': 'No column has a meaning yet. Choose what at least one of them becomes.',
  'import.review.required':
    'The table {table} needs a column for {column}. Choose one, or take the table out.',
  'import.review.strays': {
    one: '{count} answer of “{column}” stands on no scale and would have no score: {words}.',
    other: '{count} answers of “{column}” stand on no scale and would have no score: {words}.',
  },
  'import.review.undated':
    'No column says when the tickets were created. They can be counted, but not by day, week or month.',
  'import.review.unread': {
    one: '{count} of {filled} values of “{column}” cannot be read as {target} and would be left empty: {words}.',
    other:
      '{count} of {filled} values of “{column}” cannot be read as {target} and would be left empty: {words}.',
  },
  'import.review.words': {
    one: '{count} word of “{column}” has no meaning yet: {words}. Give it one, or leave it unknown on purpose.',
    other:
      '{count} words of “{column}” have no meaning yet: {words}. Give them one, or leave them unknown on purpose.',
  },
  'import.review.wordsEmpty': {
    one: '{count} word of “{column}” is not known and would be left empty: {words}.',
    other: '{count} words of “{column}” are not known and would be left empty: {words}.',
  },
} as const;
