import type { Command } from '#workspace';

/** Shares the notebook in front with its data. */
export const bundleCommand: Command = {
  id: 'notebook.shareWithData',
  title: 'bundle.command',
  category: 'workspace.category.file',
  when: ({ session, data }) => session !== null && !data.isEmpty,
  run: (workspace) => {
    workspace.bundles.sharing = workspace.session;
  },
};
