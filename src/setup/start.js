// `npm start`: builds the site where its sources have changed and serves it on loopback.
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { buildSite } from './site.js';

await buildSite(fileURLToPath(new URL('../..', import.meta.url)));

const wanted = Number(argv.find((arg) => arg.startsWith('--port='))?.slice(7) ?? 4173);
const server = await preview({ preview: { port: wanted, strictPort: false }, logLevel: 'error' });
stdout.write(`\n  Deskbook is ready: ${server.resolvedUrls?.local[0]}\n  Stop it with Ctrl+C.\n\n`);
