import { getContext, setContext } from 'svelte';
import type { Param, Text } from '#errors';
import type { Locale, MessageCode } from '#messages';
import type { WallClock } from '#time';
import { getWorkspace, type KpiAsked } from '#workspace';

/** Whom outputs are shown to: a language and a theme. The workspace is one; tests pass another. */
export interface Reader {
  readonly locale: Locale;
  readonly theme: string;
  t(code: MessageCode, params?: Readonly<Record<string, Param>>): string;
  tell(text: Text): string;
  describe(error: unknown): string;
  /** How code is shown, where that can be chosen. */
  readonly settings?: { readonly wordWrap: boolean };
  /** Where something can be asked of a KPI. */
  ask?(question: KpiAsked): Promise<void>;
  /** Where one marks what happened, beginning with a day. */
  readonly events?: { ask(day: WallClock | null): void };
}

const key = Symbol('reader');

export function setReader(reader: Reader): Reader {
  return setContext(key, reader);
}

export function getReader(): Reader {
  return getContext<Reader | undefined>(key) ?? getWorkspace();
}
