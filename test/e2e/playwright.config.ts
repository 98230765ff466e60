import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // A shared machine may stand still for longer than a test waits; what passes the second time is listed as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    baseURL: 'http://127.0.0.1:4319/some/where/',
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      executablePath: process.env['CHROMIUM_BIN'],
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node ../support/static-server.js',
    url: 'http://127.0.0.1:4319/some/where/',
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
