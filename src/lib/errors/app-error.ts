import { text, type Param, type Text } from './text.ts';

/**
 * The world failed (a file, the engine, the disk), and the reader should be told.
 * `text` is the sentence to show; `message` is for developers. What the user wrote wrongly is a diagnostic, not this.
 */
export class AppError extends Error {
  readonly text: Text;

  constructor(code: string, params: Readonly<Record<string, Param>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = new.target.name;
    this.text = text(code, params);
  }
}

/** A file could not be read or mapped. */
export class ImportError extends AppError {}

/** A notebook, a setting or the journal could not be read or written. */
export class StorageError extends AppError {}
