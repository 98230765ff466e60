import { text } from '#errors';
import { isLocale, locales, say } from '#messages';
import { themeChoices } from '../Settings.svelte.ts';
import type { Workspace } from '../Workspace.svelte.ts';
import type { Command } from './command.ts';

const category = 'workspace.category.preferences';

export const preferenceCommands = [
  {
    id: 'preferences.settings',
    title: 'workspace.command.settings',
    category,
    keys: ['Mod+,'],
    run: ({ tabs }) => tabs.open({ kind: 'settings' }, { pin: true }),
  },
  {
    id: 'preferences.theme',
    title: 'workspace.command.theme',
    category,
    keys: ['Mod+K T'],
    run: chooseTheme,
  },
  {
    id: 'preferences.language',
    title: 'workspace.command.language',
    category,
    keys: ['Mod+K L'],
    run: chooseLanguage,
  },
  {
    id: 'preferences.timeZone',
    title: 'workspace.command.timeZone',
    category,
    keys: ['Mod+K Z'],
    run: chooseTimeZone,
  },
  {
    id: 'preferences.keys',
    title: 'workspace.command.keys',
    category,
    keys: ['Mod+K Mod+S'],
    run: ({ tabs }) => tabs.open({ kind: 'keys' }, { pin: true }),
  },
] as const satisfies readonly Command[];

async function chooseTheme({ quickInput, settings, t }: Workspace): Promise<void> {
  const items = themeChoices.map((id) => ({ id, label: t(`workspace.theme.${id}`) }));
  const id = await quickInput.pick(text('workspace.pick.theme'), items, settings.theme);
  const choice = themeChoices.find((theme) => theme === id);
  if (choice) settings.theme = choice;
}

async function chooseLanguage({ quickInput, settings }: Workspace): Promise<void> {
  const items = locales.map((id) => ({ id, label: say(id, 'workspace.language') }));
  const id = await quickInput.pick(text('workspace.pick.language'), items, settings.locale);
  if (isLocale(id)) settings.locale = id;
}

async function chooseTimeZone(workspace: Workspace): Promise<void> {
  const { quickInput, settings } = workspace;
  const items = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id.replaceAll('_', ' ') }));
  const id = await quickInput.pick(
    text('workspace.pick.timeZone'),
    [{ id: 'UTC', label: 'UTC' }, ...items],
    settings.timeZone,
  );
  if (id !== null) await workspace.setTimeZone(id);
}
