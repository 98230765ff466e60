import { parseDocument } from 'yaml';

export type Fields = Readonly<Record<string, unknown>>;

export interface KpiText {
  readonly fields: Fields;
  readonly body: string;
  /** Why the front matter cannot be read, in the YAML reader's words; null if it can. */
  readonly problem: string | null;
}

/** Cuts a KPI file into its front matter and its prose. */
export function splitKpi(text: string): KpiText {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { fields: {}, body: text, problem: 'no front matter' };
  const yaml = parseDocument(match[1] ?? '');
  const value: unknown = yaml.errors.length === 0 ? yaml.toJS() : null;
  const body = text.slice(match[0].length);
  if (isFields(value)) return { fields: value, body, problem: null };
  return { fields: {}, body, problem: yaml.errors[0]?.message.split('\n')[0] ?? 'not a mapping' };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads fields one by one and remembers what was wrong with them, and which were never asked for. */
export class FieldReader {
  readonly problems: { readonly field: string; readonly expected: string }[] = [];
  readonly #fields: Fields;
  readonly #path: string;
  readonly #read = new Set<string>();

  constructor(fields: Fields, path = '') {
    this.#fields = fields;
    this.#path = path;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  /** Whether the field is there to take away what would otherwise hold. */
  isNull(name: string): boolean {
    return this.#fields[name] === null;
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.#wrong(name, 'text');
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    return value === undefined || typeof value === 'number' ? value : this.#wrong(name, 'a number');
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    return words.find((word) => word === value) ?? this.#wrong(name, words.join(' | '));
  }

  list(name: string): readonly string[] | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.filter((item) => typeof item === 'string');
    return texts.length === items.length ? texts : this.#wrong(name, 'a list of texts');
  }

  fields(name: string): Fields | undefined {
    const value = this.#value(name);
    return value === undefined || isFields(value) ? value : this.#wrong(name, 'a mapping');
  }

  /** A mapping whose values are all texts. */
  texts(name: string): Readonly<Record<string, string>> | undefined {
    const entries = Object.entries(this.fields(name) ?? {});
    const texts = entries.flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    );
    if (texts.length !== entries.length) return this.#wrong(name, 'a mapping to texts');
    return this.has(name) ? Object.fromEntries(texts) : undefined;
  }

  /** Says of each field that nobody asked for that it is unknown. */
  unknown(): string[] {
    return Object.keys(this.#fields)
      .filter((name) => !this.#read.has(name))
      .map((name) => this.#path + name);
  }

  #value(name: string): unknown {
    this.#read.add(name);
    return this.#fields[name] ?? undefined;
  }

  #wrong(name: string, expected: string): undefined {
    const field = this.#path + name;
    if (!this.problems.some((problem) => problem.field === field)) this.problems.push({ field, expected });
    return undefined;
  }
}
