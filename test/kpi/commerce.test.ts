import { sharedEngine } from '../support/engine.ts';
import { testCases } from './asked.ts';
import { customerCases } from './cases/commerce-customer.ts';
import { commerceCases } from './cases/commerce.ts';

const engine = sharedEngine();

testCases(engine, [...commerceCases, ...customerCases]);
