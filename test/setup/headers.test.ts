import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policyHeader } from '../../src/setup/policy.js';

test('static hosts send the policy that the program sends itself', () => {
  const sent = /Content-Security-Policy: (.+)/.exec(readFileSync('static/_headers', 'utf8'))?.[1];
  expect(sent).toBe(policyHeader);
});

test('the policy lets nothing in from elsewhere and builds no functions from text', () => {
  expect(policyHeader).toContain("default-src 'none'");
  expect(policyHeader).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policyHeader).not.toMatch(/'unsafe-eval'|https?:|\*/);
});
