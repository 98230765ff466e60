import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { findChromium } from '../../src/setup/chromium.js';
import { killAtRandom } from '../fuzz/kill/kill.ts';

const build = fileURLToPath(new URL('../../build', import.meta.url));

for (const { title, tag, ...kills } of [
  { title: 'eight kills', tag: '@walk', seed: 1, count: 8, lives: 4 },
  { title: 'twenty kills', tag: [], seed: 2, count: 20, lives: 10 },
])
  test(`${title} at random moments lose the last second at most, and damage no file`, { tag }, async () => {
    test.setTimeout(240_000);
    const found: string[] = [];
    const told = (index: number, { title, faults }: { title: string; faults: readonly string[] }) =>
      found.push(...faults.map((fault) => `${index}: ${title}\n${fault}`));
    const executable = findChromium() ?? '';
    await killAtRandom({ build, executable, ...kills, longest: 1800, jobs: 2, told });
    expect(found).toEqual([]);
  });
