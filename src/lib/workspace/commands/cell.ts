import { text } from '#errors';
import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.notebook';
const when = (workspace: Workspace) => workspace.session !== null;

export const cellCommands = [
  {
    id: 'notebook.runAll',
    title: 'workspace.command.runAll',
    category,
    keys: ['Mod+Alt+Enter'],
    when,
    run: (workspace) => workspace.session?.runAll(),
  },
  {
    id: 'notebook.stop',
    title: 'workspace.command.stop',
    category,
    keys: ['Mod+Alt+Backspace'],
    when: ({ session, output }) => session !== null || output.waits.canStop,
    run: ({ session, output }) => {
      if (session && session.runs.running.length > 0) session.stop();
      else output.waits.stop();
    },
  },
  {
    id: 'notebook.preview',
    title: 'editor.preview.command',
    category,
    keys: ['Alt+F12'],
    when: ({ session }) => session?.cell(session.selection.focused)?.kind === 'sql',
    run: ({ session }) => session?.selection.togglePreview(),
  },
  {
    id: 'notebook.insertSql',
    title: 'workspace.command.insertSql',
    category,
    when,
    run: (workspace) => workspace.session?.insertCell('sql'),
  },
  {
    id: 'notebook.insertMarkdown',
    title: 'workspace.command.insertMarkdown',
    category,
    when,
    run: (workspace) => workspace.session?.insertCell('markdown'),
  },
  {
    id: 'notebook.insertChart',
    title: 'workspace.command.insertChart',
    category,
    when,
    run: (workspace) => workspace.session?.insertCell('vega-lite'),
  },
  {
    id: 'notebook.insertInput',
    title: 'workspace.command.insertInput',
    category,
    when,
    run: (workspace) => workspace.session?.insertCell('input'),
  },
  {
    id: 'notebook.undo',
    title: 'workspace.command.undo',
    category,
    keys: ['Mod+Z'],
    textKeys: true,
    when,
    run: (workspace) => workspace.session?.undo(),
  },
  {
    id: 'notebook.redo',
    title: 'workspace.command.redo',
    category,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    textKeys: true,
    when,
    run: (workspace) => workspace.session?.redo(),
  },
  {
    id: 'notebook.find',
    title: 'notebook-view.command.find',
    category,
    keys: ['Mod+F'],
    when,
    run: (workspace) => workspace.session?.find.open(),
  },
  {
    id: 'notebook.replace',
    title: 'notebook-view.command.replace',
    category,
    keys: ['Mod+H'],
    when,
    run: (workspace) => workspace.session?.find.open({ replace: true }),
  },
  {
    id: 'notebook.findNext',
    title: 'notebook-view.command.findNext',
    category,
    keys: ['F3'],
    when,
    run: (workspace) => workspace.session?.find.go(1),
  },
  {
    id: 'notebook.findPrevious',
    title: 'notebook-view.command.findPrevious',
    category,
    keys: ['Shift+F3'],
    when,
    run: (workspace) => workspace.session?.find.go(-1),
  },
  {
    id: 'notebook.automatic',
    title: 'notebook-view.command.automatic',
    category,
    when,
    run: (workspace) => workspace.session?.toggleAutomatic(),
  },
  {
    id: 'notebook.runStale',
    title: 'notebook-view.command.runStale',
    category,
    when,
    run: (workspace) => workspace.session?.runStale(),
  },
  {
    id: 'notebook.goToRead',
    title: 'notebook-view.command.goToRead',
    category,
    keys: ['Mod+K R'],
    when,
    run: (workspace) => goAlong(workspace, 'reads'),
  },
  {
    id: 'notebook.goToFed',
    title: 'notebook-view.command.goToFed',
    category,
    keys: ['Mod+K F'],
    when,
    run: (workspace) => goAlong(workspace, 'feeds'),
  },
  {
    id: 'notebook.foldSections',
    title: 'notebook-view.command.foldSections',
    category,
    when,
    run: (workspace) => workspace.session?.folds.setSections(true),
  },
  {
    id: 'notebook.unfoldSections',
    title: 'notebook-view.command.unfoldSections',
    category,
    when,
    run: (workspace) => workspace.session?.folds.setSections(false),
  },
  {
    id: 'notebook.foldResults',
    title: 'notebook-view.command.foldResults',
    category,
    when,
    run: (workspace) => workspace.session?.folds.toggleResults(),
  },
] as const satisfies readonly Command[];

/** Goes to the cell that the focused one reads, or feeds; the reader chooses among several. */
async function goAlong({ session, quickInput }: Workspace, way: 'reads' | 'feeds'): Promise<void> {
  const cells = session?.linksOf(session.selection.focused ?? '')[way] ?? [];
  const items = cells.map(({ id, name, source }) => ({
    id,
    label: name ?? source.trim().split('\n', 1)[0]?.slice(0, 80) ?? '',
  }));
  const first = items[0]?.id ?? null;
  const chosen = items.length > 1 ? await quickInput.pick(text(`notebook-view.${way}`), items, first) : first;
  if (chosen !== null) session?.reveal(chosen, 'start');
}
