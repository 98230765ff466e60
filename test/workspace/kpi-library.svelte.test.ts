import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { text } from '#errors';
import { stateOfCell } from '#kpi';
import { parse } from '#notebook';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryRecords } from '../../src/lib/workspace/storage/records.ts';
import { memoryWindows } from '../../src/lib/workspace/storage/windows.ts';
import type { Workspace } from '../../src/lib/workspace/Workspace.svelte.ts';
import { kpiFile } from '../kpi/kpi-file.ts';
import { blankWorkspace } from './blank-workspace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const path = 'own/refunds.md';

async function opened(surroundings: Parameters<typeof blankWorkspace>[0] = {}) {
  const storage = memoryStorage();
  const workspace = blankWorkspace({ storage, ...surroundings });
  await workspace.library.load();
  await workspace.fileActions.newFile(kpiFile(), 'refunds.md');
  await settled(workspace);
  return { workspace, storage };
}

async function settled({ library }: Workspace): Promise<void> {
  await library.documents.sessionOf(path);
  flushSync();
}

function write({ library }: Workspace, text: string): void {
  library.documents.find(path)?.session?.write(text);
  flushSync();
}

test('a file with an id and a shape is a KPI of the gallery, and opens as one, by its id too', async () => {
  const { workspace } = await opened();
  expect(workspace.kpis.at(-1)?.id).toBe('refunds');
  expect(workspace.library.ownAt('refunds')?.path).toBe(path);
  expect(workspace.library.ownAt('csat')).toBeUndefined();
  workspace.openKpi('refunds');
  workspace.openNotebook(path);
  expect(workspace.tabs.list.map(({ content }) => content)).toEqual([{ kind: 'kpi', id: path }]);
  expect(workspace.file?.path).toBe(path);
});

test('what is written shows at once, and is saved by itself a little later, or on command', async () => {
  const { workspace, storage } = await opened();
  const deliveries = kpiFile({ where: "type = 'delivery'" });
  write(workspace, deliveries);
  expect(workspace.library.find('refunds')?.definition.where).toBe("type = 'delivery'");
  expect(workspace.file?.dirty).toBe(true);
  expect(await storage.read('refunds.md')).toBe(kpiFile());
  await vi.advanceTimersByTimeAsync(1000);
  expect(await storage.read('refunds.md')).toBe(deliveries);
  write(workspace, kpiFile());
  await workspace.fileActions.save();
  expect([await storage.read('refunds.md'), workspace.file?.dirty]).toEqual([kpiFile(), false]);
});

test('a KPI whose id or shape is deleted stays a KPI while it is open, and after that as long as it has fields of one', async () => {
  const { workspace } = await opened();
  write(workspace, kpiFile({ id: null, shape: null }));
  await workspace.fileActions.save();
  expect(workspace.library.ownAt(path)?.diagnostics.map(({ text: said }) => said)).toEqual([
    text('kpi-file.missing', { field: 'id' }),
    text('kpi-file.missing', { field: 'shape' }),
  ]);
  workspace.tabs.closeAll();
  await vi.advanceTimersByTimeAsync(0);
  workspace.openNotebook(path);
  expect(workspace.tabs.active?.content).toEqual({ kind: 'kpi', id: path });
});

test('the id of a shipped KPI is refused while it is written, and ours stays', async () => {
  const { workspace } = await opened();
  write(workspace, kpiFile({ id: 'csat' }));
  expect(
    workspace.library.own.map(({ kpi, diagnostics }) => [
      kpi,
      diagnostics.map(({ text: said }) => said.code),
    ]),
  ).toEqual([[null, ['kpi-file.shipped']]]);
  expect(workspace.library.problems).toHaveLength(1);
  expect(workspace.library.find('csat')?.definition.from).toBe('ratings');
});

test('what the engine has against a text is told as long as the file says it', async () => {
  const { workspace } = await opened();
  const problem = { severity: 'error', text: text('x'), line: 1, cellId: null, span: null } as const;
  workspace.library.refuse(path, { text: kpiFile(), diagnostics: [problem] });
  expect(workspace.library.problems).toEqual([problem]);
  write(workspace, kpiFile({ where: 'true' }));
  expect(workspace.library.problems).toEqual([]);
});

test('a change that another window made meanwhile is not overwritten: both are kept', async () => {
  const { workspace, storage } = await opened();
  const theirs = kpiFile({ where: 'true' });
  const ours = kpiFile({ where: 'false' });
  await storage.write('refunds.md', theirs, kpiFile());
  write(workspace, ours);
  await workspace.fileActions.save();
  expect([await storage.read('refunds.md'), await storage.read('refunds 2.md')]).toEqual([theirs, ours]);
  expect(workspace.tabs.active?.content).toEqual({ kind: 'kpi', id: 'own/refunds 2.md' });
});

test('a draft that was not saved comes back in the next window', async () => {
  const storage = memoryStorage();
  const records = memoryRecords();
  const { workspace } = await opened({ storage, records });
  const draft = kpiFile({ where: 'subject is not null' });
  write(workspace, draft);
  await workspace.flush();

  const next = blankWorkspace({ storage, records, windows: memoryWindows('two', () => ['two']) });
  await next.start();
  await next.library.documents.sessionOf(path);
  flushSync();
  expect(next.tabs.active?.content).toEqual({ kind: 'kpi', id: path });
  expect([next.library.textOf(path), next.file?.dirty]).toEqual([draft, true]);
});

test('a KPI is renamed, deleted, and brought back', async () => {
  const { workspace, storage } = await opened();
  const renaming = workspace.fileActions.rename(path);
  workspace.quickInput.close('returns');
  await renaming;
  expect(workspace.tabs.active?.content).toEqual({ kind: 'kpi', id: 'own/returns.md' });
  await workspace.fileActions.remove('own/returns.md');
  expect([await storage.read('returns.md'), workspace.tabs.list, workspace.library.own]).toEqual([
    null,
    [],
    [],
  ]);
  await workspace.fileActions.restoreRemoved();
  expect(workspace.library.own.map((own) => [own.path, own.kpi?.id])).toEqual([
    ['own/returns.md', 'refunds'],
  ]);
});

test('a new KPI asks for its name, and begins as one that can be used', async () => {
  const { workspace } = await opened();
  const making = workspace.commands.run('kpi.new');
  workspace.quickInput.close('Reembolsos à vista');
  await making;
  flushSync();
  const own = workspace.library.ownAt('own/Reembolsos à vista.md');
  expect([own?.kpi?.id, own?.kpi?.name.en, own?.diagnostics]).toEqual([
    'reembolsos_a_vista',
    'Reembolsos à vista',
    [],
  ]);
});

test('any KPI can be copied as the reader’s own, named in both languages, under an id that is free', async () => {
  const { workspace } = await opened();
  for (const _ of ['first', 'second']) {
    workspace.openKpi('refunds');
    const copying = workspace.commands.run('kpi.copy');
    await vi.advanceTimersByTimeAsync(0);
    workspace.quickInput.close('Refunds (mine)');
    await copying;
    flushSync();
  }
  expect(workspace.library.own.map((own) => [own.path, own.kpi?.id, own.kpi?.name])).toEqual([
    [
      'own/Refunds (mine) 2.md',
      'refunds_mine_2',
      { en: 'Refunds (mine)', 'pt-BR': 'Reembolsos (minha versão)' },
    ],
    ['own/Refunds (mine).md', 'refunds_mine', { en: 'Refunds (mine)', 'pt-BR': 'Reembolsos (minha versão)' }],
    [path, 'refunds', { en: 'Refunds', 'pt-BR': 'Reembolsos' }],
  ]);
});

test('a cell knows that its KPI’s file has changed, or is not there', async () => {
  const { workspace } = await opened();
  const { kpiCell } = await import('#kpi');
  const kpi = workspace.library.find('refunds');
  const [cell] = parse(kpi ? kpiCell(kpi, { shape: 'headline' }).text : '').notebook.cells;
  const state = () => cell && stateOfCell(cell, { kpis: workspace.kpis });
  const states = [state()];
  write(workspace, kpiFile({ where: "type = 'delivery'" }));
  states.push(state());
  await workspace.fileActions.remove(path);
  states.push(state());
  expect(states).toEqual(['asInCatalogue', 'outdated', 'unknown']);
});
