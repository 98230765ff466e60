import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { testCases } from './asked.ts';
import { satisfactionCases } from './cases/satisfaction.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

testCases(() => engine, satisfactionCases);
