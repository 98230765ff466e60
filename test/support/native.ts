import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';

/** One native engine a test file, opened when first asked for. */
let opened: Promise<Engine> | undefined;

export function nativeEngine(): Promise<Engine> {
  opened ??= openNodeEngine({ threads: 1 });
  return opened;
}
