import { StorageError } from '#errors';

export interface StoredFile {
  readonly path: string;
  /** Milliseconds, as the place that keeps the file counts them. */
  readonly modified: number;
}

/**
 * A place that keeps notebooks as text. Nothing is ever overwritten unseen: a write says which text it believes
 * to be there (`null`: none), and is refused when something else is.
 */
export interface Storage {
  readonly kind: 'opfs' | 'memory' | 'folder';
  list(): Promise<readonly StoredFile[]>;
  /** Null where there is no such file. */
  read(path: string): Promise<string | null>;
  write(path: string, text: string, expected: string | null): Promise<void>;
  remove(path: string): Promise<void>;
  /** Refused when there is a file under the new name. */
  rename(from: string, to: string): Promise<void>;
}

/** Another window, or another program, changed the file since it was read. */
export class StorageConflictError extends StorageError {
  constructor(readonly path: string) {
    super('workspace.conflict', { name: path });
  }
}
