// Installs what package-lock.json asks for, once: Node's own modules only, because nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { env, execPath, exit, stderr, versions } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mark = `${root}node_modules/.deskbook-lock`;
const lock = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const [major = 0, minor = 0] = versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  stderr.write(`Deskbook needs Node 20.19 or newer; this is ${versions.node}.\n`);
  exit(1);
}

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  stderr.write('Installing what Deskbook needs (once; about half a minute) …\n');
  const npm = env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm
    ? spawnSync(execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: true });
  if (result.status !== 0) {
    stderr.write('npm ci failed: see above. Deskbook needs the npm registry for its first start.\n');
    exit(result.status ?? 1);
  }
  writeFileSync(mark, lock);
}
