import { AppError, type Param, type Text } from '#errors';

/** What went wrong with a query, by the type that DuckDB gives its error. */
export type QueryErrorKind =
  'syntax' | 'binder' | 'catalog' | 'conversion' | 'constraint' | 'interrupted' | 'memory' | 'other';

export interface QueryFailure {
  readonly sql: string;
  readonly kind: QueryErrorKind;
  /** UTF-16 offset into `sql`, where DuckDB knows the place. */
  readonly position: number | null;
  /** DuckDB's own sentence, in English, without its drawing of the place. */
  readonly engineMessage: string;
  /** The same in plain words, where there are any. */
  readonly plain?: Text | null;
  readonly cause?: unknown;
}

/** A query could not be run. */
export class QueryError extends AppError {
  readonly sql: string;
  readonly kind: QueryErrorKind;
  readonly position: number | null;
  readonly engineMessage: string;

  constructor({ sql, kind, position, engineMessage, plain, cause }: QueryFailure) {
    super(plain?.code ?? `engine.query.${kind}`, plain?.params ?? { message: engineMessage }, { cause });
    this.sql = sql;
    this.kind = kind;
    this.position = position;
    this.engineMessage = engineMessage;
  }
}

/** The engine could not be started, or has ended. */
export class EngineError extends AppError {
  constructor(code: string, params: Readonly<Record<string, Param>> = {}, options?: ErrorOptions) {
    super(code, params, options);
  }
}

/** Another tab has the database open. `openWasmEngine({…, takeOver: true})` asks it to let go. */
export class EngineBusyError extends EngineError {
  constructor(options?: ErrorOptions) {
    super('engine.busy', {}, options);
  }
}
