import { isLocale, type Locale } from '#messages';
import type { WeekStart } from '#time';
import type { KeyValues } from './storage/key-values.ts';

export const themeChoices = ['system', 'dark', 'light', 'high-contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = Exclude<ThemeChoice, 'system'>;

/** The days a week may begin with, as ISO counts them: Monday, Sunday, Saturday. */
export const weekStarts = [1, 7, 6] as const satisfies readonly WeekStart[];

/** Sizes of code, in pixels. */
export const fontSizes = { least: 10, usual: 13, most: 24 } as const;

export interface SettingsDefaults {
  readonly languages: readonly string[];
  readonly timeZone: string;
  /** Whether there is no room for long lines of code. */
  readonly isNarrow?: boolean;
}

/** What the reader chose for good; each change is kept at once. */
export class Settings {
  #locale = $state<Locale>('en');
  #theme = $state<ThemeChoice>('system');
  #timeZone = $state('UTC');
  #weekStart = $state<WeekStart>(1);
  #automatic = $state(false);
  #fontSize = $state<number>(fontSizes.usual);
  #wordWrap = $state(false);
  #lineNumbers = $state(false);
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
    this.#automatic = store.get('automatic') === 'true';
    this.#fontSize = toFontSize(Number(store.get('fontSize') ?? fontSizes.usual));
    this.#wordWrap = (store.get('wordWrap') ?? String(defaults.isNarrow ?? false)) === 'true';
    this.#lineNumbers = store.get('lineNumbers') === 'true';
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

  /** Whether what has been run runs again by itself once it is out of date. */
  get automatic(): boolean {
    return this.#automatic;
  }
  set automatic(value: boolean) {
    this.#automatic = value;
    this.store.set('automatic', String(value));
  }

  /** Of code, in pixels. */
  get fontSize(): number {
    return this.#fontSize;
  }
  set fontSize(value: number) {
    this.#fontSize = toFontSize(value);
    this.store.set('fontSize', String(this.#fontSize));
  }

  /** Whether long lines of code go on below. */
  get wordWrap(): boolean {
    return this.#wordWrap;
  }
  set wordWrap(value: boolean) {
    this.#wordWrap = value;
    this.store.set('wordWrap', String(value));
  }

  /** Whether cells begin with the numbers of their lines shown. */
  get lineNumbers(): boolean {
    return this.#lineNumbers;
  }
  set lineNumbers(value: boolean) {
    this.#lineNumbers = value;
    this.store.set('lineNumbers', String(value));
  }

  /** Whether files are saved by themselves; the journal keeps what is not saved either way. */
  get autosave(): boolean {
    return this.#autosave;
  }
  set autosave(value: boolean) {
    this.#autosave = value;
    this.store.set('autosave', String(value));
  }
}

function toFontSize(value: number): number {
  const { least, usual, most } = fontSizes;
  return Number.isFinite(value) ? Math.round(Math.min(most, Math.max(least, value))) : usual;
}

function preferredLocale(languages: readonly string[]): Locale {
  return languages.some((language) => language.toLowerCase().startsWith('pt')) ? 'pt-BR' : 'en';
}
