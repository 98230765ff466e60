import { AppError } from '#errors';
import type { Engine } from '#engine';
import { readSetting, setSettingSql } from '../canonical/prepare.ts';
import type { FileProblem, Reading } from './list-file.ts';

/** Something that a workspace has settled, and keeps in a file which people can read and change by hand. */
export interface Convention<Value> {
  /** The file is called so: `targets` for `targets.yaml`. */
  readonly name: ConventionName;
  parse(source: string): Reading<Value>;
  /** The file that says a value: the one before with as little changed as can be, or a new one, which begins with what it is about. */
  serialize(value: Value, before: string | null, about: string): string;
  /** Throws where a value is not possible. */
  check(value: Value): void;
  isEmpty(value: Value): boolean;
  /** What the tables say. */
  read(engine: Engine): Promise<Value>;
  /** Makes the tables say it. */
  write(engine: Engine, value: Value): Promise<void>;
}

export type ConventionName = 'targets' | 'events' | 'calendars';

/** A file by its path, and what it says. */
export interface ConventionFile {
  readonly path: string;
  readonly text: string;
}

/** What a workspace does with a file, whatever the file is about. */
export interface ConventionCopy {
  readonly name: ConventionName;
  problemsOf(source: string): readonly FileProblem[];
  /** The file that the tables are a copy of; null where they were filled before there were files, `''` as path for none. */
  copied(engine: Engine): Promise<ConventionFile | null>;
  /** Makes the tables a copy of a file, of none where it is null. With problems they stay as they are. */
  copy(engine: Engine, file: ConventionFile | null): Promise<readonly FileProblem[]>;
  /** What the tables say as the text of a file; null where they say nothing. */
  textOf(engine: Engine, about: string): Promise<string | null>;
}

export function toCopy<Value>(convention: Convention<Value>): ConventionCopy {
  const { name } = convention;
  return {
    name,
    problemsOf: (source) => convention.parse(source).problems,
    copied: async (engine) => toFile(await readSetting(engine, settingOf(name))),
    copy: async (engine, file) => {
      const { value, problems } = convention.parse(file?.text ?? '');
      if (problems.length > 0) return problems;
      try {
        await convention.write(engine, value);
      } catch (error) {
        if (error instanceof AppError)
          return [{ severity: 'error', text: error.text, line: 1, span: { from: 0, to: 1 } }];
        throw error;
      }
      const kept = JSON.stringify(file ?? { path: '', text: '' });
      await engine.exec(setSettingSql(engine.database, settingOf(name), kept));
      return [];
    },
    textOf: async (engine, about) => {
      const value = await convention.read(engine);
      return convention.isEmpty(value) ? null : convention.serialize(value, null, about);
    },
  };
}

function settingOf(name: ConventionName): string {
  return `file ${name}`;
}

function toFile(kept: string | null): ConventionFile | null {
  const value: unknown = kept === null ? null : JSON.parse(kept);
  if (typeof value !== 'object' || value === null || !('path' in value && 'text' in value)) return null;
  return { path: String(value.path), text: String(value.text) };
}
