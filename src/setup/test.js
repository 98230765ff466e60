// `npm test`: finds or installs a browser, then check, lint, unit, browser and end-to-end tests, in that order.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process, { chdir, env, execPath, exit, getuid, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.js';

chdir(fileURLToPath(new URL('../..', import.meta.url)));

env['CHROMIUM_BIN'] = findChromium() ?? installChromium();

const results = 'node_modules/.cache/deskbook-test';
env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = `${process.cwd()}/${results}/playwright.json`;

const steps = [
  ['types', 'svelte-kit', ['sync']],
  ['types', 'svelte-check', ['--tsconfig', './tsconfig.json']],
  ['format', 'prettier', ['--check', '.']],
  ['lint', 'eslint', ['.']],
  [
    'unit and browser tests',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/vitest.json`],
  ],
  ['build', 'vite', ['build', '--logLevel', 'error']],
  [
    'end-to-end tests',
    'playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
  ],
];

for (const [title, program, args] of steps) {
  stdout.write(`\n── ${title}: ${program} ${args.join(' ')}\n`);
  const bin = fileURLToPath(new URL(`../../node_modules/.bin/${program}`, import.meta.url));
  const result = spawnSync(execPath, [bin, ...args], { stdio: 'inherit' });
  if (result.status !== 0) {
    stdout.write(`\nnpm test failed in: ${title}\n`);
    exit(result.status ?? 1);
  }
}
stdout.write(`\nAll of npm test passed.\n${summary()}\n`);

/** What the two runners counted, together. */
function summary() {
  const unit = JSON.parse(readFileSync(`${results}/vitest.json`, 'utf8'));
  const { stats } = JSON.parse(readFileSync(`${results}/playwright.json`, 'utf8'));
  const passed = unit.numPassedTests + stats.expected + stats.flaky;
  const failed = unit.numFailedTests + stats.unexpected;
  return `${passed} passed, ${failed} failed, ${unit.numPendingTests + stats.skipped} skipped`;
}

function installChromium() {
  stdout.write("No Chromium found: installing Debian's …\n");
  const sudo = getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (args) =>
    spawnSync([...sudo, ...args][0], [...sudo, ...args].slice(1), {
      stdio: 'inherit',
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (run(['apt-get', 'update']) && run(['apt-get', 'install', '-y', 'chromium'])) {
    const found = findChromium();
    if (found) return found;
  }
  stdout.write(
    [
      'The browser tests need a Chromium and none could be installed.',
      'Install one (Debian: apt-get install chromium) or point CHROMIUM_BIN at one, then run npm test again.',
      '',
    ].join('\n'),
  );
  exit(1);
}
