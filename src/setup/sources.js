import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const roots = ['src', 'static', 'notebooks'];
const files = ['package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** A hash of everything a build is made from, so that a build is made anew only when that has changed. */
export function hashSources(root) {
  const hash = createHash('sha256');
  const walked = roots.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of [...walked.sort(), ...files.map((file) => join(root, file))]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
