// `npm start`: builds the site where its sources have changed and serves it on loopback.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { argv, chdir, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { hashSources } from './sources.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
chdir(root);

const mark = 'build/.sources';
const sources = hashSources(root);
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== sources) {
  stdout.write('Building Deskbook …\n');
  await build({ logLevel: 'error' });
  writeFileSync(mark, sources);
}

const wanted = Number(argv.find((arg) => arg.startsWith('--port='))?.slice(7) ?? 4173);
const server = await preview({ preview: { port: wanted, strictPort: false }, logLevel: 'error' });
stdout.write(`\n  Deskbook is ready: ${server.resolvedUrls?.local[0]}\n  Stop it with Ctrl+C.\n\n`);
