import { describe, say, tell, type Locale } from '#messages';
import type { Reader } from '../../../../src/lib/ui/outputs/reader.ts';

export function readerOf(locale: Locale, theme = 'dark'): Reader {
  return {
    locale,
    theme,
    t: (code, params) => say(locale, code, params),
    tell: (text) => tell(locale, text),
    describe: (error) => describe(locale, error),
  };
}
