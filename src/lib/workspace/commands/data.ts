import type { Command } from './command.ts';

const category = 'workspace.category.data';

export const dataCommands = [
  {
    id: 'data.import',
    title: 'workspace.command.importFiles',
    category,
    keys: ['Mod+Shift+O'],
    run: (workspace) => workspace.pickData(),
  },
  {
    id: 'data.importFolder',
    title: 'workspace.command.importFolder',
    category,
    run: (workspace) => workspace.pickDataFolder(),
  },
  {
    id: 'data.sample',
    title: 'workspace.command.openSample',
    category,
    run: (workspace) => workspace.openSample(),
  },
  {
    id: 'data.compare',
    title: 'compare.command',
    category,
    run: (workspace) => workspace.comparison.open(),
  },
  {
    id: 'data.calendars',
    title: 'workspace.command.calendars',
    category,
    run: (workspace) => workspace.openCalendars(),
  },
  {
    id: 'data.event',
    title: 'events.mark',
    category,
    when: (workspace) => !workspace.data.isEmpty,
    run: (workspace) => workspace.events.ask(),
  },
  {
    id: 'data.leaveBundle',
    title: 'bundle.leave',
    category,
    when: (workspace) => workspace.bundles.aside !== null,
    run: (workspace) => workspace.bundles.leave(),
  },
  {
    id: 'data.restartEngine',
    title: 'workspace.command.restartEngine',
    category,
    when: (workspace) => workspace.engine.status !== 'starting',
    run: (workspace) => workspace.startEngine('restart'),
  },
  {
    id: 'data.takeOver',
    title: 'workspace.command.takeOver',
    category,
    when: (workspace) => workspace.engine.status === 'busy',
    run: (workspace) => workspace.startEngine('takeOver'),
  },
  {
    id: 'data.memory',
    title: 'workspace.command.useMemory',
    category,
    when: (workspace) => workspace.engine.status === 'busy' || workspace.engine.status === 'failed',
    run: (workspace) => workspace.startEngine('useMemory'),
  },
] as const satisfies readonly Command[];
