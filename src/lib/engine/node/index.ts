export { openNodeEngine, type NodeEngineOptions } from './node-engine.ts';
