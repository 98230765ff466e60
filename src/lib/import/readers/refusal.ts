import { AppError, ImportError } from '#errors';
import { QueryError } from '#engine';

/**
 * What to tell of a file that could not be read or loaded: sentences of our own stay, and so does a cancellation; what the engine or
 * the platform says of it names the file.
 */
export function refusalOf(error: unknown, file: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || (error instanceof QueryError && error.kind === 'interrupted')) return error;
  if (error instanceof AppError && !(error instanceof QueryError)) return error;
  const message = error instanceof QueryError ? error.engineMessage : messageOf(error);
  return new ImportError('import.reader.refused', { file, message }, { cause: error });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
