import { UsageError } from './usage-error.ts';

/** An option of a command; without `value` it is a flag. */
export interface Option {
  readonly name: string;
  /** What stands for its value in the help, as `Z` in `--timezone Z`. */
  readonly value?: string;
  readonly isRepeatable?: boolean;
}

/** A command line, read: what stands alone, and the options by name. */
export interface Arguments {
  readonly words: readonly string[];
  has(flag: string): boolean;
  /** The value of an option, undefined where it was not given. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** Reads what follows a command. `--name=value`, `--name value`, `--` before words that begin with a dash. */
export function readArguments(args: readonly string[], options: readonly Option[]): Arguments {
  const words: string[] = [];
  const given = new Map<string, string[]>();
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') {
      words.push(...rest.splice(0));
    } else if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
    } else {
      const option = optionOf(arg, options);
      const value = option.value === undefined ? flagValue(arg, option) : valueOf(arg, option, rest);
      const values = given.get(option.name) ?? [];
      if (values.length > 0 && !option.isRepeatable && option.value !== undefined) {
        throw new UsageError('cli.usage.twice', { option: `--${option.name}` });
      }
      given.set(option.name, [...values, value]);
    }
  }
  return {
    words,
    has: (flag) => given.has(flag),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  };
}

function optionOf(arg: string, options: readonly Option[]): Option {
  const name = arg === '-h' ? 'help' : arg.replace(/^--?/, '').replace(/=[\s\S]*$/, '');
  const option =
    arg.startsWith('--') || arg === '-h' ? options.find((each) => each.name === name) : undefined;
  if (option === undefined) throw new UsageError('cli.usage.unknownOption', { option: arg });
  return option;
}

function flagValue(arg: string, option: Option): string {
  if (arg.includes('=')) throw new UsageError('cli.usage.noValue', { option: `--${option.name}` });
  return '';
}

function valueOf(arg: string, option: Option, rest: string[]): string {
  const at = arg.indexOf('=');
  const value = at >= 0 ? arg.slice(at + 1) : rest.shift();
  if (value === undefined || value === '') {
    throw new UsageError('cli.usage.valueMissing', { option: `--${option.name} ${option.value ?? ''}` });
  }
  return value;
}
