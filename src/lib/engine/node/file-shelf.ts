import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RegisteredFile } from '../engine.ts';
import { fileName } from '../file-name.ts';

/** Files that DuckDB may read: one on the disk by its own path, bytes in memory through a temporary copy. */
export class FileShelf {
  private folder: Promise<string> | null = null;
  private count = 0;

  async add(source: Blob | { readonly path: string }, name: string): Promise<RegisteredFile> {
    // DuckDB would read `[1]` in a path as a pattern; a link has a name without one.
    if ('path' in source && !/[*?[\]]/.test(source.path)) {
      return { path: source.path, release: () => Promise.resolve() };
    }
    this.folder ??= mkdtemp(join(tmpdir(), 'deskbook-'));
    const path = join(await this.folder, fileName(++this.count, name));
    if ('path' in source) await symlink(resolve(source.path), path);
    else await pipeline(Readable.from(chunksOf(source)), createWriteStream(path));
    return { path, release: () => rm(path, { force: true }) };
  }

  async clear(): Promise<void> {
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
    this.folder = null;
  }
}

async function* chunksOf(blob: Blob): AsyncIterable<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
