import { locales, say, type MessageCode } from '#messages';
import { fuzzyMatch, type Workspace } from '#workspace';
import { commandModeKeys, isScroll } from '../notebook/keys.ts';
import { fileIcon } from './file-icon.ts';
import { cellCommands } from './key-rows.ts';

/** One line of the quick input. */
export interface QuickItem {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly detail: string;
  readonly keys: string;
  /** Other words that it can be found by: its name in the other language, its id. */
  readonly also: readonly string[];
  readonly run: () => unknown;
}

export interface FoundItem extends QuickItem {
  /** Places of the label's letters that matched. */
  readonly at: readonly number[];
}

const prefixes = {
  '': 'workbench.quick.files',
  '>': 'workbench.quick.commands',
  '@': 'workbench.quick.cells',
  '#': 'workbench.quick.tables',
} as const satisfies Readonly<Record<string, MessageCode>>;

/** What the typed text asks for: commands after `>`, cells after `@`, tables after `#`, help after `?`. */
export function searchItems(typed: string, workspace: Workspace): readonly FoundItem[] {
  const query = /^[>@#?]/.test(typed) ? typed.slice(1).trim() : typed.trim();
  switch (typed.charAt(0)) {
    case '>':
      return rank(query, [...commandItems(workspace), ...cellCommandItems(workspace)]);
    case '@':
      return rank(query, cellItems(workspace));
    case '#':
      return rank(query, tableItems(workspace));
    case '?':
      return rank(query, helpItems(workspace));
    default:
      return rank(query, [
        ...notebookItems(workspace),
        ...tableItems(workspace),
        ...kpiItems(workspace),
        ...(query === '' ? [] : openCellItems(workspace)),
      ]);
  }
}

/** Those that match, the best first; as they came when nothing is asked for. */
export function rank(query: string, items: readonly QuickItem[]): readonly FoundItem[] {
  return items
    .flatMap((item) => {
      const own = fuzzyMatch(query, item.label);
      const others = item.also.flatMap((word) => fuzzyMatch(query, word)?.score ?? []);
      if (own === null && others.length === 0) return [];
      return [{ item: { ...item, at: own?.at ?? [] }, score: Math.max(own?.score ?? -Infinity, ...others) }];
    })
    .sort((a, b) => (query === '' ? 0 : b.score - a.score))
    .map(({ item }) => item);
}

function commandItems({ commands, t }: Workspace): QuickItem[] {
  const age = ({ id }: { readonly id: string }) => {
    const at = commands.recent.indexOf(id);
    return at < 0 ? commands.recent.length : at;
  };
  return commands.list
    .filter((command) => commands.available(command))
    .toSorted((a, b) => age(a) - age(b))
    .map((command) => ({
      id: command.id,
      label: `${t(command.category)}: ${t(command.title)}`,
      icon: '',
      detail: '',
      keys: commands.keysOf(command.id),
      also: locales.map((locale) => `${say(locale, command.category)}: ${say(locale, command.title)}`),
      run: () => commands.choose(command),
    }));
}

/** What the keys on a cell's frame do; undoing is there already, and scrolling is for keys alone. */
function cellCommandItems({ session, commands, t }: Workspace): QuickItem[] {
  if (!session) return [];
  const shown = commandModeKeys.filter(
    ({ command }, place) => commandModeKeys.findIndex((each) => each.command === command) === place,
  );
  return shown.flatMap(({ command, keys }): QuickItem[] => {
    if (command === 'undo' || command === 'redo' || isScroll(command)) return [];
    const title = cellCommands[command];
    return [
      {
        ...blank,
        id: `cell.${command}`,
        label: `${t('workbench.keys.cell')}: ${t(title)}`,
        keys: commands.label(keys),
        also: locales.map((locale) => `${say(locale, 'workbench.keys.cell')}: ${say(locale, title)}`),
        run: async () => (await import('../notebook/act.ts')).act(session, command),
      },
    ];
  });
}

function notebookItems(workspace: Workspace): QuickItem[] {
  return workspace.files.all.map(({ path, name, title }) => ({
    ...blank,
    id: path,
    label: name,
    icon: fileIcon(workspace, path),
    detail: title ?? '',
    also: title ? [title] : [],
    run: () => workspace.openNotebook(path, { pin: true }),
  }));
}

function tableItems(workspace: Workspace): QuickItem[] {
  return workspace.data.tables.map(({ name, rows }) => ({
    ...blank,
    id: `table:${name}`,
    label: name,
    icon: 'table',
    detail: workspace.t('common.rows', { count: rows }),
    run: () => workspace.openTable(name, { pin: true }),
  }));
}

function kpiItems(workspace: Workspace): QuickItem[] {
  return workspace.kpis.map(({ id, name }) => ({
    ...blank,
    id: `kpi:${id}`,
    label: name[workspace.locale],
    icon: 'graph-line',
    detail: workspace.library.pathOf(id) === null ? id : `${id} · ${workspace.t('gallery.yours')}`,
    also: [id, ...Object.values(name)],
    run: () => workspace.openKpi(id, { pin: true }),
  }));
}

function cellItems({ session }: Workspace): QuickItem[] {
  return (session?.notebook.cells ?? []).map(({ id, kind, name, source }) => ({
    ...blank,
    id,
    label: name ?? firstLine(source),
    icon:
      kind === 'markdown'
        ? 'markdown'
        : kind === 'vega-lite'
          ? 'graph'
          : kind === 'input'
            ? 'settings'
            : 'code',
    detail: name === null ? '' : firstLine(source),
    run: () => session?.reveal(id, 'start'),
  }));
}

/** The named cells of every open notebook. */
function openCellItems(workspace: Workspace): QuickItem[] {
  return workspace.documents.list.flatMap(({ path, session }) =>
    (session?.notebook.cells ?? []).flatMap(({ id, name }) => {
      if (name === null) return [];
      const run = () => (workspace.openNotebook(path), session?.reveal(id, 'start'));
      return [
        {
          ...blank,
          id: `${path}#${id}`,
          label: name,
          icon: 'code',
          detail: path.slice(path.indexOf('/') + 1),
          run,
        },
      ];
    }),
  );
}

function helpItems({ quickInput, t }: Workspace): QuickItem[] {
  return Object.entries(prefixes).map(([prefix, title]) => ({
    ...blank,
    id: `help:${prefix}`,
    label: prefix === '' ? '…' : prefix,
    detail: t(title),
    run: () => quickInput.search(prefix),
  }));
}

const blank = { icon: '', detail: '', keys: '', also: [] } as const;

function firstLine(source: string): string {
  return source.trim().split('\n', 1)[0]?.slice(0, 80) ?? '';
}
