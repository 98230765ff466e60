import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { readFods, type OfficeSheet } from './fods.ts';

/** Half an hour: LibreOffice waits for ever where it cannot say what is wrong. */
const longest = 1_800_000;

const program = env['SOFFICE_BIN'] ?? 'soffice';

/** Its name and version; null where it is not installed. */
export function officeVersion(): string | null {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Opens workbooks as a person would, with a profile of its own in the folder, and tells what stands in them by their paths. */
export function openWorkbooks(
  paths: readonly string[],
  folder: string,
): ReadonlyMap<string, readonly OfficeSheet[]> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const asked = ['--headless', '--convert-to', 'fods', '--outdir', folder, ...paths];
  const { status, stderr } = spawnSync(program, [profile, ...asked], { encoding: 'utf8', timeout: longest });
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
  return new Map(
    paths.map((path) => {
      const written = join(folder, basename(path).replace(/\.xlsx$/, '.fods'));
      return [path, readFods(readFileSync(written, 'utf8'))];
    }),
  );
}
