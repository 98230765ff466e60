import { say, type Locale } from '#messages';
import { sharedOptions, type Command } from './command.ts';

const run = 'npm run --silent deskbook --';

export function programHelp(commands: readonly Command[], locale: Locale): string {
  return [
    say(locale, 'cli.help.program'),
    '',
    `${say(locale, 'cli.help.usage')}  ${run} COMMAND …`,
    '',
    ...list(commands.map(({ name, summary }) => [name, say(locale, summary)])),
    '',
    say(locale, 'cli.help.more', { command: `${run} COMMAND --help` }),
    '',
  ].join('\n');
}

export function commandHelp(command: Command, locale: Locale): string {
  const options = [...command.options, ...sharedOptions];
  return [
    `${say(locale, 'cli.help.usage')}  ${run} ${command.name} ${command.synopsis}`,
    '',
    say(locale, command.summary),
    say(locale, command.details),
    '',
    say(locale, 'cli.help.options'),
    ...list(
      options.map(({ name, summary, ...option }) => [
        'value' in option && option.value ? `--${name} ${option.value}` : `--${name}`,
        say(locale, summary),
      ]),
    ),
    '',
    say(locale, 'cli.help.exit'),
    '',
  ].join('\n');
}

function list(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
