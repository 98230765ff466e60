import { baseOf, conventionOf, nameOf, type Tab, type Workspace } from '#workspace';
import { fileIcon } from './file-icon.ts';

export interface TabLabel {
  readonly name: string;
  readonly icon: string;
  /** The whole story, for the hint and for screen readers. */
  readonly hint: string;
}

/** What a tab is called. */
export function tabLabel({ content }: Tab, workspace: Workspace): TabLabel {
  switch (content.kind) {
    case 'welcome':
      return plain(workspace.t('workbench.welcome'), 'home');
    case 'settings':
      return plain(workspace.t('workbench.settings'), 'settings-gear');
    case 'keys':
      return plain(workspace.t('workspace.command.keys'), 'keyboard');
    case 'notebook':
      return notebookLabel(content.path, workspace);
    case 'text':
      return plain(`${baseOf(content.path)} · ${workspace.t('workbench.text')}`, 'file-code');
    case 'graph':
      return plain(
        `${content.path.slice(content.path.indexOf('/') + 1)} · ${workspace.t('graph.name')}`,
        'type-hierarchy',
      );
    case 'walkthrough':
      return plain(workspace.t('walkthrough.title'), 'mortar-board');
    case 'compare':
      return plain(workspace.t('compare.title'), 'git-compare');
    case 'import':
      return importLabel(content.id, workspace);
    case 'table':
      return plain(content.name, 'table');
    case 'source':
      return plain(content.id, 'database');
    case 'calendars':
      return plain(workspace.t('calendars.title'), 'calendar');
    case 'received':
      return plain(content.name, 'workspace-untrusted');
    case 'version':
      return plain(`${content.id.split('/').at(-2) ?? ''} · ${workspace.t('history.title')}`, 'history');
    case 'kpi':
      return conventionOf(content.id)
        ? { ...plain(baseOf(content.id), fileIcon(workspace, content.id)), hint: nameOf(content.id) }
        : plain(kpiName(content.id, workspace), 'graph-line');
  }
}

function plain(name: string, icon: string): TabLabel {
  return { name, icon, hint: name };
}

function importLabel(id: string, { imports, t }: Workspace): TabLabel {
  const [first, ...others] = imports.find(id)?.files.map(({ name }) => name) ?? [];
  if (first === undefined) return plain(t('workbench.import'), 'inbox');
  const file = others.length > 0 ? `${first} +${others.length}` : first;
  const hint = t('workbench.importOf', { file: [first, ...others].join(', ') });
  return { name: t('workbench.importOf', { file }), icon: 'inbox', hint };
}

function notebookLabel(path: string, workspace: Workspace): TabLabel {
  const file = workspace.files.all.find((other) => other.path === path);
  const name = nameOf(path);
  const title = workspace.documents.find(path)?.session?.title ?? file?.title;
  return { name: baseOf(name), icon: 'notebook', hint: title ? `${name} · ${title}` : name };
}

function kpiName(id: string, { library, locale }: Workspace): string {
  return library.find(id)?.name[locale] ?? id.replace(/^own\//, '');
}
