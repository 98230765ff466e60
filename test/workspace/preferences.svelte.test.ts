import { describe, expect, test } from 'vitest';
import { Files } from '../../src/lib/workspace/Files.svelte.ts';
import { Layout } from '../../src/lib/workspace/Layout.svelte.ts';
import { Settings } from '../../src/lib/workspace/Settings.svelte.ts';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { memoryKeyValues } from '../../src/lib/workspace/storage/key-values.ts';

const defaults = { languages: ['pt-PT', 'en'], timeZone: 'America/Sao_Paulo' };

describe('settings', () => {
  test('begin as the browser is', () => {
    const { locale, theme, timeZone, weekStart } = new Settings(memoryKeyValues(), defaults);
    expect({ locale, theme, timeZone, weekStart }).toEqual({
      locale: 'pt-BR',
      theme: 'system',
      timeZone: 'America/Sao_Paulo',
      weekStart: 1,
    });
  });

  test('are remembered', () => {
    const store = memoryKeyValues();
    const settings = new Settings(store, defaults);
    settings.locale = 'en';
    settings.theme = 'high-contrast';
    settings.timeZone = 'UTC';
    settings.weekStart = 7;
    const { locale, theme, timeZone, weekStart } = new Settings(store, defaults);
    expect({ locale, theme, timeZone, weekStart }).toEqual({
      locale: 'en',
      theme: 'high-contrast',
      timeZone: 'UTC',
      weekStart: 7,
    });
  });

  test('where there is no room, long lines of code go on below, unless one has chosen', () => {
    const narrow = { ...defaults, isNarrow: true };
    const store = memoryKeyValues();
    const { wordWrap } = new Settings(store, narrow);
    new Settings(store, narrow).wordWrap = false;
    expect([wordWrap, new Settings(store, narrow).wordWrap]).toEqual([true, false]);
  });

  test('say with which day the weeks of the notebooks begin that come with the program', async () => {
    const settings = new Settings(memoryKeyValues(), { languages: ['en'], timeZone: 'UTC' });
    const text = "select date_trunc('week', rated_at) as week, date_trunc('day', rated_at)";
    const files = new Files(memoryStorage(), { en: { 'a.md': text }, 'pt-BR': {} }, settings);
    expect(await files.read('shipped/a.md')).toBe(text);
    settings.weekStart = 7;
    expect(await files.read('shipped/a.md')).toBe(
      "select date_trunc('week', rated_at + interval 1 day)::date - 1 as week, date_trunc('day', rated_at)",
    );
  });

  test('what was written by another hand and makes no sense is left', () => {
    const store = memoryKeyValues();
    store.set('locale', 'xx');
    store.set('theme', 'neon');
    store.set('weekStart', '4');
    const { locale, theme, weekStart } = new Settings(store, { languages: ['de'], timeZone: 'UTC' });
    expect({ locale, theme, weekStart }).toEqual({ locale: 'en', theme: 'system', weekStart: 1 });
  });
});

describe('the layout', () => {
  test('is remembered, within what fits', () => {
    const store = memoryKeyValues();
    const layout = new Layout(store);
    layout.showSide('kpis');
    layout.resizeSideBar(9999);
    layout.showPanel('output');
    layout.resizePanel(300.4);
    const again = new Layout(store);
    expect([again.sideView, again.sideBarWidth, again.panelView, again.panelOpen, again.panelHeight]).toEqual(
      ['kpis', 640, 'output', true, 300],
    );
  });

  test('a place that is shown is hidden by choosing it again', () => {
    const layout = new Layout(memoryKeyValues());
    layout.toggleSide('data');
    expect([layout.sideView, layout.sideBarOpen]).toEqual(['data', true]);
    layout.toggleSide('data');
    expect(layout.sideBarOpen).toBe(false);
  });

  test('a side bar that is dragged to nothing closes, and keeps its width for later', () => {
    const layout = new Layout(memoryKeyValues());
    layout.resizeSideBar(300);
    layout.resizeSideBar(20);
    expect([layout.sideBarOpen, layout.sideBarWidth]).toEqual([false, 300]);
  });

  test('in a narrow window the side bar begins closed, whatever was left open in a wide one', () => {
    const store = memoryKeyValues();
    new Layout(store).showSide('data');
    const narrow = new Layout(store, { narrow: true });
    expect([narrow.sideView, narrow.sideBarOpen]).toEqual(['data', false]);
    narrow.enterSide('kpis');
    expect([narrow.sideView, narrow.sideBarOpen, narrow.wantsFocus]).toEqual(['kpis', true, true]);
    narrow.hideSide();
    expect([narrow.sideBarOpen, new Layout(store).sideBarOpen]).toEqual([false, true]);
  });

  test('a window that becomes narrow hides the side bar, and shows it again where it was left open', () => {
    const layout = new Layout(memoryKeyValues());
    layout.fit(true);
    expect(layout.sideBarOpen).toBe(false);
    layout.fit(false);
    expect(layout.sideBarOpen).toBe(true);
    layout.toggleSide();
    layout.fit(true);
    layout.fit(false);
    expect(layout.sideBarOpen).toBe(false);
  });
});
