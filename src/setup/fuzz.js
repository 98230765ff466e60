// `npm run fuzz -- import`: builds the fuzzer, then throws made and mutated files at the import; see test/fuzz/main.ts.
import { rmSync } from 'node:fs';
import { pid } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}node_modules/.cache/fuzz-${pid}`;

process.removeAllListeners('warning');
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));

await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: { ssr: 'test/fuzz/main.ts', outDir, emptyOutDir: true, target: 'node20', minify: false },
});
await import(pathToFileURL(`${outDir}/main.js`).href);
