import { isLocale, type Locale } from '#messages';
import type { KeyValues } from './storage/key-values.ts';

export const themeChoices = ['system', 'dark', 'light', 'high-contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = Exclude<ThemeChoice, 'system'>;

/** The day a week begins with, as `Date` counts: 0 is Sunday. */
export const weekStarts = [1, 0, 6] as const;
export type WeekStart = (typeof weekStarts)[number];

export interface SettingsDefaults {
  readonly languages: readonly string[];
  readonly timeZone: string;
}

/** What the reader chose for good; each change is kept at once. */
export class Settings {
  #locale = $state<Locale>('en');
  #theme = $state<ThemeChoice>('system');
  #timeZone = $state('UTC');
  #weekStart = $state<WeekStart>(1);
  #autosave = $state(true);

  constructor(
    private readonly store: KeyValues,
    defaults: SettingsDefaults,
  ) {
    const locale = store.get('locale');
    const theme = store.get('theme');
    const weekStart = Number(store.get('weekStart') ?? '1');
    this.#locale = isLocale(locale) ? locale : preferredLocale(defaults.languages);
    this.#theme = themeChoices.find((choice) => choice === theme) ?? 'system';
    this.#timeZone = store.get('timeZone') ?? defaults.timeZone;
    this.#weekStart = weekStarts.find((day) => day === weekStart) ?? 1;
    this.#autosave = store.get('autosave') !== 'false';
  }

  get locale(): Locale {
    return this.#locale;
  }
  set locale(value: Locale) {
    this.#locale = value;
    this.store.set('locale', value);
  }

  get theme(): ThemeChoice {
    return this.#theme;
  }
  set theme(value: ThemeChoice) {
    this.#theme = value;
    this.store.set('theme', value);
  }

  get timeZone(): string {
    return this.#timeZone;
  }
  set timeZone(value: string) {
    this.#timeZone = value;
    this.store.set('timeZone', value);
  }

  get weekStart(): WeekStart {
    return this.#weekStart;
  }
  set weekStart(value: WeekStart) {
    this.#weekStart = value;
    this.store.set('weekStart', String(value));
  }

  get autosave(): boolean {
    return this.#autosave;
  }
  set autosave(value: boolean) {
    this.#autosave = value;
    this.store.set('autosave', String(value));
  }
}

function preferredLocale(languages: readonly string[]): Locale {
  return languages.some((language) => language.toLowerCase().startsWith('pt')) ? 'pt-BR' : 'en';
}
