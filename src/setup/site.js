import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chdir, stdout } from 'node:process';
import { join } from 'node:path';
import { build } from 'vite';
import { hashSources } from './sources.js';

/** Builds the site where its sources have changed; where it is. */
export async function buildSite(root) {
  chdir(root);
  const site = join(root, 'build');
  const mark = join(site, '.sources');
  const sources = hashSources(root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return site;
  stdout.write('Building Deskbook …\n');
  await build({ logLevel: 'error' });
  writeFileSync(mark, sources);
  return site;
}
