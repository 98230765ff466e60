import { describe, expect, test } from 'vitest';
import { builtIn } from '../../src/lib/workspace/commands/built-in.ts';
import { parseKeybinding } from '../../src/lib/workspace/commands/keybinding.ts';
import type { KeyPress } from '../../src/lib/workspace/commands/keybinding.ts';
import { blankWorkspace } from './blank-workspace.ts';

/** Keys that a browser never gives to a page. */
const reserved = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W', 'Mod+Tab', 'Mod+Q'];

function key(stroke: string): KeyPress {
  const name = stroke.split('+').at(-1) ?? '';
  return {
    key: name,
    code: /^[A-Z]$/.test(name) ? `Key${name}` : name,
    ctrlKey: stroke.includes('Mod'),
    metaKey: false,
    shiftKey: stroke.includes('Shift'),
    altKey: stroke.includes('Alt'),
  };
}

describe('commands', () => {
  test('no two have the same id, or the same keys', () => {
    const ids = builtIn.map(({ id }) => id);
    const keys = builtIn.flatMap((command) =>
      (command.keys ?? []).map((keys) => parseKeybinding(keys).join(' ')),
    );
    expect(ids).toEqual([...new Set(ids)]);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('none waits for keys that the browser keeps to itself', () => {
    const strokes = builtIn.flatMap((command) =>
      (command.keys ?? []).flatMap((keys) => parseKeybinding(keys)),
    );
    expect(strokes.filter((stroke) => reserved.includes(stroke))).toEqual([]);
  });

  test('keys call their command', () => {
    const { commands, layout } = blankWorkspace();
    expect(commands.press(key('Mod+B'), false)).toBe(true);
    expect(layout.sideBarOpen).toBe(false);
  });

  test('a chord waits for its second key, and any other key ends it', () => {
    const { commands, quickInput } = blankWorkspace();
    expect(commands.press(key('Mod+K'), false)).toBe(true);
    expect(commands.pending).toBe('Mod+K');
    expect(commands.press(key('T'), false)).toBe(true);
    expect([commands.pending, quickInput.state.kind]).toEqual([null, 'pick']);
    commands.press(key('Mod+K'), false);
    expect(commands.press(key('Mod+X'), false)).toBe(true);
    expect(commands.pending).toBeNull();
  });

  test('keys that mean nothing here are left to the browser', () => {
    const { commands } = blankWorkspace();
    expect(commands.press(key('Mod+X'), false)).toBe(false);
    expect(commands.press(key('Mod+Shift+S'), false)).toBe(false);
  });

  test('a part adds its own, and takes them away', async () => {
    const { commands } = blankWorkspace();
    const ran: string[] = [];
    const own = {
      id: 'test.own',
      title: 'common.close',
      category: 'workspace.category.view',
      run: () => void ran.push('own'),
    } as const;
    const remove = commands.register([own]);
    await commands.run('test.own');
    remove();
    await commands.run('test.own');
    expect(ran).toEqual(['own']);
  });

  test('what fails is told, not lost', async () => {
    const { commands, notifications } = blankWorkspace();
    const fail = () => {
      throw new Error('no such thing');
    };
    commands.register([{ id: 'x', title: 'common.close', category: 'workspace.category.view', run: fail }]);
    await commands.run('x');
    expect(notifications.list.map(({ severity, text }) => [severity, text.params])).toEqual([
      ['error', { reason: 'no such thing' }],
    ]);
  });
});
