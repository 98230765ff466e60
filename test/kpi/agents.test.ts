import { sharedEngine } from '../support/engine.ts';
import { testCases } from './asked.ts';
import { scorecardCases } from './cases/agents-scorecard.ts';
import { staffingCases } from './cases/agents-staffing.ts';
import { agentsCases } from './cases/agents.ts';

const engine = sharedEngine();

testCases(engine, [...agentsCases, ...staffingCases, ...scorecardCases]);
