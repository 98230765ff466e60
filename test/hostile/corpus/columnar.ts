import { concat, noise, utf8, type Bytes } from '../bytes.ts';
import { anySentence, fails, loadsBase, type HostileCase, type Outcome } from '../case.ts';
import { moreSeeds, seeds } from '../seeds.ts';

const refused = fails(anySentence);
const any: Outcome = { kind: 'either' };

function columns(name: string, file: string, bytes: () => Bytes, outcome: Outcome): HostileCase {
  return { name: `columns/${name}`, file, bytes, outcome };
}

const parquet = () => seeds['parquet']!();
const arrow = () => seeds['arrow']!();

/** Some bytes, counted from the start or (negative) from the end, replaced. */
function patched(bytes: Bytes, at: number, ...values: readonly number[]): Bytes {
  const changed = bytes.slice();
  changed.set(values, at < 0 ? changed.length + at : at);
  return changed;
}

export const columnar: readonly HostileCase[] = [
  columns('parquet', 'tickets.parquet', parquet, loadsBase),
  columns('parquet packed with zstd', 'tickets.parquet', moreSeeds['packed.parquet']!, loadsBase),
  columns(
    'parquet: another mark at the end',
    'tickets.parquet',
    () => patched(parquet(), -4, 0x50, 0x41, 0x52, 0x45),
    refused,
  ),
  columns(
    'parquet: a footer longer than the file',
    'tickets.parquet',
    () => patched(parquet(), -8, 0xff, 0xff, 0xff, 0x7f),
    refused,
  ),
  columns(
    'parquet: a footer of no length',
    'tickets.parquet',
    () => patched(parquet(), -8, 0, 0, 0, 0),
    refused,
  ),
  columns(
    'parquet: a footer of noise',
    'tickets.parquet',
    () => patched(parquet(), -200, ...noise(150)),
    refused,
  ),
  columns('parquet: pages of noise', 'tickets.parquet', () => patched(parquet(), 20, ...noise(60)), any),
  columns('parquet: a mark alone', 'tickets.parquet', () => utf8('PAR1'), refused),
  columns('parquet: two marks', 'tickets.parquet', () => utf8('PAR1PAR1'), refused),
  columns(
    'parquet: marks around noise',
    'tickets.parquet',
    () => concat(utf8('PAR1'), noise(500), utf8('PAR1')),
    refused,
  ),
  columns(
    'parquet: encrypted',
    'tickets.parquet',
    () => concat(utf8('PARE'), parquet().slice(4, -4), utf8('PARE')),
    refused,
  ),
  columns('parquet: text after the end', 'tickets.parquet', () => concat(parquet(), utf8('more')), refused),
  columns('parquet: text before the start', 'tickets.parquet', () => concat(utf8('id\n'), parquet()), {
    kind: 'either',
    tickets: [],
  }),
  columns('arrow file', 'tickets.arrow', arrow, loadsBase),
  columns('arrow stream', 'tickets.arrows', moreSeeds['stream.arrow']!, loadsBase),
  columns('feather', 'tickets.feather', arrow, loadsBase),
  columns(
    'feather of the first version',
    'tickets.feather',
    () => concat(utf8('FEA1'), noise(300), utf8('FEA1')),
    refused,
  ),
  columns(
    'arrow: another mark at the end',
    'tickets.arrow',
    () => patched(arrow(), -6, 1, 2, 3, 4, 5, 6),
    any,
  ),
  columns(
    'arrow: a footer longer than the file',
    'tickets.arrow',
    () => patched(arrow(), -10, 0xff, 0xff, 0xff, 0x7f),
    any,
  ),
  columns('arrow: a footer of noise', 'tickets.arrow', () => patched(arrow(), -120, ...noise(100)), any),
  columns('arrow: a schema of noise', 'tickets.arrow', () => patched(arrow(), 16, ...noise(150)), any),
  columns(
    'arrow: buffers of noise',
    'tickets.arrow',
    () => patched(arrow(), Math.floor(arrow().length / 2), ...noise(100)),
    { kind: 'either', tickets: [] },
  ),
  columns('arrow: a mark alone', 'tickets.arrow', () => utf8('ARROW1'), refused),
  columns(
    'arrow: a mark and zeros',
    'tickets.arrow',
    () => concat(utf8('ARROW1'), new Uint8Array(500)),
    refused,
  ),
  columns(
    'arrow stream: a message of 2 GB',
    'tickets.arrows',
    () => patched(moreSeeds['stream.arrow']!(), 4, 0xff, 0xff, 0xff, 0x7f),
    refused,
  ),
  columns(
    'arrow stream: without its end',
    'tickets.arrows',
    () => moreSeeds['stream.arrow']!().slice(0, -8),
    any,
  ),
];
