import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.view';

export const viewCommands = [
  {
    id: 'view.palette',
    title: 'workspace.command.palette',
    category,
    keys: ['Mod+Shift+P', 'F1'],
    run: (workspace) => workspace.quickInput.search('>'),
  },
  {
    id: 'view.quickOpen',
    title: 'workspace.command.quickOpen',
    category,
    keys: ['Mod+P'],
    run: (workspace) => workspace.quickInput.search(''),
  },
  {
    id: 'view.explorer',
    title: 'workspace.command.explorer',
    category,
    keys: ['Mod+Shift+E'],
    run: (workspace) => workspace.layout.enterSide('explorer'),
  },
  {
    id: 'view.data',
    title: 'workspace.command.dataView',
    category,
    keys: ['Mod+Shift+D'],
    run: (workspace) => workspace.layout.enterSide('data'),
  },
  {
    id: 'view.kpis',
    title: 'workspace.command.kpis',
    category,
    keys: ['Mod+Shift+K'],
    run: (workspace) => workspace.layout.enterSide('kpis'),
  },
  {
    id: 'view.search',
    title: 'workspace.command.search',
    category,
    keys: ['Mod+Shift+F'],
    run: (workspace) => workspace.search.open(),
  },
  {
    id: 'view.searchReplace',
    title: 'workspace.command.searchReplace',
    category,
    keys: ['Mod+Shift+H'],
    run: (workspace) => workspace.search.open({ replace: true }),
  },
  {
    id: 'view.nextResult',
    title: 'workspace.command.nextResult',
    category,
    keys: ['F4'],
    when: hasResults,
    run: (workspace) => workspace.search.step(1),
  },
  {
    id: 'view.previousResult',
    title: 'workspace.command.previousResult',
    category,
    keys: ['Shift+F4'],
    when: hasResults,
    run: (workspace) => workspace.search.step(-1),
  },
  {
    id: 'view.toggleSideBar',
    title: 'workspace.command.toggleSideBar',
    category,
    keys: ['Mod+B'],
    run: (workspace) => workspace.layout.toggleSide(),
  },
  {
    id: 'view.togglePanel',
    title: 'workspace.command.togglePanel',
    category,
    keys: ['Mod+J'],
    run: (workspace) => workspace.layout.togglePanel(),
  },
  {
    id: 'view.problems',
    title: 'workspace.command.problems',
    category,
    keys: ['Mod+Shift+M'],
    run: (workspace) => workspace.layout.showPanel('problems'),
  },
  {
    id: 'view.output',
    title: 'workspace.command.output',
    category,
    keys: ['Mod+Shift+U'],
    run: (workspace) => workspace.layout.showPanel('output'),
  },
  {
    id: 'view.results',
    title: 'workspace.command.results',
    category,
    run: (workspace) => workspace.layout.showPanel('results'),
  },
  {
    id: 'view.welcome',
    title: 'workspace.command.welcome',
    category,
    run: (workspace) => workspace.tabs.open({ kind: 'welcome' }, { pin: true }),
  },
  {
    id: 'view.walkthrough',
    title: 'walkthrough.command',
    category,
    run: (workspace) => workspace.tabs.open({ kind: 'walkthrough' }, { pin: true }),
  },
  {
    id: 'view.graph',
    title: 'graph.command',
    category,
    keys: ['Mod+K G'],
    when: (workspace) => workspace.session !== null,
    run: ({ tabs, session }) => tabs.open({ kind: 'graph', path: session?.path ?? '' }, { pin: true }),
  },
] as const satisfies readonly Command[];

function hasResults(workspace: Workspace): boolean {
  return workspace.search.count > 0;
}
