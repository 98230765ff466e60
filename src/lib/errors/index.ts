export { AppError, ImportError, StorageError } from './app-error.ts';
export { assert, assertNever } from './assert.ts';
export { text, type Param, type Text } from './text.ts';
