// `npm test`: finds or installs a browser, then types and build beside format and lint, then unit and browser tests, then
// the end-to-end walks. `npm run test:all` (`--all`) tries all there is: every end-to-end test, every real export, more seeds.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process, { argv, chdir, env, execPath, exit, getuid, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.js';

chdir(fileURLToPath(new URL('../..', import.meta.url)));

env['CHROMIUM_BIN'] = findChromium() ?? installChromium();

const results = 'node_modules/.cache/deskbook-test';
env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = `${process.cwd()}/${results}/playwright.json`;

const isAll = argv.includes('--all');

const types = ['types', 'svelte-check', ['--tsconfig', './tsconfig.json']];
const format = ['format', 'prettier', ['--check', '.']];
const lint = ['lint', 'eslint', ['.']];
const build = ['build', 'vite', ['build', '--logLevel', 'error']];
const unit = [
  'unit and browser tests',
  'vitest',
  [
    'run',
    ...(isAll ? ['--mode', 'full'] : []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/vitest.json`,
  ],
];
const endToEnd = [
  'end-to-end tests',
  'playwright',
  [
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    ...(isAll ? [] : ['--grep', '@walk']),
    '--reporter=list,json',
  ],
];

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill()));

// What needs one core each is done two at a time; the tests have both cores for themselves.
await run(['types', 'svelte-kit', ['sync']], 'inherit');
await Promise.all([inTurn([types, build]), inTurn([format, lint])]);
await run(unit, 'inherit');
await run(endToEnd, 'inherit');
stdout.write(`\nAll of npm test passed.\n${summary()}\n`);

async function inTurn(steps) {
  for (const step of steps) await run(step, 'pipe');
}

/** Ends everything where the step fails. What is piped is told in one piece, so that steps side by side do not mix. */
async function run([title, program, args], output) {
  const heading = `\n── ${title}: ${program} ${args.join(' ')}\n`;
  if (output === 'inherit') stdout.write(heading);
  const bin = fileURLToPath(new URL(`../../node_modules/.bin/${program}`, import.meta.url));
  const child = spawn(execPath, [bin, ...args], { stdio: ['inherit', output, output] });
  running.add(child);
  const told = [];
  child.stdout?.on('data', (part) => told.push(part));
  child.stderr?.on('data', (part) => told.push(part));
  const [status] = await once(child, 'close');
  running.delete(child);
  if (output === 'pipe') stdout.write(`${heading}${Buffer.concat(told)}`);
  if (status === 0) return;
  stdout.write(`\nnpm test failed in: ${title}\n`);
  exit(status ?? 1);
}

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
  const install = (args) =>
    spawnSync([...sudo, ...args][0], [...sudo, ...args].slice(1), {
      stdio: 'inherit',
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  if (install(['apt-get', 'update']) && install(['apt-get', 'install', '-y', 'chromium'])) {
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
