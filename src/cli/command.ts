import type { Locale, MessageCode } from '#messages';
import type { Arguments, Option } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface Call {
  readonly args: Arguments;
  readonly locale: Locale;
  readonly terminal: Terminal;
}

/** One command of the program; each has a file. */
export interface Command {
  readonly name: string;
  /** What follows the name in the help: `FILE… [options]`. */
  readonly synopsis: string;
  readonly summary: MessageCode;
  readonly details: MessageCode;
  readonly options: readonly (Option & { readonly summary: MessageCode })[];
  /** Does it, prints the answer, and returns the exit code. */
  run(call: Call): Promise<number>;
}

/** Options that every command has. */
export const sharedOptions = [
  { name: 'locale', value: 'LOCALE', summary: 'cli.option.locale' },
  { name: 'help', summary: 'cli.option.help' },
] as const satisfies Command['options'];

/** Options of every command that reads exports. */
export const dataOptions = [
  { name: 'timezone', value: 'Z', summary: 'cli.option.timezone' },
  { name: 'source', value: 'NAME', summary: 'cli.option.source' },
  { name: 'mapping', value: 'FILE', summary: 'cli.option.mapping' },
] as const satisfies Command['options'];

/** Options of the commands that compute. */
export const scopeOptions = [
  { name: 'as-of', value: 'T', summary: 'cli.option.asOf' },
  { name: 'from', value: 'D', summary: 'cli.option.from' },
  { name: 'to', value: 'D', summary: 'cli.option.to' },
  { name: 'filter', value: 'COLUMN=VALUE', isRepeatable: true, summary: 'cli.option.filter' },
] as const satisfies Command['options'];

export const jsonOption = {
  name: 'json',
  summary: 'cli.option.json',
} as const satisfies Command['options'][number];
