import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chartSchemaPlugin } from './src/setup/chart-schema-plugin.js';
import { findChromium } from './src/setup/chromium.js';
import { policyPlugin } from './src/setup/policy-plugin.js';
import { safeDependencies } from './src/setup/safe-dependencies.js';

export default defineConfig({
  plugins: [safeDependencies(), policyPlugin(), chartSchemaPlugin(), sveltekit()],
  worker: { format: 'es', plugins: () => [safeDependencies()] },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
  optimizeDeps: {
    exclude: ['@duckdb/duckdb-wasm', 'parquet-wasm'],
    rolldownOptions: { plugins: [safeDependencies()] },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    // Two cores are the least there is; left to itself the runner keeps one for nobody.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/**/*.svelte.test.ts', 'test/e2e/**'],
          environment: 'node',
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts', 'test/**/*.svelte.test.ts'],
          // Two pages serve all files: each module is loaded twice, not once a file.
          isolate: false,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium(),
                args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
