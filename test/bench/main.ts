import { parseArgs } from 'node:util';
import { benchExplain } from './explain.ts';
import { benchImport } from './import.ts';
import { benchKpis } from './kpis.ts';
import { benchScale } from './scale.ts';
import { benchCells } from './workbench-cells.ts';
import { benchGrid } from './workbench-grid.ts';

const benches: Readonly<Record<string, (rows: number, say: (line: string) => void) => Promise<void>>> = {
  explain: benchExplain,
  import: benchImport,
  kpis: benchKpis,
  scale: benchScale,
  workbench: async (rows, say) => {
    await benchCells(say);
    await benchGrid(rows, say);
  },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' } },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const bench = benches[positionals[0] ?? ''];
const usual: Readonly<Record<string, number>> = { explain: 1, scale: 5_000_000 };
const rows = Number(values.rows ?? usual[positionals[0] ?? ''] ?? 1_000_000);

if (bench && Number.isInteger(rows) && rows > 0) await bench(rows, say);
else {
  say(`npm run bench -- ${Object.keys(benches).join(' | ')} [--rows 1000000]`);
  process.exitCode = 2;
}
