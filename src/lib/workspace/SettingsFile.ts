import { StorageError } from '#errors';
import type { ConventionFile, FileProblem, WorkspaceSettings } from '#import';
import type { NotebookFile } from './Files.svelte.ts';
import { rewriteFile } from './rewrite-file.ts';
import type { Workspace } from './Workspace.svelte.ts';

interface SettingsFileOptions {
  readonly workspace: Workspace;
  /** The file that counts. */
  readonly inForce: () => NotebookFile | null;
  readonly onread: (file: ConventionFile, problems: readonly FileProblem[]) => void;
}

/**
 * What holds for the workspace whoever opens it, the time zone and the first day of the week, in `settings.yaml`. Language, theme and
 * what an editor looks like are the reader's own, and stay with the browser.
 */
export class SettingsFile {
  readonly #options: SettingsFileOptions;
  /** The file as it was last taken over: what is set in the page meanwhile is not undone by it. */
  #seen = '';

  constructor(options: SettingsFileOptions) {
    this.#options = options;
  }

  async follow(): Promise<void> {
    const { workspace, inForce, onread } = this.#options;
    const file = inForce();
    const seen = file ? `${file.path}\n${file.text}` : '';
    if (seen === this.#seen) return;
    this.#seen = seen;
    if (!file) return onread({ path: '', text: '' }, []);
    const { parseSettings } = await import('#import');
    const { value, problems } = parseSettings(file.text);
    onread({ path: file.path, text: file.text }, problems);
    if (problems.length > 0) return;
    const { settings } = workspace;
    settings.weekStart = value.weekStart ?? settings.weekStart;
    if (value.timeZone !== null && value.timeZone !== settings.timeZone)
      await workspace.useTimeZone(value.timeZone);
  }

  /** Writes what was set in the page into the file that counts, or all that is set into a new one. */
  async keep(changed: Partial<WorkspaceSettings>): Promise<void> {
    const { workspace, inForce } = this.#options;
    const { parseSettings, serializeSettings } = await import('#import');
    if (!workspace.files.isRead) await workspace.files.refresh();
    const { timeZone, weekStart } = workspace.settings;
    const textFor = (before: string | null) => {
      const [problem] = parseSettings(before ?? '').problems;
      if (problem)
        throw new StorageError('conventions.broken', { name: 'settings.yaml', line: problem.line });
      const said = before === null ? { timeZone, weekStart } : changed;
      return serializeSettings(said, before, workspace.t('conventions.about.settings'));
    };
    const file = inForce();
    if (file) await rewriteFile(workspace, file, textFor);
    else await workspace.library.documents.create('settings.yaml', textFor(null));
  }
}
