import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Engine } from '#engine';
import { openWasmEngine } from '#engine/wasm';
import {
  addUse,
  events,
  findMapping,
  kpiTargets,
  markedEvents,
  parseMappingFile,
  parseSettings,
  prepareDatabase,
  proposeMapping,
  readFile,
  saveMapping,
  setOwnTargets,
  targets,
  type OwnTarget,
} from '#import';
import type { Environment } from '../../src/lib/workspace/environment.ts';
import { folderStorage, type FolderAccess } from '../../src/lib/workspace/storage/folder-access.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { blankWorkspace } from './blank-workspace.ts';

let opened: Engine | null = null;
beforeAll(async () => {
  opened = await openWasmEngine({ storage: 'memory' });
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await engine().exec('drop schema if exists base cascade');
  await prepareDatabase(engine());
});

function engine(): Engine {
  if (!opened) throw new Error('The engine is open only while tests run');
  return opened;
}

async function begun(surroundings: Partial<Environment> = {}) {
  const storage = memoryStorage();
  const workspace = blankWorkspace({ storage, openEngine: async () => engine(), ...surroundings });
  await workspace.start();
  await workspace.conventions.follow();
  return { workspace, storage: surroundings.storage ?? storage };
}

const csat: OwnTarget = { kpi: 'csat', value: 0.85, member: null, from: null, to: null };
const written = (value: number) => `targets:\n  - kpi: csat\n    value: ${value}\n`;
const judgedBy = async () => (await kpiTargets(engine(), 'csat')).map(({ value }) => value);
const codes = ({ notifications }: ReturnType<typeof blankWorkspace>) =>
  notifications.list.map(({ text }) => text.code);

describe('what a workspace has settled is files', () => {
  test('a change in the page is written into a file, which a new database is filled from', async () => {
    const { workspace, storage } = await begun();
    await workspace.conventions.change(targets, (all) => [...all, csat]);
    expect([workspace.files.ownNames, await judgedBy(), workspace.data.targetRevision]).toEqual([
      ['targets.yaml'],
      [0.85],
      1,
    ]);
    expect(targets.parse((await storage.read('targets.yaml')) ?? '').value).toEqual([csat]);
    await engine().exec('drop schema base cascade');
    await prepareDatabase(engine());
    await begun({ storage });
    expect(await judgedBy()).toEqual([0.85]);
  });

  test('what an earlier version kept in the database alone becomes a file, once', async () => {
    await setOwnTargets(engine(), [csat]);
    const { workspace, storage } = await begun();
    expect([workspace.files.ownNames, await judgedBy(), codes(workspace)]).toEqual([
      ['targets.yaml'],
      [0.85],
      ['conventions.kept'],
    ]);
    expect(targets.parse((await storage.read('targets.yaml')) ?? '').value).toEqual([csat]);
    const again = await begun({ storage });
    expect([again.workspace.files.ownNames, codes(again.workspace)]).toEqual([['targets.yaml'], []]);
  });

  test('where there is a file already, what the database kept lies beside it, and the file counts', async () => {
    await setOwnTargets(engine(), [csat]);
    const storage = memoryStorage();
    await storage.write('targets.yaml', written(0.9), null);
    const { workspace } = await begun({ storage });
    expect([workspace.files.ownNames, await judgedBy()]).toEqual([['targets 2.yaml', 'targets.yaml'], [0.9]]);
  });

  test('a file that is typed into, deleted and brought back is followed', async () => {
    const storage = memoryStorage();
    await storage.write('targets.yaml', written(0.8), null);
    const { workspace } = await begun({ storage });
    const { documents } = workspace.library;
    const session = await documents.sessionOf('own/targets.yaml');
    session?.write(written(0.75));
    await documents.closeAll(() => true);
    await workspace.conventions.follow();
    expect(await judgedBy()).toEqual([0.75]);
    await workspace.fileActions.remove('own/targets.yaml');
    await workspace.conventions.follow();
    expect(await judgedBy()).toEqual([]);
    await workspace.fileActions.undo();
    await workspace.conventions.follow();
    expect(await judgedBy()).toEqual([0.75]);
  });

  test('a change in the page meets what is being typed into the file', async () => {
    const storage = memoryStorage();
    await storage.write('targets.yaml', written(0.8), null);
    const { workspace } = await begun({ storage });
    const session = await workspace.library.documents.sessionOf('own/targets.yaml');
    session?.write(`# Ours.\n${written(0.8)}`);
    await workspace.conventions.change(targets, (all) => all.map((each) => ({ ...each, value: 0.9 })));
    expect(await storage.read('targets.yaml')).toBe(`# Ours.\n${written(0.9)}`);
    expect([session?.text, await judgedBy()]).toEqual([`# Ours.\n${written(0.9)}`, [0.9]]);
  });
});

describe('a file that is broken', () => {
  test('is told of once, with its line; what it said goes on, and nothing is written into it', async () => {
    const storage = memoryStorage();
    await storage.write('targets.yaml', written(0.8), null);
    const { workspace } = await begun({ storage });
    await storage.write('targets.yaml', 'targets:\n  - kpi: csat\n', written(0.8));
    await workspace.files.refresh();
    await workspace.conventions.follow();
    await workspace.files.refresh();
    await workspace.conventions.follow();
    expect([await judgedBy(), codes(workspace)]).toEqual([[0.8], ['conventions.wrong']]);
    expect(workspace.conventions.broken.map(({ path, problems }) => [path, problems[0]?.line])).toEqual([
      ['own/targets.yaml', 2],
    ]);
    await expect(workspace.conventions.change(targets, (all) => [...all, csat])).rejects.toThrow(
      'conventions.broken',
    );
    expect(await storage.read('targets.yaml')).toBe('targets:\n  - kpi: csat\n');
    await storage.write('targets.yaml', written(0.9), 'targets:\n  - kpi: csat\n');
    await workspace.files.refresh();
    await workspace.conventions.follow();
    expect([await judgedBy(), workspace.conventions.broken]).toEqual([[0.9], []]);
  });
});

/** A directory of the browser's own file system stands in for one on a disk, called `reports`. */
async function directory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const parent = await root.getDirectoryHandle(`disk-${crypto.randomUUID()}`, { create: true });
  return parent.getDirectoryHandle('reports', { create: true });
}

describe('a folder’s files', () => {
  test('count once it is trusted and while it is open, are written where they lie, and are followed when they change outside', async () => {
    const handle = await directory();
    const disk = folderStorage(handle, 'another program');
    await disk.write('targets.yaml', written(0.9), null);
    const folders: FolderAccess = {
      isPossible: true,
      pick: async () => handle,
      isAllowed: async () => true,
      watch: () => () => {},
    };
    const storage = memoryStorage();
    await storage.write('targets.yaml', written(0.8), null);
    const { workspace } = await begun({ storage, folders });
    expect(await judgedBy()).toEqual([0.8]);
    await workspace.folders.pick();
    await workspace.conventions.follow();
    expect(await judgedBy()).toEqual([0.8]);
    await workspace.trust.trustFolder('reports', true);
    await workspace.conventions.change(targets, (all) => all.map((each) => ({ ...each, value: 0.95 })));
    expect([await disk.read('targets.yaml'), await storage.read('targets.yaml'), await judgedBy()]).toEqual([
      written(0.95),
      written(0.8),
      [0.95],
    ]);
    await disk.write('targets.yaml', written(0.97), written(0.95));
    await vi.waitFor(async () => {
      await workspace.folders.check();
      await workspace.conventions.follow();
      expect(await judgedBy()).toEqual([0.97]);
    }, 30_000);
    await workspace.folders.close('reports');
    await workspace.conventions.follow();
    expect(await judgedBy()).toEqual([0.8]);
  });
});

describe('mappings', () => {
  const odd = new File(['Protocolo;Canal\nA1;WhatsApp\n'], 'odd.csv');

  async function read() {
    const [raw] = await readFile(engine(), { name: odd.name, size: odd.size, blob: odd });
    if (!raw) throw new Error('There is one table');
    const { mapping } = await proposeMapping(engine(), raw);
    return { raw, mapping: addUse(mapping, 'Protocolo', { table: 'tickets', column: 'ticket_id' }) };
  }

  test('what was chosen for a file is a file, which says how the next of its kind is read', async () => {
    const { workspace, storage } = await begun();
    const { raw, mapping } = await read();
    const { mappings } = workspace.conventions;
    await mappings.remember(raw, mapping);
    expect([workspace.files.ownNames, await findMapping(engine(), raw)]).toEqual([
      ['mappings/odd.json'],
      mapping,
    ]);
    await mappings.remember(raw, { ...mapping, vendor: 'ours' });
    const text = (await storage.read('mappings/odd.json')) ?? '';
    expect(parseMappingFile(text).file).toEqual({
      headers: ['Protocolo', 'Canal'],
      mapping: { ...mapping, vendor: 'ours' },
    });
    await mappings.remember(raw, null);
    expect([workspace.files.ownNames, await findMapping(engine(), raw)]).toEqual([[], null]);
    await workspace.fileActions.undo();
    await workspace.conventions.follow();
    expect((await findMapping(engine(), raw))?.vendor).toBe('ours');
  });

  test('what an earlier version remembered in the database alone becomes files', async () => {
    const { raw, mapping } = await read();
    await saveMapping(engine(), raw, { ...mapping, vendor: 'glpi' });
    const { workspace } = await begun();
    expect([workspace.files.ownNames, codes(workspace), (await findMapping(engine(), raw))?.vendor]).toEqual([
      ['mappings/glpi.json'],
      ['conventions.kept'],
      'glpi',
    ]);
  });

  test('a broken one is told of among the problems, and reads files as before', async () => {
    const { workspace, storage } = await begun();
    const { raw, mapping } = await read();
    await workspace.conventions.mappings.remember(raw, mapping);
    const good = (await storage.read('mappings/odd.json')) ?? '';
    await storage.write('mappings/odd.json', good.slice(0, -4), good);
    await workspace.files.refresh();
    await workspace.conventions.follow();
    expect(workspace.conventions.broken.map(({ path }) => path)).toEqual(['own/mappings/odd.json']);
    expect(workspace.problemFiles.map(({ path, problems }) => [path, problems.length])).toEqual([
      ['own/mappings/odd.json', 1],
    ]);
    expect(await findMapping(engine(), raw)).toEqual(mapping);
  });
});

describe('settings of the workspace', () => {
  const chosen = ({ settings: { timeZone, weekStart } }: ReturnType<typeof blankWorkspace>) => [
    timeZone,
    weekStart,
  ];

  test('are written when they are chosen in the page, and hold in another browser that has the file', async () => {
    const zones: string[] = [];
    const setTimeZone = async (_: Engine, zone: string) => void zones.push(zone);
    const { workspace, storage } = await begun({ setTimeZone });
    await workspace.setTimeZone('America/Sao_Paulo');
    await workspace.setWeekStart(7);
    const text = (await storage.read('settings.yaml')) ?? '';
    expect(parseSettings(text).value).toEqual({ timeZone: 'America/Sao_Paulo', weekStart: 7 });
    const other = await begun({ storage, setTimeZone });
    expect([chosen(other.workspace), zones]).toEqual([
      ['America/Sao_Paulo', 7],
      ['America/Sao_Paulo', 'America/Sao_Paulo'],
    ]);
  });

  test('follow the file; what is wrong in it changes nothing, and nothing is written into it', async () => {
    const storage = memoryStorage();
    await storage.write('settings.yaml', 'weekStart: sunday\n', null);
    const { workspace } = await begun({ storage });
    expect(chosen(workspace)).toEqual(['UTC', 7]);
    await storage.write('settings.yaml', 'weekStart: friday\n', 'weekStart: sunday\n');
    await workspace.files.refresh();
    await workspace.conventions.follow();
    expect([chosen(workspace), codes(workspace)]).toEqual([['UTC', 7], ['conventions.wrong']]);
    await expect(workspace.setWeekStart(1)).rejects.toThrow('conventions.broken');
    expect(await storage.read('settings.yaml')).toBe('weekStart: friday\n');
  });
});

describe('in and out', () => {
  test('they are in the zip of all files, and count where that is added', async () => {
    const saved: File[] = [];
    const save = async (name: string, content: string | Blob) => saved.push(new File([content], name)) > 0;
    const from = await begun({ disk: { pick: async () => [], save } });
    const release = { label: 'Release', kind: null, from: '2026-03-10 00:00:00', to: null };
    await from.workspace.conventions.change(events, () => [release]);
    await from.workspace.fileActions.newFile('# Weekly\n', 'weekly.md');
    await from.workspace.fileActions.saveAll();
    await engine().exec('drop schema base cascade');
    await prepareDatabase(engine());
    const { workspace } = await begun();
    const adding = workspace.fileActions.addZip(saved[0]!);
    await expect.poll(() => workspace.quickInput.state.kind, { timeout: 30_000 }).toBe('pick');
    workspace.quickInput.close('yes');
    await adding;
    await workspace.conventions.follow();
    expect(workspace.files.ownNames).toEqual(['events.yaml', 'weekly.md']);
    expect(await markedEvents(engine())).toEqual([{ sourceId: 'workspace', ...release }]);
  });

  test('a name that would hide one is refused', async () => {
    const { workspace } = await begun();
    await workspace.conventions.change(targets, () => [csat]);
    const renaming = workspace.fileActions.rename('own/targets.yaml');
    await expect.poll(() => workspace.quickInput.state.kind, { timeout: 30_000 }).toBe('prompt');
    workspace.quickInput.close('goals');
    await expect(renaming).rejects.toThrow('conventions.name');
    expect(workspace.files.ownNames).toEqual(['targets.yaml']);
  });
});
