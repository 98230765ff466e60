import { AppError, type Param, type Text } from '#errors';
import { messagesEn } from './en/index.ts';
import { messagesPtBR } from './pt-BR/index.ts';

/** The languages of the interface; both are complete. */
export const locales = ['en', 'pt-BR'] as const;
export type Locale = (typeof locales)[number];

/** A sentence with `{name}` places, or its forms by the plural category of the parameter `count`. */
export type Sentence = string | { readonly one: string; readonly other: string };
export type MessageCode = keyof typeof messagesEn;
type Params = Readonly<Record<string, Param>>;

const catalogues: Readonly<Record<Locale, Readonly<Record<string, Sentence>>>> = {
  en: messagesEn,
  'pt-BR': messagesPtBR,
};
const plurals = { en: new Intl.PluralRules('en'), 'pt-BR': new Intl.PluralRules('pt-BR') };
const numbers = { en: new Intl.NumberFormat('en'), 'pt-BR': new Intl.NumberFormat('pt-BR') };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The sentence of a code known when writing the program. */
export function say(locale: Locale, code: MessageCode, params: Params = {}): string {
  return fill(locale, catalogues[locale][code] ?? code, params);
}

/** The sentence of a `Text` that a lower layer made; an unknown code is shown as it is rather than hidden. */
export function tell(locale: Locale, { code, params }: Text): string {
  return fill(locale, catalogues[locale][code] ?? code, params);
}

/** What to show for anything that was thrown. */
export function describe(locale: Locale, error: unknown): string {
  if (error instanceof AppError) return tell(locale, error.text);
  return error instanceof Error ? error.message : String(error);
}

function fill(locale: Locale, sentence: Sentence, params: Params): string {
  const form = typeof sentence === 'string' ? sentence : sentence[pluralForm(locale, params['count'])];
  return form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numbers[locale].format(value) : value;
  });
}

function pluralForm(locale: Locale, count: Param | undefined): 'one' | 'other' {
  const number = Number(count ?? 0);
  // “0 linhas”, as Brazilians write it, where Unicode's rule says “0 linha”.
  return number !== 0 && plurals[locale].select(number) === 'one' ? 'one' : 'other';
}
