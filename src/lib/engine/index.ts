export type { Engine, EngineStorage, QueryOptions, RegisteredFile } from './engine.ts';
export { EngineBusyError, EngineError, QueryError, type QueryErrorKind } from './errors.ts';
