import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#errors';
import type { Engine } from '#engine';
import { conventions, parseSettings, type FileProblem } from '#import';
import { say, tell } from '#messages';
import type { Call } from './command.ts';
import { weekdays } from './scope.ts';

/** The call, with the time zone and the first day of the week of `settings.yaml` in a folder where its arguments name none. */
export async function inSettings(folder: string, call: Call): Promise<Call> {
  const { args } = call;
  const { path, text } = await fileIn(folder, 'settings');
  const { value, problems } = parseSettings(text ?? '');
  complain(path, problems, call);
  if (problems.length > 0) return call;
  const settled: Readonly<Record<string, string | null | undefined>> = {
    timezone: value.timeZone,
    'week-start': value.weekStart && weekdays[value.weekStart - 1],
  };
  return { ...call, args: { ...args, value: (name) => args.value(name) ?? settled[name] ?? undefined } };
}

/** Makes the tables say what the targets, events and calendars of a folder say. A file that is broken is told, and does not count. */
export async function settle(engine: Engine, folder: string, call: Call): Promise<void> {
  for (const convention of conventions) {
    const { path, text } = await fileIn(folder, convention.name);
    if (text !== null) complain(path, await convention.copy(engine, { path, text }), call);
  }
}

async function fileIn(folder: string, name: string): Promise<{ path: string; text: string | null }> {
  const path = join(folder, `${name}.yaml`);
  if (!existsSync(path)) return { path, text: null };
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('cli.data.missing', { file: path }, { cause });
  });
  return { path, text };
}

function complain(file: string, problems: readonly FileProblem[], { terminal, locale }: Call): void {
  for (const { text, line } of problems)
    terminal.err(`${say(locale, 'cli.run.diagnostic', { file, line, message: tell(locale, text) })}\n`);
}
