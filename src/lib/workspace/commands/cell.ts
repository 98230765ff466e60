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
    when,
    run: (workspace) => workspace.session?.stop(),
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
] as const satisfies readonly Command[];
