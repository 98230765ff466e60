import { sharedEngine } from '../support/engine.ts';
import { testCases } from './asked.ts';
import { speedCases } from './cases/speed.ts';

testCases(sharedEngine(), speedCases);
