import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { blankWorkspace } from './blank-workspace.ts';

const written = (id: string, where = "type = 'refund'") => `---
id: ${id}
name: {en: Refunds, pt-BR: Reembolsos}
theme: volume
unit: count
shape: count
from: tickets
where: ${where}
---
Meaning.

## pt-BR

Significado.
`;

async function opened() {
  const storage = memoryStorage();
  const workspace = blankWorkspace({ storage });
  await workspace.library.load();
  await workspace.newNotebook(written('refunds'), 'refunds.md');
  flushSync();
  return { workspace, storage };
}

test('a file with an id and a shape is a KPI of the gallery, and opens as one', async () => {
  const { workspace } = await opened();
  expect(workspace.kpis.at(-1)?.id).toBe('refunds');
  expect(workspace.library.ownAt('refunds')?.path).toBe('own/refunds.md');
  expect(workspace.library.ownAt('csat')).toBeUndefined();
  expect(workspace.tabs.active?.content).toEqual({ kind: 'kpi', id: 'own/refunds.md' });
});

test('what is written shows at once and is kept', async () => {
  const { workspace, storage } = await opened();
  const text = written('refunds', "type = 'delivery'");
  const saved = workspace.library.write('own/refunds.md', text);
  expect(workspace.library.find('refunds')?.definition.where).toBe("type = 'delivery'");
  await saved;
  expect(await storage.read('refunds.md')).toBe(text);
  expect(workspace.library.textOf('own/refunds.md')).toBe(text);
});

test('the id of a shipped KPI is refused while it is written, and ours stays', async () => {
  const { workspace } = await opened();
  await workspace.library.write('own/refunds.md', written('csat'));
  expect(
    workspace.library.own.map(({ kpi, diagnostics }) => [kpi, diagnostics.map(({ text }) => text.code)]),
  ).toEqual([[null, ['kpi-file.shipped']]]);
  expect(workspace.library.problems).toHaveLength(1);
  expect(workspace.library.find('csat')?.definition.from).toBe('ratings');
});

test('a change that another window made meanwhile is not overwritten', async () => {
  const { workspace, storage } = await opened();
  const theirs = written('refunds', 'true');
  await storage.write('refunds.md', theirs, written('refunds'));
  await workspace.library.write('own/refunds.md', written('refunds', 'false'));
  expect(await storage.read('refunds.md')).toBe(theirs);
  expect(workspace.notifications.list).toHaveLength(1);
});
