import { concat, latin1, utf16, utf8, type Bytes } from '../bytes.ts';
import { base, fails, loadsBase, type HostileCase, type Outcome, type Ticket } from '../case.ts';
import { objects, seeds } from '../seeds.ts';

function json(
  name: string,
  content: string | (() => Bytes),
  outcome: Outcome,
  file = 'tickets.json',
): HostileCase {
  return {
    name: `json/${name}`,
    file,
    bytes: typeof content === 'string' ? () => utf8(content) : content,
    outcome,
  };
}

const array = JSON.stringify(objects());
const lines = objects()
  .map((row) => `${JSON.stringify(row)}\n`)
  .join('');
const damaged: Outcome = { kind: 'either' };
const refused = [
  'import.reader.json.broken',
  'import.reader.json.noRows',
  'import.nothing',
  'import.reader.empty',
];

function second(subject: string | null): Outcome {
  const tickets = base.map((ticket): Ticket =>
    ticket[0] === '2' ? ['2', subject, ticket[2], ticket[3]] : ticket,
  );
  return { kind: 'loads', read: 3, tickets };
}

export const jsons: readonly HostileCase[] = [
  json('array', array, loadsBase),
  json('array without spaces or line ends, a mark before', `\ufeff${array}`, loadsBase),
  json('array in utf-16', () => utf16(array, 'le', true), { kind: 'either' }),
  json('array in windows-1252', () => latin1(array.replace('Second', 'Cobran\xe7a')), {
    kind: 'loads',
    read: 3,
  }),
  json('object with a list', `{"tickets":${array},"count":3,"next_page":null}`, loadsBase),
  json('list deep in objects', `{"data":{"result":{"tickets":${array}}}}`, { kind: 'either' }),
  json('lines', lines, loadsBase, 'tickets.ndjson'),
  json('lines with crlf', lines.replaceAll('\n', '\r\n'), loadsBase, 'tickets.ndjson'),
  json('lines without a last line end', lines.trimEnd(), loadsBase, 'tickets.ndjson'),
  json('lines with empty ones between', lines.replaceAll('\n', '\n\n\n'), loadsBase, 'tickets.ndjson'),
  json(
    'lines of which one is broken',
    lines.replace('{"id":"2"', '{"id":"2'),
    { kind: 'loads', read: 3, rejected: 1, tickets: [base[0]!, base[2]!] },
    'tickets.ndjson',
  ),
  json(
    'lines of which one is cut off',
    lines.trimEnd().slice(0, -10),
    { kind: 'loads', read: 3, rejected: 1, tickets: base.slice(0, 2) },
    'tickets.ndjson',
  ),
  json(
    'lines of which one is no object',
    lines.replace(/\n/, '\n42\n'),
    { kind: 'either' },
    'tickets.ndjson',
  ),
  json(
    'lines of which one is text',
    lines.replace(/\n/, '\nWARNING: retrying\n'),
    { kind: 'loads', read: 4, rejected: 1, tickets: base },
    'tickets.ndjson',
  ),
  json(
    'lines that are lists',
    '["1","First"]\n["2","Second"]\n',
    { kind: 'either', tickets: [] },
    'tickets.ndjson',
  ),
  json(
    'objects one after another',
    objects()
      .map((row) => JSON.stringify(row))
      .join(''),
    { kind: 'either' },
  ),
  json('arrays one after another', `${array}${array}`, { kind: 'either' }),
  json('arrays on lines', `${array}\n${array}\n`, { kind: 'either' }),
  json('text after the end', `${array} and so on`, damaged),
  json('a comma too many', array.replace(/\]$/, ',]'), damaged),
  json('a comma too many in objects', array.replaceAll('}', ',}'), { kind: 'either' }),
  json('a comma missing', array.replaceAll('},{', '}{'), damaged),
  json('single quotes', array.replaceAll('"', "'"), { kind: 'either', tickets: [] }),
  json('names without quotes', array.replaceAll(/"(\w+)":/g, '$1:'), { kind: 'either', tickets: [] }),
  json('comments', `/* made by hand */ ${array}`, { kind: 'either' }),
  json('comments inside', array.replace('{', '{ // first\n'), damaged),
  json('NaN and Infinity', array.replace('"Second"', 'NaN').replace('"First"', '-Infinity'), {
    kind: 'either',
    tickets: [base[2]!, ['1', null, 'Open', base[0]![3]], ['2', null, 'Solved', base[1]![3]]],
  }),
  json('1e400', array.replace('"Second"', '1e400'), {
    kind: 'loads',
    read: 3,
    tickets: base.map((ticket): Ticket =>
      ticket[0] === '2' ? ['2', '1e400', ticket[2], ticket[3]] : ticket,
    ),
  }),
  json('a number of 400 digits', array.replace('"Second"', '9'.repeat(400)), second('9'.repeat(400))),
  json(
    'numbers as ids',
    '[{"id":9007199254740993,"subject":"a","status":"Open"},{"id":12.50,"subject":"a","status":"Open"},{"id":1E5,"subject":"a","status":"Open"},{"id":-0,"subject":"a","status":"Open"}]',
    {
      kind: 'loads',
      read: 4,
      tickets: [
        ['9007199254740993', 'a', 'Open', null],
        ['12.50', 'a', 'Open', null],
        ['1E5', 'a', 'Open', null],
        ['-0', 'a', 'Open', null],
      ],
    },
  ),
  json('a number with a leading zero', array.replace('"Second"', '007'), damaged),
  json('lone surrogates', array.replace('Second', '\\ud800 and \\udfff'), { kind: 'loads', read: 3 }),
  json('a surrogate pair', array.replace('Second', '\\ud83d\\ude00'), second('😀')),
  json('an escaped zero', array.replace('Second', 'a\\u0000b'), { kind: 'loads', read: 3 }),
  json('a raw zero', array.replace('Second', 'a\0b'), second('a\0b')),
  json('a raw line end in a text', array.replace('Second', 'a\nb'), second('a\nb')),
  json('an unknown escape', array.replace('Second', 'a\\xb'), damaged),
  json('a broken unicode escape', array.replace('Second', 'a\\u12'), damaged),
  json(
    'invalid utf-8',
    () =>
      concat(
        utf8(array.slice(0, array.indexOf('Second'))),
        Uint8Array.of(0xc3, 0x28, 0xff),
        utf8(array.slice(array.indexOf('Second'))),
      ),
    { kind: 'loads', read: 3 },
  ),
  json('the same key twice', array.replaceAll('"status":', '"status":"Wrong","status":'), { kind: 'either' }),
  json('keys that differ in case', array.replaceAll('"status":', '"Status":"x","status":'), {
    kind: 'either',
    tickets: [...base, ...base.map((ticket): Ticket => [ticket[0], ticket[1], 'x', ticket[3]])],
  }),
  json('an empty key', array.replaceAll('"id":', '"":"x","id":'), loadsBase),
  json('a key called __proto__', array.replaceAll('"id":', '"__proto__":{"polluted":"x"},"id":'), loadsBase),
  json('a key called constructor', array.replaceAll('"id":', '"constructor":"x","id":'), loadsBase),
  json(
    'keys like columns of ours',
    array.replaceAll('"id":', '"source_row":"x","rowid":"y","source_id":"z","id":'),
    loadsBase,
  ),
  json('sql in a key', array.replaceAll('"id":', '"\\"; drop table base.tickets; --":"x","id":'), loadsBase),
  json('dots in keys', array.replaceAll('"id":', '"a.b":"x","a":{"b":"y"},"id":'), loadsBase),
  json('brackets in keys', array.replaceAll('"id":', '"a[1]":"x","[2]":"y","id":'), loadsBase),
  json('a key of 100,000 letters', array.replaceAll('"id":', `"${'k'.repeat(100_000)}":"x","id":`), {
    kind: 'either',
  }),
  json(
    'values of every kind in one column',
    '[{"id":"1","subject":"a","status":"Open","v":1},{"id":"2","subject":"a","status":"Open","v":"x"},{"id":"3","subject":"a","status":"Open","v":{"a":1}},{"id":"4","subject":"a","status":"Open","v":[1,2]},{"id":"5","subject":"a","status":"Open","v":[{"a":1},2]},{"id":"6","subject":"a","status":"Open","v":null},{"id":"7","subject":"a","status":"Open"}]',
    { kind: 'loads', read: 7 },
  ),
  json('rows that are no objects', `[1,"two",null,[3],${array.slice(1)}`, { kind: 'either', tickets: base }),
  json('an array of numbers', '[1,2,3]', { kind: 'either', tickets: [] }),
  json('an array of arrays', '[["id","status"],["1","Open"],["2","Solved"]]', {
    kind: 'either',
    tickets: [
      ['1', null, 'Open', null],
      ['2', null, 'Solved', null],
    ],
  }),
  json('an empty array', '[]', fails(...refused)),
  json('an empty object', '{}', fails(...refused)),
  json('an array of an empty object', '[{}]', { kind: 'either', tickets: [] }),
  json('an object with empty lists', '{"tickets":[],"users":[]}', fails(...refused)),
  json('null', 'null', { kind: 'either', tickets: [] }),
  json('a text', '"hello"', { kind: 'either', tickets: [] }),
  json('true', 'true', { kind: 'either', tickets: [] }),
  json('an opening bracket', '[', { kind: 'either', tickets: [] }),
  json('opening brackets', '['.repeat(100_000), { kind: 'either', tickets: [] }),
  json('an object cut after its name', '{"id":', { kind: 'either', tickets: [] }),
  json('an error of an api', '{"error":{"title":"Unauthorized","message":"Couldn’t authenticate you"}}', {
    kind: 'either',
    tickets: [],
  }),
  json(
    'lists 100,000 deep',
    `[{"id":"1","status":"Open","deep":${'['.repeat(100_000)}1${']'.repeat(100_000)}}]`,
    { kind: 'either', tickets: [['1', null, 'Open', null]] },
  ),
  json(
    'objects 100,000 deep',
    `[{"id":"1","status":"Open","deep":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]`,
    { kind: 'either', tickets: [['1', null, 'Open', null]] },
  ),
  json('objects 300 deep', `[{"id":"1","status":"Open","deep":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}]`, {
    kind: 'either',
    tickets: [['1', null, 'Open', null]],
  }),
  json(
    'lists of objects 12 deep',
    `[{"id":"1","status":"Open","deep":${'[{"id":"x","a":'.repeat(12)}1${'}]'.repeat(12)}}]`,
    { kind: 'either', tickets: [['1', null, 'Open', null]] },
  ),
  {
    ...json(
      'lists of objects 60 deep',
      `[{"id":"1","status":"Open","deep":${'[{"id":"x","a":'.repeat(60)}1${'}]'.repeat(60)}}]`,
      { kind: 'either', tickets: [['1', null, 'Open', null]] },
    ),
    isLong: true,
  },
  json(
    'each row with keys of its own',
    () =>
      utf8(
        `[${Array.from({ length: 600 }, (_, id) => `{"id":"${id}","status":"Open","key_${id}":"x"}`).join(',')}]`,
      ),
    {
      kind: 'either',
      tickets: Array.from({ length: 600 }, (_, id): Ticket => [String(id), null, 'Open', null]),
    },
  ),
  {
    ...json('20,000 keys in a row', () => utf8(`[{"id":"1","status":"Open",${keys(20_000)}}]`), {
      kind: 'either',
      tickets: [['1', null, 'Open', null]],
    }),
  },
  {
    ...json('a million keys in a row', () => utf8(`[{"id":"1","status":"Open",${keys(1_000_000)}}]`), {
      kind: 'either',
      tickets: [['1', null, 'Open', null]],
    }),
    isLong: true,
  },
  json('a text of 10 MB', () => utf8(array.replace('Second', 'x'.repeat(10_000_000))), {
    kind: 'loads',
    read: 3,
  }),
  json('a file that never ends its first text', () => utf8(`[{"id":"${'x'.repeat(3_000_000)}`), {
    kind: 'either',
    tickets: [],
  }),
  json('a header of jsonp', `callback(${array})`, { kind: 'either', tickets: [] }),
  json('a server-sent event', `data: ${array}\n\n`, { kind: 'either', tickets: [] }),
  json('a zero at the end', () => concat(seeds['json']!(), new Uint8Array(10)), { kind: 'either' }),
];

function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `"k${index}":${index}`).join(',');
}
