import { AppError } from '#errors';
import { describe, say, type Locale } from '#messages';
import { sharedOptions, type Command } from './command.ts';
import { commandHelp, programHelp } from './help.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { kpisCommand } from './kpis.ts';
import { chooseLanguage } from './language.ts';
import { NoDataError } from './no-data-error.ts';
import { readArguments } from './options.ts';
import { reconcileCommand } from './reconcile.ts';
import { runCommand } from './run.ts';
import { sampleCommand } from './sample.ts';
import { exitCodes, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const commands: readonly Command[] = [
  importCommand,
  kpisCommand,
  explainCommand,
  diffCommand,
  reconcileCommand,
  runCommand,
  sampleCommand,
];

/** The command line: finds the command, reads its options, runs it; returns the exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  const command = commands.find(({ name }) => name === first);
  let locale: Locale = chooseLanguage(undefined, terminal.env);
  try {
    if (command !== undefined) {
      const given = readArguments(rest, [...command.options, ...sharedOptions]);
      locale = chooseLanguage(given.value('locale'), terminal.env);
      if (given.has('help')) return help(terminal, commandHelp(command, locale));
      return await command.run({ args: given, locale, terminal });
    }
    if (first !== undefined && !first.startsWith('-'))
      throw new UsageError('cli.usage.unknownCommand', { command: first });
    const given = readArguments(args, sharedOptions);
    locale = chooseLanguage(given.value('locale'), terminal.env);
    if (given.has('help')) return help(terminal, programHelp(commands, locale));
    terminal.err(programHelp(commands, locale));
    return exitCodes.misused;
  } catch (error) {
    return complain(error, { terminal, locale, command });
  }
}

function help(terminal: Terminal, text: string): number {
  terminal.out(text);
  return exitCodes.fine;
}

interface Complaint {
  readonly terminal: Terminal;
  readonly locale: Locale;
  readonly command: Command | undefined;
}

function complain(error: unknown, { terminal, locale, command }: Complaint): number {
  terminal.err(`deskbook: ${describe(locale, error)}\n`);
  if (error instanceof UsageError) {
    terminal.err(
      `${say(locale, 'cli.usage.seeHelp', { command: command ? `deskbook ${command.name}` : 'deskbook' })}\n`,
    );
    return exitCodes.misused;
  }
  if (!(error instanceof AppError) && error instanceof Error && terminal.env['DESKBOOK_DEBUG']) {
    terminal.err(`${error.stack ?? ''}\n`);
  }
  return error instanceof NoDataError ? exitCodes.outdated : exitCodes.failed;
}
