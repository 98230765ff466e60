import { parseArgs } from 'node:util';
import { benchImport } from './import.ts';

const benches: Readonly<Record<string, (rows: number, say: (line: string) => void) => Promise<void>>> = {
  import: benchImport,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000000' } },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const bench = benches[positionals[0] ?? ''];
const rows = Number(values.rows);

if (bench && Number.isInteger(rows) && rows > 0) await bench(rows, say);
else {
  say(`npm run bench -- ${Object.keys(benches).join(' | ')} [--rows 1000000]`);
  process.exitCode = 2;
}
