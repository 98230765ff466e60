import { conventionOf, nameOf, type Workspace } from '#workspace';

const conventionIcons = {
  targets: 'target',
  events: 'milestone',
  calendars: 'calendar',
  settings: 'gear',
  mappings: 'arrow-swap',
} as const;

/** The sign of a file's kind. */
export function fileIcon({ library }: Workspace, path: string): string {
  const convention = conventionOf(nameOf(path));
  if (convention) return conventionIcons[convention];
  return library.has(path) ? 'graph-line' : 'notebook';
}
