import { deflateSync } from 'fflate';
import { concat, gzip, latin1, noise, utf8, zip, type Bytes, type ZipMember } from '../bytes.ts';
import { anySentence, base, fails, loadsBase, type HostileCase, type Outcome } from '../case.ts';
import { csv, seeds } from '../seeds.ts';

function archive(name: string, file: string, bytes: () => Bytes, outcome: Outcome): HostileCase {
  return { name: `archive/${name}`, file, bytes, outcome };
}

const zipped = (name: string, members: () => readonly ZipMember[], outcome: Outcome) =>
  archive(`zip: ${name}`, 'export.zip', () => zip(...members()), outcome);
const gzipped = (name: string, bytes: () => Bytes, outcome: Outcome) =>
  archive(`gzip: ${name}`, 'tickets.csv.gz', bytes, outcome);

const member = (name: string): ZipMember => ({ name, bytes: csv(',') });
const refused = fails(anySentence);
const any: Outcome = { kind: 'either' };
const twice: Outcome = { kind: 'either', tickets: [...base, ...base] };

/** Enough to be told from a file, little enough for every run; the larger ones are long. */
const bombBytes = 12_000_000;

export const archives: readonly HostileCase[] = [
  zipped('one member', () => [member('tickets.csv')], loadsBase),
  zipped('stored', () => [{ ...member('tickets.csv'), method: 0 }], loadsBase),
  zipped(
    'in a folder',
    () => [{ name: 'export/', bytes: utf8(''), method: 0 }, member('export/tickets.csv')],
    loadsBase,
  ),
  zipped('a path that climbs out', () => [member('../../../../tmp/tickets.csv')], any),
  zipped('an absolute path', () => [member('/etc/passwd')], any),
  zipped('a path of windows', () => [member('..\\..\\windows\\tickets.csv')], any),
  zipped('a name with a zero', () => [member('tickets.csv\0.exe')], any),
  zipped('an empty name', () => [member('')], any),
  zipped('a name of 60,000 letters', () => [member(`${'n'.repeat(60_000)}.csv`)], any),
  zipped('a name that is sql', () => [member(`"; drop table base.tickets; --.csv`)], loadsBase),
  zipped('a name with signs of patterns', () => [member('tickets[1]*?.csv')], loadsBase),
  zipped('a name in bytes of old windows', () => [{ ...member('tickets.csv'), flags: 0 }], loadsBase),
  zipped('two members with one name', () => [member('tickets.csv'), member('tickets.csv')], twice),
  zipped(
    'a symbolic link',
    () => [{ name: 'tickets.csv', bytes: utf8('/etc/passwd'), method: 0, mode: 0o120777 }],
    { kind: 'either', tickets: [] },
  ),
  zipped(
    'a symbolic link beside a table',
    () => [
      { name: 'link.csv', bytes: utf8('/etc/passwd'), method: 0, mode: 0o120777 },
      member('tickets.csv'),
    ],
    { kind: 'either', tickets: base },
  ),
  zipped('a device', () => [{ ...member('tickets.csv'), mode: 0o060666 }], any),
  zipped(
    'what a mac leaves',
    () => [
      member('tickets.csv'),
      { name: '__MACOSX/._tickets.csv', bytes: noise(200) },
      { name: '.DS_Store', bytes: noise(100) },
    ],
    loadsBase,
  ),
  zipped(
    'a readme beside a table',
    () => [member('tickets.csv'), { name: 'README.txt', bytes: utf8('Exported by hand.\nAsk Ana.\n') }],
    { kind: 'either', tickets: base },
  ),
  zipped(
    'a picture beside a table',
    () => [
      { name: 'logo.png', bytes: concat(latin1('\x89PNG\r\n\x1a\n'), noise(300)) },
      member('tickets.csv'),
    ],
    { kind: 'either', tickets: base },
  ),
  zipped(
    'an empty file beside a table',
    () => [{ name: 'empty.csv', bytes: utf8('') }, member('tickets.csv')],
    { kind: 'either', tickets: base },
  ),
  zipped('no members', () => [], refused),
  zipped('a folder only', () => [{ name: 'export/', bytes: utf8(''), method: 0 }], refused),
  zipped('an empty member', () => [{ name: 'tickets.csv', bytes: utf8('') }], refused),
  zipped('a binary member', () => [{ name: 'tickets.csv', bytes: noise(3000) }], refused),
  zipped('a page', () => [{ name: 'tickets.csv', bytes: utf8('<html><body>no</body></html>') }], refused),
  zipped('encrypted', () => [{ ...member('tickets.csv'), flags: 0x801 }], refused),
  zipped('encrypted with aes', () => [{ ...member('tickets.csv'), flags: 0x801, method: 99 }], refused),
  zipped('packed in a way nobody knows', () => [{ ...member('tickets.csv'), method: 77 }], refused),
  zipped('a wrong checksum', () => [{ ...member('tickets.csv'), crc: 0xdeadbeef }], any),
  zipped('a size that is too small', () => [{ ...member('tickets.csv'), size: 10 }], any),
  zipped('a size that is too large', () => [{ ...member('tickets.csv'), size: 4_000_000_000 }], any),
  zipped('a packed stream that is noise', () => [{ ...member('tickets.csv'), packed: noise(300) }], refused),
  zipped(
    'a packed stream that is cut off',
    () => [{ ...member('tickets.csv'), packed: concat(deflateSync(csv(','))).slice(0, -12) }],
    any,
  ),
  archive('zip: the directory is lost', 'export.zip', () => zip(member('tickets.csv')).slice(0, -80), any),
  archive(
    'zip: text before the first member',
    'export.zip',
    () => concat(utf8('#!/bin/sh\nexit\n'), zip(member('tickets.csv'))),
    { kind: 'either', tickets: [] },
  ),
  archive(
    'zip: text after the end',
    'export.zip',
    () => concat(zip(member('tickets.csv')), utf8('and more')),
    any,
  ),
  archive(
    'zip: two archives in one file',
    'export.zip',
    () => concat(zip(member('a.csv')), zip(member('b.csv'))),
    twice,
  ),
  archive(
    'zip: the end record says 65,535 members',
    'export.zip',
    () => lie(zip(member('tickets.csv')), 12, 0xff),
    any,
  ),
  archive(
    'zip: the end record points outside',
    'export.zip',
    () => lie(zip(member('tickets.csv')), 3, 0x7f),
    any,
  ),
  zipped(
    '300 empty members',
    () => Array.from({ length: 300 }, (_, i) => ({ name: `${i}.csv`, bytes: utf8('') })),
    refused,
  ),
  zipped(
    'every format',
    () =>
      ['csv', 'tsv', 'json', 'ndjson', 'xlsx', 'parquet', 'arrow'].map((name) => ({
        name: `tickets.${name}`,
        bytes: seeds[name]!(),
      })),
    any,
  ),
  zipped('a zip in it', () => [{ name: 'inner.zip', bytes: zip(member('tickets.csv')) }], any),
  zipped('a gzip in it', () => [{ name: 'tickets.csv.gz', bytes: gzip(csv(',')) }], any),
  archive('zip: ten deep', 'export.zip', () => nested(10), any),
  archive('zip: a bomb, flat', 'export.zip', () => zip({ name: 'tickets.csv', bytes: zeros(bombBytes) }), {
    kind: 'either',
    tickets: [],
  }),
  archive(
    'zip: a bomb of rows',
    'export.zip',
    () => zip({ name: 'tickets.csv', bytes: concat(csv(','), new Uint8Array(bombBytes).fill(10)) }),
    any,
  ),
  archive(
    'zip: a bomb in a bomb',
    'export.zip',
    () => zip(...Array.from({ length: 4 }, (_, i) => ({ name: `${i}.zip`, bytes: bombMember() }))),
    { kind: 'either', tickets: [] },
  ),
  archive('zip: members that share one bomb', 'export.zip', () => overlapping(50), {
    kind: 'either',
    tickets: [],
  }),
  gzipped('good', () => gzip(csv(',')), loadsBase),
  gzipped('json', () => gzip(seeds['json']!()), loadsBase),
  gzipped('a workbook', () => gzip(seeds['xlsx']!()), any),
  gzipped('a zip', () => gzip(zip(member('tickets.csv'))), any),
  gzipped('twice', () => gzip(gzip(csv(','))), any),
  gzipped('ten times', () => Array.from({ length: 10 }).reduce<Bytes>((bytes) => gzip(bytes), csv(',')), any),
  gzipped('two members', () => concat(gzip(csv(',').slice(0, 60)), gzip(csv(',').slice(60))), any),
  gzipped('nothing', () => gzip(utf8('')), refused),
  gzipped('noise', () => gzip(noise(3000)), refused),
  gzipped('a header alone', () => gzip(csv(',')).slice(0, 10), refused),
  gzipped('two bytes', () => Uint8Array.of(0x1f, 0x8b), refused),
  gzipped('cut off', () => gzip(csv(',')).slice(0, -20), any),
  gzipped('without its checksum', () => gzip(csv(',')).slice(0, -8), any),
  gzipped('a wrong checksum', () => lie(gzip(csv(',')), 8, 0xff), any),
  gzipped('text after the end', () => concat(gzip(csv(',')), utf8('more')), any),
  gzipped('zeros after the end', () => concat(gzip(csv(',')), new Uint8Array(512)), any),
  gzipped('a packed stream that is noise', () => concat(gzip(csv(',')).slice(0, 10), noise(300)), refused),
  gzipped('a bomb', () => gzip(zeros(bombBytes)), { kind: 'either', tickets: [] }),
  gzipped('a bomb of spaces', () => gzip(new Uint8Array(bombBytes).fill(32)), {
    kind: 'either',
    tickets: [],
  }),
  {
    ...gzipped('a bomb of 2 GB in members', () => repeated(gzip(zeros(10_000_000)), 200), {
      kind: 'either',
      tickets: [],
    }),
    isLong: true,
  },
  archive(
    'tar',
    'export.tar',
    () =>
      concat(
        utf8('tickets.csv'.padEnd(100, '\0')),
        new Uint8Array(157),
        utf8('ustar\0'),
        new Uint8Array(249),
        csv(','),
        new Uint8Array(1024),
      ),
    { kind: 'either', tickets: [] },
  ),
  archive('7z', 'export.7z', () => concat(latin1('7z\xbc\xaf\x27\x1c'), noise(500)), refused),
  archive('rar', 'export.rar', () => concat(latin1('Rar!\x1a\x07\x01\0'), noise(500)), refused),
  archive('zstd', 'tickets.csv.zst', () => concat(latin1('\x28\xb5\x2f\xfd'), noise(500)), refused),
  archive('bzip2', 'tickets.csv.bz2', () => concat(latin1('BZh91AY&SY'), noise(500)), refused),
];

function repeated(bytes: Bytes, times: number): Bytes {
  return concat(...Array.from({ length: times }, () => bytes));
}

function zeros(length: number): Bytes {
  return new Uint8Array(length);
}

/** A byte at so many places from the end replaced by another. */
function lie(bytes: Bytes, fromEnd: number, byte: number): Bytes {
  const changed = bytes.slice();
  changed[changed.length - fromEnd] = byte;
  return changed;
}

function nested(depth: number): Bytes {
  return depth === 0
    ? zip(member('tickets.csv'))
    : zip({ name: `level ${depth}.zip`, bytes: nested(depth - 1), method: 0 });
}

function bombMember(): Bytes {
  return zip({ name: 'zeros.csv', bytes: zeros(5_000_000) });
}

/** Many entries of the directory that all point at one packed member. */
function overlapping(count: number): Bytes {
  const one = zip({ name: 'tickets.csv', bytes: zeros(10_000_000) });
  const view = new DataView(one.buffer);
  const end = one.length - 22;
  const start = view.getUint32(end + 16, true);
  const entry = one.slice(start, end);
  const tail = one.slice(end);
  const tailView = new DataView(tail.buffer);
  tailView.setUint16(8, count, true);
  tailView.setUint16(10, count, true);
  tailView.setUint32(12, entry.length * count, true);
  return concat(one.slice(0, start), ...Array.from({ length: count }, () => entry), tail);
}
