import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS'];

/** The first Chromium found: `CHROMIUM_BIN`, then the PATH, then the usual places; undefined where there is none. */
export function findChromium() {
  if (env['CHROMIUM_BIN']) return env['CHROMIUM_BIN'];
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...places];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
