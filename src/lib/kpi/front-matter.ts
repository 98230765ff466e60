import { parseDocument, type YAMLError } from 'yaml';
import { text, type Text } from '#errors';
import { yamlReason } from '#import';
import { nearest } from './near.ts';
import { Places, type Span } from './places.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface KpiText {
  readonly fields: Fields;
  readonly body: string;
  /** Where the body begins. */
  readonly bodyFrom: number;
  readonly places: Places;
  /** Why the front matter cannot be read; null if it can. */
  readonly problem: FrontProblem | null;
}

interface FrontProblem {
  readonly text: Text;
  readonly span: Span;
}

/** Cuts a KPI file into its front matter and its prose. */
export function splitKpi(source: string): KpiText {
  const match = /^(\ufeff?---[ \t]*\r?\n)((?:[\s\S]*?\n)??)---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match)
    return unread(source, { text: text('kpi-file.noFront'), span: new Places(source, null, 0).key('') });
  const [whole, opening = '', front = ''] = match;
  const yaml = parseDocument(front);
  const offset = opening.length;
  const error = yaml.errors.find(({ code }) => code === 'MISSING_CHAR') ?? yaml.errors[0];
  if (error) return unread(source, yamlProblem(error, front, offset));
  const value: unknown = yaml.toJS() ?? {};
  const places = new Places(source, yaml.contents, offset);
  if (!isFields(value)) return unread(source, { text: text('kpi-file.noMapping'), span: places.key('') });
  return { fields: value, body: source.slice(whole.length), bodyFrom: whole.length, places, problem: null };
}

function unread(source: string, problem: FrontProblem): KpiText {
  return { fields: {}, body: '', bodyFrom: source.length, places: new Places(source, null, 0), problem };
}

function yamlProblem({ code, pos }: YAMLError, front: string, offset: number): FrontProblem {
  const from = Math.min(pos[0], Math.max(0, front.trimEnd().length - 1));
  const rest = code === 'DUPLICATE_KEY' ? /^[^:\n]+/ : /^[^\n]+/;
  const to = from + (rest.exec(front.slice(from))?.[0].trimEnd().length ?? 1);
  return {
    text: text(yamlReason(code)),
    span: { from: offset + from, to: offset + to },
  };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface FieldProblem {
  readonly field: string;
  readonly text: Text;
  /** Whether it is the field's name that is wrong, not what it says. */
  readonly isName: boolean;
}

/** Reads fields one by one and remembers what was wrong with them, and which were never asked for. */
export class FieldReader {
  readonly problems: FieldProblem[] = [];
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
    return this.wrong(name, 'kpi-file.expectedText');
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    return value === undefined || typeof value === 'number'
      ? value
      : this.wrong(name, 'kpi-file.expectedNumber');
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    this.expect(name, String(value), words);
    return undefined;
  }

  list(name: string): readonly string[] | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.filter((item) => typeof item === 'string');
    return texts.length === items.length ? texts : this.wrong(name, 'kpi-file.expectedList');
  }

  fields(name: string): Fields | undefined {
    const value = this.#value(name);
    return value === undefined || isFields(value) ? value : this.wrong(name, 'kpi-file.expectedFields');
  }

  /** A mapping whose values are all texts. */
  texts(name: string): Readonly<Record<string, string>> | undefined {
    const entries = Object.entries(this.fields(name) ?? {});
    const texts = entries.flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    );
    if (texts.length !== entries.length) return this.wrong(name, 'kpi-file.expectedTexts');
    return this.has(name) ? Object.fromEntries(texts) : undefined;
  }

  /** What is there instead of one of the words that may be. */
  expect(name: string, value: string, words: readonly string[], isName = false): void {
    const near = nearest(value, words);
    const expected = words.join(' | ');
    const field = this.#path + name;
    const problem =
      near === null
        ? text('kpi-file.expected', { field, expected })
        : text('kpi-file.expectedNear', { field, value, near, expected });
    if (!this.problems.some((other) => other.field === field))
      this.problems.push({ field, text: problem, isName });
  }

  wrong(name: string, code: string): undefined {
    const field = this.#path + name;
    if (!this.problems.some((problem) => problem.field === field))
      this.problems.push({ field, text: text(code, { field }), isName: false });
    return undefined;
  }

  /** Says of each field that nobody asked for that it is unknown. */
  unknown(): FieldProblem[] {
    return Object.keys(this.#fields)
      .filter((name) => !this.#read.has(name))
      .map((name) => {
        const field = this.#path + name;
        const near = nearest(name, this.#read);
        const problem =
          near === null
            ? text('kpi-file.unknownField', { field })
            : text('kpi-file.unknownFieldNear', { field, near });
        return { field, text: problem, isName: true };
      });
  }

  #value(name: string): unknown {
    this.#read.add(name);
    return this.#fields[name] ?? undefined;
  }
}
