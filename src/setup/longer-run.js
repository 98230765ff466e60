// `npm run bench -- import`, `npm run fuzz -- import`: builds test/<bench or fuzz>/main.ts, then runs it with what follows.
import { rmSync } from 'node:fs';
import { argv, pid } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const [name = 'bench'] = argv.splice(2, 1);
const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}node_modules/.cache/${name}-${pid}`;

process.removeAllListeners('warning');
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));

await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: `test/${name}/main.ts`, outDir, emptyOutDir: true, target: 'node20', minify: false },
});
await import(pathToFileURL(`${outDir}/main.js`).href);
