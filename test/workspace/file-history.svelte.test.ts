import { describe, expect, test } from 'vitest';
import { FileHistory, type FileStep } from '../../src/lib/workspace/FileHistory.svelte.ts';

/** A step that takes its time and notes when it is taken back. */
function slow(id: string, log: string[]): FileStep {
  return {
    what: { code: 'errors.unknown', params: {} },
    back: async () => {
      await new Promise((done) => setTimeout(done));
      log.push(id);
      return slow(`${id} again`, log);
    },
  };
}

describe('what was done to files', () => {
  test('is taken back step by step, however quickly it is asked for', async () => {
    const history = new FileHistory();
    const log: string[] = [];
    for (const id of ['renamed', 'deleted']) history.record(slow(id, log));
    await Promise.all([history.undo(), history.undo(), history.undo(), history.redo()]);
    expect(log).toEqual(['deleted', 'renamed', 'renamed again']);
    expect([history.done.length, history.undone.length]).toEqual([1, 1]);
  });

  test('stays to be tried again where it fails, and holds up nothing else', async () => {
    const history = new FileHistory();
    const log: string[] = [];
    history.record(slow('renamed', log));
    const failing: FileStep = { ...slow('deleted', log), back: () => Promise.reject(new Error('full')) };
    history.record(failing);
    const [failed, other] = [history.undo(), history.undo(history.done[0])];
    await expect(failed).rejects.toThrow('full');
    await other;
    expect([log, history.done]).toEqual([['renamed'], [failing]]);
  });
});
