import { describe, expect, test } from 'vitest';
import {
  labelOf,
  parseKeybinding,
  strokeOf,
  type KeyPress,
} from '../../src/lib/workspace/commands/keybinding.ts';

function press(key: string, code: string, ...modifiers: readonly string[]): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('ctrl'),
    metaKey: modifiers.includes('meta'),
    shiftKey: modifiers.includes('shift'),
    altKey: modifiers.includes('alt'),
  };
}

describe('keys', () => {
  test('a binding and the key that is pressed for it are the same stroke', () => {
    expect(strokeOf(press('P', 'KeyP', 'ctrl', 'shift'), false)).toBe(parseKeybinding('Mod+Shift+P')[0]);
    expect(strokeOf(press('s', 'KeyS', 'ctrl'), false)).toBe(parseKeybinding('Mod+S')[0]);
    expect(strokeOf(press(',', 'Comma', 'ctrl'), false)).toBe(parseKeybinding('Mod+,')[0]);
    expect(strokeOf(press('F1', 'F1'), false)).toBe('F1');
  });

  test('a chord is two strokes', () => {
    expect(parseKeybinding('Mod+K Mod+T')).toEqual(['Mod+K', 'Mod+T']);
  });

  test('Alt with a letter counts as the letter even where it writes another one', () => {
    expect(strokeOf(press('∑', 'KeyW', 'alt'), true)).toBe('Alt+W');
  });

  test('on a Mac the command key is meant, and Ctrl is somebody else’s', () => {
    expect(strokeOf(press('p', 'KeyP', 'meta'), true)).toBe('Mod+P');
    expect(strokeOf(press('p', 'KeyP', 'ctrl'), true)).toBeNull();
    expect(strokeOf(press('p', 'KeyP', 'meta'), false)).toBeNull();
  });

  test('a modifier alone is no stroke', () => {
    expect(strokeOf(press('Control', 'ControlLeft', 'ctrl'), false)).toBeNull();
  });

  test('labels are written as the reader’s keyboard has them', () => {
    expect(labelOf('Mod+K Mod+T', false)).toBe('Ctrl+K Ctrl+T');
    expect(labelOf('Mod+Shift+P', true)).toBe('⌘⇧P');
  });
});
