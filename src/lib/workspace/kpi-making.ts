import { text } from '#errors';
import { say } from '#messages';
import { kpiTemplate } from './kpi-template.ts';
import { toFileName } from './path.ts';
import type { Workspace } from './Workspace.svelte.ts';

/** Asks for a name, and begins a KPI of the reader's own under it. */
export async function newKpi(workspace: Workspace): Promise<void> {
  const { quickInput, library, locale } = workspace;
  const name = (await quickInput.prompt(text('workspace.kpi.name')))?.trim();
  if (!name) return;
  await library.load();
  const made = kpiTemplate({ id: library.idFor(name), name, locale });
  await workspace.fileActions.newFile(made, toFileName(name));
}

/** Asks for a name, and begins a KPI of the reader's own with all that another one says. */
export async function copyKpi(workspace: Workspace, id: string): Promise<void> {
  const { quickInput, library, locale, t } = workspace;
  await library.load();
  const original = library.find(id);
  if (!original) return;
  const usual = t('workspace.kpi.copyName', { name: original.name[locale] });
  const name = (await quickInput.prompt(text('workspace.kpi.name'), usual))?.trim();
  if (!name) return;
  const other = locale === 'en' ? 'pt-BR' : 'en';
  const inOther =
    name === usual ? say(other, 'workspace.kpi.copyName', { name: original.name[other] }) : name;
  const names = locale === 'en' ? { en: name, 'pt-BR': inOther } : { en: inOther, 'pt-BR': name };
  const made = library.copyOf(id, names);
  if (made !== null) await workspace.fileActions.newFile(made, toFileName(name));
}
