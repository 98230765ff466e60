// `npm run deskbook`: builds the command line where its sources have changed, then runs it with what follows.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { pid } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hashSources } from './sources.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = `${root}node_modules/.cache/deskbook`;
const built = `${cache}/${hashSources(root).slice(0, 20)}`;

// Node announces that it reads files as blobs in a new way; nobody who asked for KPIs wants to know.
process.removeAllListeners('warning');

if (!existsSync(`${built}/main.js`)) await buildProgram();
await import(pathToFileURL(`${built}/main.js`).href);

/** Builds beside its place and moves there, so that two programs started at once do not see half a build. */
async function buildProgram() {
  const { build } = await import('vite');
  const outDir = `${cache}/building-${pid}`;
  mkdirSync(cache, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/cli/main.ts', outDir, emptyOutDir: true, target: 'node20', minify: false },
  });
  const older = readdirSync(cache).filter((name) => !name.startsWith('building-'));
  if (!existsSync(built)) renameSync(outDir, built);
  rmSync(outDir, { recursive: true, force: true });
  for (const name of older) rmSync(`${cache}/${name}`, { recursive: true, force: true });
}
