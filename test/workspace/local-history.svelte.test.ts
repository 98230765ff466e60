import { describe, expect, test } from 'vitest';
import { StorageError } from '#errors';
import { LocalHistory } from '../../src/lib/workspace/LocalHistory.svelte.ts';
import { memoryRecords, type Records } from '../../src/lib/workspace/storage/records.ts';
import { restoreVersion } from '../../src/lib/workspace/version-actions.ts';
import { blankWorkspace } from './blank-workspace.ts';

const minute = 60_000;

function house(surroundings: Partial<Records> = {}) {
  const records = { ...memoryRecords(), ...surroundings };
  const clock = { now: 100 * minute };
  const history = new LocalHistory(records, { now: () => clock.now, span: 5 * minute });
  const told = async (path = 'own/a.md') => {
    const versions = await history.versions(path);
    return Promise.all(
      versions.map(async (version) => [version.at / minute, version.why, await history.text(version)]),
    );
  };
  return { records, clock, history, told };
}

describe('the history of a file', () => {
  test('saves of five minutes are one version, which ends with the last of them', async () => {
    const { clock, history, told } = house();
    await history.saved('own/a.md', 'one', 'before');
    clock.now += 4 * minute;
    await history.saved('own/a.md', 'two', 'one');
    clock.now += 2 * minute;
    await history.saved('own/a.md', 'three', 'two');
    expect(await told()).toEqual([
      [106, 'saved', 'three'],
      [104, 'saved', 'two'],
      [100 - 1 / minute, 'found', 'before'],
    ]);
  });

  test('a text that another program wrote in between is a version, too', async () => {
    const { clock, history, told } = house();
    await history.saved('own/a.md', 'one', null);
    clock.now += 10 * minute;
    await history.saved('own/a.md', 'theirs and mine', 'theirs');
    expect((await told()).map(([, why, text]) => [why, text])).toEqual([
      ['saved', 'theirs and mine'],
      ['found', 'theirs'],
      ['saved', 'one'],
    ]);
  });

  test('a renamed file takes its versions along', async () => {
    const { history, told } = house();
    await history.saved('own/a.md', 'one', null);
    await history.move('own/a.md', 'own/b.md');
    expect([await told('own/a.md'), await told('own/b.md')]).toEqual([[], [[100, 'saved', 'one']]]);
  });

  test('a full disk costs the older versions, and no save', async () => {
    const memory = memoryRecords();
    const full = new StorageError(
      'workspace.journalFailed',
      {},
      {
        cause: new DOMException('no room', 'QuotaExceededError'),
      },
    );
    const disk = { isFull: false };
    const { clock, history, told } = house({
      ...memory,
      write: async (changes) => {
        if (disk.isFull && changes.some(({ value }) => value !== undefined)) throw full;
        await memory.write(changes);
      },
    });
    for (const text of ['one', 'two', 'six', 'ten']) {
      await history.saved('own/a.md', text, null);
      clock.now += 10 * minute;
    }
    disk.isFull = true;
    await history.saved('own/a.md', 'too much', 'ten');
    expect([history.trouble, (await told()).map(([, , text]) => text)]).toEqual([full, ['ten']]);
    await history.relieve(new Error('something else'));
    expect((await told()).length).toBe(1);
    disk.isFull = false;
    await history.saved('own/a.md', 'now', 'ten');
    expect([history.trouble, (await told()).length]).toEqual([null, 2]);
  });
});

test('a restored version is one step that can be taken back, and what was there is a version itself', async () => {
  const workspace = blankWorkspace();
  const first = '```sql a\nselect 1\n```\n';
  const path = await workspace.fileActions.newFile(first, 'a.md');
  await workspace.localHistory.keep({ path, text: first, why: 'saved' });
  const session = await workspace.documents.sessionOf(path);
  const id = session?.notebook.cells[0]?.id ?? '';
  session?.setSource(id, 'select 2');
  session?.insertCell('markdown');
  const [version] = await workspace.localHistory.versions(path);
  if (version) await restoreVersion(workspace, version);
  expect([session?.text, session?.notebook.cells.map((cell) => cell.id)]).toEqual([first, [id]]);
  const kept = await workspace.localHistory.versions(path);
  expect(kept.map(({ why }) => why)).toEqual(['restoring', 'saved']);
  session?.undo();
  expect(session?.cell(id)?.source).toBe('select 2');
});

test('a copy of a shipped notebook remembers what it is a copy of', async () => {
  const workspace = blankWorkspace();
  await workspace.files.refresh();
  await workspace.fileActions.duplicate('shipped/ready.md');
  const [version] = await workspace.localHistory.versions('own/ready 2.md');
  expect([version?.why, version?.of, version && (await workspace.localHistory.text(version))]).toEqual([
    'shipped',
    'ready.md',
    '# Ready\n',
  ]);
  await workspace.fileActions.duplicate('own/ready 2.md');
  const [ofCopy] = await workspace.localHistory.versions('own/ready 3.md');
  expect([ofCopy?.why, ofCopy?.of]).toEqual(['shipped', 'ready.md']);
});
