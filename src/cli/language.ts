import { isLocale, type Locale } from '#messages';
import { UsageError } from './usage-error.ts';

/** `--locale`, else the first of LC_ALL, LC_MESSAGES and LANG that says anything; English unless it is Portuguese. */
export function chooseLanguage(
  wanted: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  if (wanted !== undefined) {
    const locale = wanted.replace('_', '-');
    if (isLocale(locale)) return locale;
    if (/^pt\b/i.test(locale)) return 'pt-BR';
    if (/^en\b/i.test(locale)) return 'en';
    throw new UsageError('cli.usage.locale', { locale: wanted });
  }
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^pt([_.-]|$)/i.test(system) ? 'pt-BR' : 'en';
}
