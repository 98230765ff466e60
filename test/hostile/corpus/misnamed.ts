import { loadsBase, type HostileCase, type Outcome } from '../case.ts';
import { seeds } from '../seeds.ts';

const extensions = [...Object.keys(seeds), 'txt', 'xls', 'dat', ''];

/** Every format under the name of every other: what a file is, its bytes say. */
export const misnamed: readonly HostileCase[] = Object.entries(seeds).flatMap(([format, bytes]) =>
  extensions
    .filter((extension) => extension !== format)
    .map((extension) => ({
      name: `name/${format} called ${extension === '' ? 'nothing' : extension}`,
      file: extension === '' ? 'tickets' : `tickets.${extension}`,
      bytes,
      outcome: loadsBase,
    })),
);

/** Names that mean something to a file system, to SQL or to JavaScript. */
export const named: readonly HostileCase[] = [
  "o'brien.csv",
  '"; drop table base.tickets; --.csv',
  '../../tickets.csv',
  'constructor',
  '__proto__',
  '*',
  '.csv',
  'tickets .csv ',
  'ação 🙂.csv',
  'con.csv',
  '{file}.csv',
  `${'n'.repeat(300)}.csv`,
  'tickets.csv\0.png',
  'C:\\fakepath\\tickets.csv',
].map((file) => ({ name: `name/${file}`, file, bytes: seeds['csv']!, outcome: loadsBase }));

const any: Outcome = { kind: 'either' };

/** Every format cut off at several places. */
export const cutOff: readonly HostileCase[] = Object.entries(seeds).flatMap(([format, bytes]) =>
  [0.02, 0.25, 0.5, 0.75, 0.98].map((share) => ({
    name: `cut/${format} after ${share * 100} %`,
    file: `tickets.${format}`,
    bytes: () => {
      const whole = bytes();
      return whole.slice(0, Math.max(1, Math.floor(whole.length * share)));
    },
    outcome: any,
  })),
);
