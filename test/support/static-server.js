// A plain static host, as dumb as they come: no headers of ours, the site under a sub-path.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

// `static-server.js [FOLDER [PORT]]`
const [, , folder = fileURLToPath(new URL('../../build', import.meta.url)), port = '4319'] = argv;
const root = resolve(folder);
const base = '/some/where/';
const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
};

createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const file = path.startsWith(base) ? locate(normalize(path.slice(base.length))) : undefined;
  if (!file) {
    response.writeHead(404).end('Not found');
    return;
  }
  response.writeHead(200, { 'Content-Type': kinds[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1');

function locate(path) {
  for (const candidate of [join(root, path), join(root, path, 'index.html')]) {
    if (candidate.startsWith(root) && statSync(candidate, { throwIfNoEntry: false })?.isFile())
      return candidate;
  }
  return undefined;
}
